// Translates texts that the libraries in Cockpit write in English and that locales/sv.json has no key for.

const WORDS = {
  'Hit policy:': 'Träffregel:',
  Unique: 'en rad',
  First: 'första raden',
  Priority: 'viktigaste raden',
  Any: 'likadana rader',
  Collect: 'alla rader',
  'Rule order': 'alla rader i ordning',
  'Output order': 'alla rader efter vikt',
  When: 'När',
  And: 'och',
  Then: 'Då',
  Annotations: 'Anmärkning',
  Annotation: 'Anmärkning',
  null: 'saknas',
  'Failed Job': 'misslyckat steg',
  failedExternalTask: 'misslyckat utskick eller misslyckad betalning',
  'Message is null.': 'Orsaken är inte känd.'
};
const WITHIN = '.dmn-decision-table-container, .null-value, .ctn-sidebar, td.type, td.message';

function translate(text) {
  const swedish = WORDS[text.data.trim()];
  if (swedish && text.parentElement?.closest(WITHIN)) {
    text.data = text.data.replace(text.data.trim(), swedish);
  }
}

function translateAll(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    translate(node);
    return;
  }
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    translate(texts.currentNode);
  }
}

new MutationObserver(changes => changes.forEach(change => {
  if (change.type === 'characterData') {
    translate(change.target);
  } else {
    change.addedNodes.forEach(translateAll);
  }
})).observe(document.documentElement, { subtree: true, childList: true, characterData: true });
