// Replaces the file of the same name in the Camunda webjar: the application's own resources come first.
//
// The webapp takes the browser's first language if it is among availableLocales and falls back
// otherwise. Swedish is the only one offered, so officers get Swedish whatever their browser says.

// The page itself is marked as English; screen readers would read the Swedish text with English sounds.
document.documentElement.lang = 'sv';
document.title = 'Uppgiftslista – Tidig';

// Date fields of forms are written as the browser's language writes dates: 05/12/2026 in an English one, which may be
// May or December. Where the forms do not say which language, it is Swedish: 2026-12-05.
const ofTheBrowser = locale => locale === undefined || locale === 'default';
Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
  construct: (format, [locale, ...rest]) => new format(ofTheBrowser(locale) ? 'sv-SE' : locale, ...rest),
  apply: (format, self, [locale, ...rest]) => format(ofTheBrowser(locale) ? 'sv-SE' : locale, ...rest)
});

// The webapp begins before its words have come, and shows their keys where these are asked for only once. It looks for
// the words of its last visit first, and there they are laid; so a new version's words are not a visit late either.
const words = await fetch(new URL('../locales/sv.json', import.meta.url)).then(answer => answer.text());
const base = document.querySelector('base').getAttribute('app-root');
localStorage.setItem('camunda-web', JSON.stringify({
  ...JSON.parse(localStorage.getItem('camunda-web') || '{}'),
  [`${base}/app/tasklist/locales/_locales_data_sv_${window.bust}`]: words
}));

export default {
  app: { name: 'Uppgiftslista', vendor: 'Tidig' },
  locales: { availableLocales: ['sv'], fallbackLocale: 'sv' },
  // The welcome message on the login page leads to Camunda's own pages in English.
  disableWelcomeMessage: true,
  customScripts: ['scripts/forms-in-swedish.js', 'scripts/forms-that-answer.js'],
  // Camunda's keys; without this section there are none.
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'ta den valda uppgiften' },
    focusFilter: { key: 'ctrl+shift+f', description: 'gå till det första filtret i listan' },
    focusList: { key: 'ctrl+alt+l', description: 'gå till den första uppgiften i listan' },
    focusForm: { key: 'ctrl+alt+f', description: 'gå till det första fältet i formuläret' },
    startProcess: { key: 'ctrl+alt+p', description: 'starta en process' }
  }
};
