// Camunda Forms have their messages only in English, inside the library. This script translates them as they appear on
// the screen. Labels and texts of our own forms are left unchanged, because only exactly these sentences are translated.

const SENTENCES = [
  [/^Field must match pattern .*$/, 'Kontrollera att fältet är skrivet på rätt sätt.'],
  [/^Field must have minimum value of (.+)\.$/, 'Ange minst $1.'],
  [/^Field must have maximum value of (.+)\.$/, 'Ange högst $1.'],
  [/^Field must have minimum length of (.+)\.$/, 'Skriv minst $1 tecken.'],
  [/^Field must have maximum length of (.+)\.$/, 'Skriv högst $1 tecken.'],
  [/^Field must be a valid email\.$/, 'Ange en giltig e-postadress.'],
  [/^Field must be a valid +international phone number\..*$/, 'Ange ett giltigt telefonnummer, till exempel +46701234567.'],
  [/^Value is not a number\.$/, 'Ange ett tal.'],
  [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/, 'Ange ett giltigt värde, till exempel $1 eller $2.'],
  [/^Nothing to show\.$/, 'Det finns inget att visa.'],
  [/^No results$/, 'Inga träffar'],
  [/^Add new$/, 'Lägg till'],
  [/^Collapse$/, 'Visa färre'],
  [/^Expand all \((\d+)\)$/, 'Visa alla ($1)'],
  [/^Select$/, 'Välj'],
  [/^Search$/, 'Sök'],
  [/^Skip to search$/, 'Gå till sökfältet'],
  [/^hh:mm \?m$/, 'tt:mm'],
  [/^hh:mm$/, 'tt:mm'],
  [/^Click to sort by (.+) descending$/, 'Ordna efter $1, fallande'],
  [/^Click to sort by (.+) ascending$/, 'Ordna efter $1, stigande'],
  [/^Click to remove sorting$/, 'Återställ ordningen'],
  [/^Increment$/, 'Öka'],
  [/^Decrement$/, 'Minska'],
  [/^Remove tag$/, 'Ta bort'],
  [/^Year$/, 'År'],
  [/^Month$/, 'Månad'],
  [/^Hour$/, 'Timme'],
  [/^Minute$/, 'Minut'],
  [/^yyyy-mm-dd$/, 'åååå-mm-dd'],
  [/^Previous page$/, 'Föregående sida'],
  [/^Next page$/, 'Nästa sida'],
  // Between the page numbers under a table: 1 av 2.
  [/^of$/, 'av'],
  [/^(January|February|March|April|May|June|July|August|September|October|November|December)$/, month],
  [/^(Sun|Mon|Tue|Wed|Thu|Fri|Sat)$/, weekday]
];

const MONTHS = {
  January: 'januari', February: 'februari', March: 'mars', April: 'april', May: 'maj', June: 'juni', July: 'juli',
  August: 'augusti', September: 'september', October: 'oktober', November: 'november', December: 'december'
};
const WEEKDAYS = { Sun: 'sön', Mon: 'mån', Tue: 'tis', Wed: 'ons', Thu: 'tor', Fri: 'fre', Sat: 'lör' };
// What to do with a required field that is not a text field.
const REQUIRED = {
  checkbox: 'Kryssa i rutan.',
  radio: 'Välj ett alternativ.',
  select: 'Välj ett alternativ.',
  checklist: 'Kryssa i minst en ruta.'
};
const WITHIN = '.fjs-container, .flatpickr-calendar';
const ATTRIBUTES = ['placeholder', 'aria-label', 'title'];

function month(name) {
  return MONTHS[name];
}

function weekday(name) {
  return WEEKDAYS[name];
}

function swedish(text) {
  const plain = text.trim();
  for (const [english, translation] of SENTENCES) {
    if (english.test(plain)) {
      return text.replace(plain, plain.replace(english, translation));
    }
  }
  return text;
}

function required(field) {
  const kind = Object.keys(REQUIRED).find(type => field?.classList.contains(`fjs-form-field-${type}`));
  return REQUIRED[kind] ?? 'Fyll i fältet.';
}

function translateText(node) {
  const translated = node.data === 'Field is required.'
    ? required(node.parentElement.closest('.fjs-form-field'))
    : swedish(node.data);
  if (translated !== node.data) {
    node.data = translated;
  }
}

function translateAttributes(element) {
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name);
    if (value && swedish(value) !== value) {
      element.setAttribute(name, swedish(value));
    }
  }
}

function translate(node) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  if (!element || element.nodeType !== Node.ELEMENT_NODE) {
    return;
  }
  if (!element.closest(WITHIN)) {
    element.querySelectorAll(WITHIN).forEach(translate);
    return;
  }
  if (node.nodeType === Node.TEXT_NODE) {
    translateText(node);
    return;
  }
  translateAttributes(element);
  element.querySelectorAll('[placeholder], [aria-label], [title]').forEach(translateAttributes);
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    translateText(texts.currentNode);
  }
}

new MutationObserver(changes => {
  for (const change of changes) {
    if (change.type === 'childList') {
      change.addedNodes.forEach(translate);
    } else {
      translate(change.target);
    }
  }
}).observe(document.documentElement, {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ATTRIBUTES
});
