// Saves a part of a draft as one types. Without this script each page is saved by its buttons.
(() => {
  'use strict';
  const form = document.getElementById('draft');
  const status = document.getElementById('autosave');
  if (!form || !status || form.querySelector('fieldset.plain:disabled')) return;
  const key = 'draft ' + form.action;
  const pause = 1500;
  let timer = null;
  let sending = null;
  let again = false;
  let stopped = false;

  // Files are sent by their buttons; the page's own names and the token are not kept in the browser.
  const typed = () => [...new FormData(form)].filter(([, value]) => typeof value === 'string');
  const own = ([name]) => !name.startsWith('draft-') && name !== '_csrf';
  let last = JSON.stringify(typed().filter(own));

  const say = (text, link, label) => {
    status.textContent = text;
    if (link) {
      const a = document.createElement('a');
      a.href = link;
      a.textContent = label || '→';
      if (!label) a.setAttribute('aria-label', text);
      status.append(' ', a);
    }
  };
  const keep = () => {
    try {
      localStorage.setItem(key, JSON.stringify({ at: Date.now(), typed: typed().filter(own) }));
    } catch (full) { /* the browser keeps nothing */ }
  };
  const drop = () => {
    try { localStorage.removeItem(key); } catch (none) { /* the same */ }
  };

  const save = (leaving) => {
    clearTimeout(timer);
    const now = JSON.stringify(typed().filter(own));
    if (stopped || now === last) return;
    if (sending) { again = true; return; }
    sending = send(now, leaving);
  };
  const send = async (now, leaving) => {
    keep();
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        body: new URLSearchParams(typed()),
        headers: { 'X-Requested-With': 'fetch' },
        redirect: 'error',
        keepalive: leaving === true,
      });
      if (answer.status === 401 || answer.status === 403) {
        // The page leads by the log-in back to itself, with a new token, and offers what is kept.
        say(form.dataset.loggedOut, form.action, form.dataset.login);
      } else if (!answer.ok) {
        throw new Error(answer.status);
      } else {
        const told = await answer.json();
        last = now;
        drop();
        if (told.stop) {
          stopped = true;
          say(told.stop, told.link);
        } else {
          say(told.saved + (told.others ? '. ' + told.others : ''));
        }
      }
    } catch (lost) {
      say(form.dataset.offline);
      timer = setTimeout(save, 15000);
    }
    sending = null;
    if (again) { again = false; save(); }
  };

  form.addEventListener('input', () => {
    clearTimeout(timer);
    keep();
    timer = setTimeout(save, pause);
  });
  form.addEventListener('change', () => save());
  // What is on its way must not come after the page itself: it would undo what was typed since.
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    if (!sending) { stopped = true; return; }
    event.preventDefault();
    if (stopped) return;
    stopped = true;
    const button = event.submitter;
    Promise.race([sending, new Promise((over) => setTimeout(over, 10000))]).then(() => {
      sending = null;
      form.requestSubmit(button);
    });
  });
  window.addEventListener('online', () => save());
  document.addEventListener('visibilitychange', () => { if (document.hidden) save(true); });

  // What was not saved in time is offered back; it is never put in by itself.
  const offer = () => {
    let kept;
    try { kept = JSON.parse(localStorage.getItem(key)); } catch (none) { kept = null; }
    if (!kept) return;
    if (JSON.stringify(kept.typed) === last) { drop(); return; }
    const box = document.createElement('div');
    box.className = 'notice warn';
    const inner = document.createElement('div');
    const text = document.createElement('p');
    text.textContent = form.dataset.kept.replace('{0}', new Date(kept.at).toLocaleString(document.documentElement.lang));
    const actions = document.createElement('p');
    const button = (label, act) => {
      const made = document.createElement('button');
      made.type = 'button';
      made.className = 'btn second small';
      made.textContent = label;
      made.addEventListener('click', () => { act(); box.remove(); });
      actions.append(made, ' ');
    };
    button(form.dataset.restore, () => { put(kept.typed); save(); });
    button(form.dataset.drop, drop);
    inner.append(text, actions);
    box.append(inner);
    form.before(box);
  };
  const put = (values) => {
    for (const field of form.elements) {
      if (!field.name || !own([field.name]) || field.type === 'hidden' || field.type === 'file' || field.type === 'submit') continue;
      const given = values.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.type === 'checkbox' || field.type === 'radio') {
        field.checked = given.includes(field.value);
      } else if (given.length) {
        field.value = given[0];
      }
    }
  };
  offer();

  // What was typed before this script was there.
  const isChanged = (field) => {
    if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
    return field.matches('input:not([type=hidden], [type=file]), textarea') && field.value !== field.defaultValue;
  };
  if ([...form.elements].some(isChanged)) {
    last = '';
    save();
  }
})();
