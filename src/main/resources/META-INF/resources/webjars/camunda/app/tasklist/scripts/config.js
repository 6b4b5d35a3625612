// Replaces the file of the same name in the Camunda webjar, because the application's own resources come first.
//
// The webapp uses the browser's first language if availableLocales contains it, and otherwise the fallback. Only
// Swedish is offered, so officers get Swedish whatever their browser is set to.

// The page is marked as English, so screen readers would pronounce the Swedish text as English.
document.documentElement.lang = 'sv';
document.title = 'Uppgiftslista – Tidig';

// Date fields of forms use the browser's language: 05/12/2026 in an English one, which may be May or December. If the
// forms do not give a language, Swedish is used: 2026-12-05.
const ofTheBrowser = locale => locale === undefined || locale === 'default';
Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
  construct: (format, [locale, ...rest]) => new format(ofTheBrowser(locale) ? 'sv-SE' : locale, ...rest),
  apply: (format, self, [locale, ...rest]) => format(ofTheBrowser(locale) ? 'sv-SE' : locale, ...rest)
});

// The webapp starts before its words are loaded, and shows the keys of words that it reads only once. It first uses the
// words that it stored at the last visit, so this script stores the present words there. That also avoids showing an
// earlier version's words once after an upgrade.
const words = await fetch(new URL('../locales/sv.json', import.meta.url)).then(answer => answer.text());
const base = document.querySelector('base').getAttribute('app-root');
localStorage.setItem('camunda-web', JSON.stringify({
  ...JSON.parse(localStorage.getItem('camunda-web') || '{}'),
  [`${base}/app/tasklist/locales/_locales_data_sv_${window.bust}`]: words
}));

export default {
  app: { name: 'Uppgiftslista', vendor: 'Tidig' },
  locales: { availableLocales: ['sv'], fallbackLocale: 'sv' },
  // The welcome message on the log-in page links to Camunda's own pages in English.
  disableWelcomeMessage: true,
  customScripts: ['scripts/forms-in-swedish.js', 'scripts/forms-that-answer.js', 'scripts/refusals-in-place.js'],
  // Camunda's default keys; without this section there are no shortcuts.
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'ta den valda uppgiften' },
    focusFilter: { key: 'ctrl+shift+f', description: 'gå till det första filtret i listan' },
    focusList: { key: 'ctrl+alt+l', description: 'gå till den första uppgiften i listan' },
    focusForm: { key: 'ctrl+alt+f', description: 'gå till det första fältet i formuläret' },
    startProcess: { key: 'ctrl+alt+p', description: 'starta en process' }
  }
};
