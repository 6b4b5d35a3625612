// What Camunda Forms 1.8 leave undone: they take up what is typed late, keep silent about what is wrong, mix up drafts,
// and step back a day.

// A field is taken up 300 ms after the last key. Whatever draws the form again in the meantime empties the field,
// and who leaves it in the meantime is told to fill in what they have filled in. So it is taken up at once.
const TAKEN_UP_AFTER = 300;
const later = window.setTimeout;
let typing = false;

window.setTimeout = (action, delay, ...rest) => later(action, typing && delay === TAKEN_UP_AFTER ? 0 : delay, ...rest);

window.addEventListener('input', event => {
  typing = Boolean(event.target.closest?.('.fjs-container'));
}, true);
window.addEventListener('input', () => {
  typing = false;
});

// A draft is kept under the id of its task. A start form has no task, so those of all processes lay under one key, and
// one form was filled in with what was written in another. Each process has its own, known when its form is drawn.
const DRAFT_WITHOUT_TASK = 'camunda-form:undefined';
let draft = DRAFT_WITHOUT_TASK;

for (const [name, read] of [['getItem', true], ['setItem', false], ['removeItem', false]]) {
  const plain = Storage.prototype[name];
  Storage.prototype[name] = function (key, ...value) {
    if (key === DRAFT_WITHOUT_TASK && read) {
      const process = new URLSearchParams(window.location.hash.split('?')[1]).get('processStart');
      draft = process === null ? DRAFT_WITHOUT_TASK : `camunda-form:start:${process}`;
    }
    return plain.call(this, key === DRAFT_WITHOUT_TASK ? draft : key, ...value);
  };
}

// References are read on one line. A browser breaks them at their hyphens, and form-js marks no columns; the page of a
// table that is turned to puts other texts into the same cells.
const REFERENCE = /^[A-Z]{1,2}-\d{4}-\d+(-\d+)*$/;

new MutationObserver(() => {
  document.querySelectorAll('.fjs-table-td').forEach(cell => {
    cell.classList.toggle('tidig-reference', REFERENCE.test(cell.textContent.trim()));
  });
}).observe(document.documentElement, { subtree: true, childList: true, characterData: true });

// form-js reads an answer's day as midnight in Greenwich and shows the local day: west of Greenwich each day stepped back
// by one. A day without a time is the local day's beginning.
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const parseDate = Date.parse;

Date.parse = text => parseDate(DAY.test(text) ? `${text}T00:00:00` : text);

// Weeks begin on Monday.
document.addEventListener('focus', event => {
  const calendar = event.target._flatpickr;
  if (calendar && calendar.l10n.firstDayOfWeek !== 1) {
    calendar.set('locale', { firstDayOfWeek: 1 });
  }
}, true);

// The button that hands in is put out of use while something is wrong, also where nobody has been told what: the
// click goes through it to what is behind (see user-styles.css), and the form is asked to say what is missing.
document.addEventListener('click', event => {
  const button = [...event.target.children ?? []].find(isHandingIn);
  if (button?.disabled && isWithin(button, event)) {
    formOf(button)?.requestSubmit();
    later(showWhatIsWrong);
  } else if (isHandingIn(event.target)) {
    later(showWhatIsWrong, 100, formOf(event.target));
  }
});

function isHandingIn(element) {
  return element.matches('.form-actions .btn-primary, .modal-footer .btn-primary') && formOf(element) !== null;
}

// A start form lies in a dialog above the task's.
function formOf(button) {
  return (button.closest('.modal-content') ?? document).querySelector('.fjs-form');
}

function isWithin(element, { clientX, clientY }) {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return left <= clientX && clientX <= right && top <= clientY && clientY <= bottom;
}

// The first field that is wrong may be pages above the button.
function showWhatIsWrong() {
  const wrong = document.querySelector('.fjs-container .fjs-has-errors');
  if (!wrong) {
    return;
  }
  wrong.scrollIntoView({ block: 'center' });
  // Selects and dates would open over what there is to read.
  wrong.querySelector('input:not([role=combobox], [type=radio], .flatpickr-input), textarea')?.focus({ preventScroll: true });
  const told = [...document.querySelectorAll('.alert-danger .message')].at(-1);
  if (told && !told.textContent.trim()) {
    told.textContent = 'Rätta det som är markerat med rött i formuläret.';
  }
}
