// Staff, groups and boards are Tidig's own. Admin shows them in forms that it cannot save: here they are read, and a
// sentence says where they are changed. The buttons are put away by user-styles.css.

const FORMS = 'form[name="editProfileForm"], form[name="editGroupForm"], form[name="editTenantForm"]';
const PAGES = /^#\/(users|groups|tenants)\/[^/?]/;
const SAYS = 'Användare, grupper och länsstyrelser visas här men ändras inte. '
  + 'Vilka grupper var och en hör till väljs på sidan ';

function note() {
  const link = document.createElement('a');
  link.href = '/personal';
  link.textContent = 'Personal';
  const paragraph = document.createElement('p');
  paragraph.className = 'kept-elsewhere';
  paragraph.append(SAYS, link, '.');
  return paragraph;
}

new MutationObserver(() => {
  document.querySelectorAll(`:is(${FORMS}) input:not([readonly])`).forEach(input => {
    input.readOnly = true;
  });
  const content = document.querySelector('.section-content');
  if (content && PAGES.test(location.hash) && !content.querySelector('.kept-elsewhere')) {
    content.prepend(note());
  }
}).observe(document.documentElement, { subtree: true, childList: true });
