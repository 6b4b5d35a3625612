// Corrects Camunda Forms 1.8: they read typed text too late, do not say what is wrong, mix up drafts, and move dates back
// a day.

// The library reads a field 300 ms after the last key. If the form is drawn again before that, the field is emptied. If
// the person leaves the field before that, they are told to fill in what they have filled in. So it is read at once.
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

// A draft is stored under the id of its task. A start form has no task, so the drafts of all processes had the same key,
// and one form was filled in with the text of another. This script gives each process its own key.
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

// References are kept on one line; a browser breaks them at their hyphens. form-js does not mark columns, and paging in a
// table puts other texts into the same cells, so each cell is checked at every change.
const REFERENCE = /^[A-Z]{1,2}-\d{4}-\d+(-\d+)*$/;

new MutationObserver(() => {
  document.querySelectorAll('.fjs-table-td').forEach(cell => {
    cell.classList.toggle('tidig-reference', REFERENCE.test(cell.textContent.trim()));
  });
}).observe(document.documentElement, { subtree: true, childList: true, characterData: true });

// form-js reads a day as midnight UTC and shows the local day, so west of Greenwich each date moves back by one. This
// script reads a day without a time as the start of the local day.
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

// The submit button is disabled as long as something is wrong, even if nothing says what. The click passes through the
// button to the element behind it (see user-styles.css), and the script makes the form show what is missing.
document.addEventListener('click', event => {
  const button = [...event.target.children ?? []].find(isSubmitButton);
  if (button?.disabled && isWithin(button, event)) {
    formOf(button)?.requestSubmit();
    later(showWhatIsWrong);
  } else if (isSubmitButton(event.target)) {
    later(showWhatIsWrong, 100, formOf(event.target));
  }
});

function isSubmitButton(element) {
  return element.matches('.form-actions .btn-primary, .modal-footer .btn-primary') && formOf(element) !== null;
}

// A start form is in a dialog above the form of the task.
function formOf(button) {
  return (button.closest('.modal-content') ?? document).querySelector('.fjs-form');
}

function isWithin(element, { clientX, clientY }) {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return left <= clientX && clientX <= right && top <= clientY && clientY <= bottom;
}

// The first wrong field may be several screens above the button.
function showWhatIsWrong() {
  const wrong = document.querySelector('.fjs-container .fjs-has-errors');
  if (!wrong) {
    return;
  }
  wrong.scrollIntoView({ block: 'center' });
  // Selects and dates would open and cover the message.
  wrong.querySelector('input:not([role=combobox], [type=radio], .flatpickr-input), textarea')?.focus({ preventScroll: true });
  const told = [...document.querySelectorAll('.alert-danger .message')].at(-1);
  if (told && !told.textContent.trim()) {
    told.textContent = 'Rätta det som är markerat med rött i formuläret.';
  }
}
