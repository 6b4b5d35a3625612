// What the server refuses stands in a box above the form, pages from the fields that it is about, and the box stays when
// the form has been taken. So each field is told, and the box goes when it is over. What is typed into a start form is
// not lost by a click beside its dialog.

const LEAVING = 'Det du har skrivit försvinner om du lämnar formuläret. Stäng en gång till för att lämna det.';
// The second click of a double click is not a second wish to leave.
const DOUBLE_CLICK = 700;
const REFUSED = 'tidig-refused';

// The ids of the components by key, of the task's form and of the start form that may lie above it.
const drawn = { task: new Map(), start: new Map() };

// Camunda fetches forms, and posts answers by XMLHttpRequest.
const fetchPlainly = window.fetch;
window.fetch = async (...request) => {
  const answer = await fetchPlainly(...request);
  const address = answer.url.split('?')[0];
  if (/\/deployed(-start)?-form$/.test(address) && answer.ok) {
    answer.clone().json().then(form => {
      drawn[kindOf(address)] = ids(form.components ?? []);
    });
  }
  return answer;
};

const openPlainly = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (method, address, ...rest) {
  if (method.toUpperCase() === 'POST' && /\/(submit-form|complete|start)(\?|$)/.test(address)) {
    this.addEventListener('load', () => answered(this, kindOf(String(address))));
  }
  return openPlainly.call(this, method, address, ...rest);
};

function kindOf(address) {
  return address.includes('/task/') ? 'task' : 'start';
}

function answered(request, kind) {
  unmark();
  if (request.status < 300) {
    closeOldErrors();
  } else if (content(request)?.fields) {
    // The form is drawn anew when it has been refused.
    window.setTimeout(() => mark(content(request).fields, drawn[kind]), 150);
  }
}

function content(request) {
  try {
    return typeof request.response === 'string' ? JSON.parse(request.response) : request.response;
  } catch {
    return null;
  }
}

function ids(components, prefix = '', found = new Map()) {
  for (const component of components) {
    const list = component.type === 'dynamiclist';
    const own = list ? component.path : component.key;
    if (own) {
      found.set(prefix + own, component.id);
    }
    const inner = list || component.path ? `${prefix}${component.path}.` : prefix;
    ids(component.components ?? [], inner, found);
  }
  return found;
}

// A field in the second row of a list is refused as budgetLines[1].amount.
function mark(fields, known) {
  const marked = Object.entries(fields).filter(([key, text]) => {
    const rows = [...key.matchAll(/\[(\d+)\]/g)].map(row => `_${row[1]}`).join('');
    const field = fieldOf(known.get(key.replace(/\[\d+\]/g, '')), rows);
    if (field) {
      const told = document.createElement('div');
      told.className = `fjs-form-field-error ${REFUSED}`;
      told.textContent = text;
      field.classList.add('fjs-has-errors');
      field.append(told);
    }
    return field;
  });
  const first = marked.length ? document.querySelector(`.${REFUSED}`) : [...document.querySelectorAll('.alert-danger')].at(-1);
  first?.closest('.fjs-form-field, .alert-danger').scrollIntoView({ block: 'center' });
}

function fieldOf(id, rows) {
  if (!id) {
    return null;
  }
  const ending = new RegExp(`-${id}${rows}(-\\d+|-search)?$`);
  const forms = [...document.querySelectorAll('.fjs-form')];
  const form = document.querySelector('.modal-content .fjs-form') ?? forms.at(-1);
  const found = [...form?.querySelectorAll('[id^="fjs-form"]') ?? []].find(element => ending.test(element.id));
  return found?.closest('.fjs-form-field') ?? null;
}

function unmark(within = document) {
  within.querySelectorAll(`.${REFUSED}`).forEach(told => {
    told.closest('.fjs-form-field').classList.remove('fjs-has-errors');
    told.remove();
  });
}

function closeOldErrors() {
  document.querySelectorAll('.alert-danger .close').forEach(button => button.click());
}

// Another task, another matter.
let shown = taskOf(window.location.hash);
window.addEventListener('hashchange', () => {
  const next = taskOf(window.location.hash);
  if (next !== shown) {
    shown = next;
    closeOldErrors();
  }
});

function taskOf(hash) {
  return new URLSearchParams(hash.split('?')[1]).get('task');
}

for (const kind of ['input', 'change']) {
  window.addEventListener(kind, ({ target }) => {
    const field = target.closest?.('.fjs-form-field');
    if (field) {
      unmark(field);
      if (kind === 'input') {
        // A text area tells of its change only when the person leaves it for the button.
        field.closest('.modal')?.querySelector('.tidig-leaving')?.remove();
      }
      field.closest('.modal')?.setAttribute('data-tidig-typed', '');
    }
  }, true);
}

// Camunda closes the dialog by a click beside it, by Esc and by the button at its foot.
window.addEventListener('click', event => {
  const dialog = event.target.closest?.('.modal');
  const leaves = event.target === dialog || event.target.closest?.('.modal-footer .btn:not(.btn-primary), .modal-header .close');
  if (leaves) {
    keepIfWanted(event, dialog);
  }
}, true);
window.addEventListener('keydown', event => {
  if (event.key === 'Escape') {
    keepIfWanted(event, document.querySelector('.modal[data-tidig-typed]'));
  }
}, true);

// The browser's own question would be ignored, because Camunda's pages are sandboxed without it.
function keepIfWanted(event, dialog) {
  if (!dialog?.hasAttribute('data-tidig-typed') || !dialog.querySelector('.fjs-form')) {
    return;
  }
  const warning = dialog.querySelector('.tidig-leaving') ?? warn(dialog, event.timeStamp);
  if (event.timeStamp - warning.dataset.since < DOUBLE_CLICK) {
    event.stopImmediatePropagation();
    event.preventDefault();
  }
}

function warn(dialog, since) {
  const warning = document.createElement('div');
  warning.className = 'alert alert-warning tidig-leaving';
  warning.setAttribute('role', 'alert');
  warning.dataset.since = since;
  warning.textContent = LEAVING;
  dialog.querySelector('.modal-footer').before(warning);
  warning.scrollIntoView({ block: 'nearest' });
  return warning;
}
