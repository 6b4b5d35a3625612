// Shows Swedish whatever the browser's language is: see ../../tasklist/scripts/config.js.
document.documentElement.lang = 'sv';

export default {
  app: { name: 'Start', vendor: 'Tidig' },
  locales: { availableLocales: ['sv'], fallbackLocale: 'sv' },
  disableWelcomeMessage: true
};
