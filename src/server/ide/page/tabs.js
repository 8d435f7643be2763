/**
 * Opens Altair's first tab and the variables of each tab that has some, and makes Altair's links and tabs, which respond to the mouse
 * only, buttons for the keyboard. Altair has no option for these.
 */

const tabNames = '.window-switcher__item';
const clickable = `${tabNames}, .window-switcher__close, .side-menu-item, .submenu-item, .variables-editor--title, .header__menu-item`;

let isFirstOpen = false;
/** Elements of Altair that were prepared: each editor is new whenever its tab is opened. @type {WeakSet<Element>} */
const prepared = new WeakSet();

/** @param {string} selector */
const click = (selector) => /** @type {HTMLElement | null} */ (document.querySelector(selector))?.click(); // what Altair has there

/** Altair opens the last of its initial tabs. */
function openFirst() {
  const tabs = document.querySelectorAll(tabNames);
  if (isFirstOpen || tabs.length < Number(document.documentElement.dataset['tabs'])) return;
  isFirstOpen = true;
  click(tabNames);
}

/** Once for each tab: variables that a user closes stay closed. */
function openVariables() {
  const tab = document.querySelector(`${tabNames}--active`);
  const editor = document.querySelector('app-query-editor .cm-content');
  if (!tab || !editor?.textContent || prepared.has(editor)) return;
  prepared.add(editor);
  if (!isFirstOpen || prepared.has(tab)) return;
  prepared.add(tab);
  if (editor.textContent.includes('$') && !document.querySelector('app-variables-editor'))
    click('.variables-editor--title');
}

/** A name for what has only an icon; null: its text is its name. @param {Element} element */
function labelOf(element) {
  if (element.matches('.window-switcher__close')) return 'Close tab';
  if (element.matches('.side-menu-item:not([track-id])')) return 'Query tools';
  return element.matches(':has([name="settings"])') ? 'Settings' : null;
}

function prepareButtons() {
  for (const element of document.querySelectorAll(clickable)) {
    if (element.hasAttribute('tabindex')) continue;
    element.setAttribute('tabindex', '0');
    element.setAttribute('role', 'button');
    const label = labelOf(element);
    if (label) element.setAttribute('aria-label', label);
  }
}

document.addEventListener('keydown', (event) => {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || !['Enter', ' '].includes(key) || !target.matches(clickable)) return;
  event.preventDefault();
  target.click();
});

new MutationObserver(() => {
  openFirst();
  openVariables();
  prepareButtons();
}).observe(document.documentElement, { childList: true, subtree: true });
