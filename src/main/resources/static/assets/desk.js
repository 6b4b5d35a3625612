// Menus of the staff pages: only one is open, and Esc or a click beside closes it. Without this they open and close by
// their own heading.
(() => {
  const open = () => [...document.querySelectorAll('details.menu[open]')];

  document.addEventListener('click', event => {
    open().filter(menu => !menu.contains(event.target)).forEach(menu => menu.removeAttribute('open'));
  });

  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') {
      return;
    }
    open().forEach(menu => {
      if (menu.contains(document.activeElement)) {
        menu.querySelector('summary').focus();
      }
      menu.removeAttribute('open');
    });
  });
})();
