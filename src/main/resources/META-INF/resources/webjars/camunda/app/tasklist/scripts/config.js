// Replaces the file of the same name in the Camunda webjar: the application's own resources come first.
//
// The webapp takes the browser's first language if it is among availableLocales and falls back
// otherwise. Swedish is the only one offered, so officers get Swedish whatever their browser says.

// The page itself is marked as English; screen readers would read the Swedish text with English sounds.
document.documentElement.lang = 'sv';

export default {
  app: { name: 'Uppgiftslista', vendor: 'Tidig' },
  locales: { availableLocales: ['sv'], fallbackLocale: 'sv' },
  // The welcome message on the login page leads to Camunda's own pages in English.
  disableWelcomeMessage: true,
  customScripts: ['scripts/forms-in-swedish.js'],
  // Camunda's keys; without this section there are none.
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'ta den valda uppgiften' },
    focusFilter: { key: 'ctrl+shift+f', description: 'gå till det första filtret i listan' },
    focusList: { key: 'ctrl+alt+l', description: 'gå till den första uppgiften i listan' },
    focusForm: { key: 'ctrl+alt+f', description: 'gå till det första fältet i formuläret' },
    startProcess: { key: 'ctrl+alt+p', description: 'starta en process' }
  }
};
