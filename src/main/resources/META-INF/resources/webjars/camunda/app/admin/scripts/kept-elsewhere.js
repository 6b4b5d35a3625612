// Staff, groups and boards are stored in Tidig, so Admin cannot save its forms for them. This script makes the forms
// read-only and says where the data is changed. user-styles.css hides the buttons.

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
