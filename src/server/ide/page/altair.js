/**
 * Prepares the page for Altair where Altair has no option. The page runs this before Altair; test/e2e/browser covers each part.
 */

const nonce = document.querySelector('script')?.nonce ?? '';

// Angular CDK, ng-zorro and CodeMirror insert style elements without the nonce although Altair's `cspNonce` is set, and a
// MutationObserver runs too late: the browser has refused them by then.
const { createElement } = Document.prototype;
/** @this {Document} @param {string} name @param {ElementCreationOptions} [options] */
Document.prototype.createElement = function (name, options) {
  const element = createElement.call(this, name, options);
  if (element instanceof HTMLStyleElement) element.nonce = nonce;
  return element;
};

// Altair writes its tabs, with the credentials in their headers, to IndexedDB: `preserveState: false` only stops it from reading
// them, and its database (Dexie, which has hooks) is private to its bundle.
for (const method of /** @type {const} */ (['put', 'add'])) {
  const write = IDBObjectStore.prototype[method];
  /** @this {IDBObjectStore} @param {object} value @param {[IDBValidKey?]} key */
  IDBObjectStore.prototype[method] = function (value, ...key) {
    return write.call(this, this.name === 'appState' ? { ...value, value: 'null' } : value, ...key);
  };
}

// Hides the banner for a plugin that another host serves.
try {
  localStorage.setItem('altair:db:ai-plugin-showcased', '{"value":true}');
} catch {
  // Without storage, the banner is shown and does no harm.
}

// Altair opens the last of its initial tabs; this opens the first.
const openFirst = new MutationObserver(() => {
  const tabs = document.querySelectorAll('.window-switcher__item');
  if (tabs.length < Number(document.documentElement.dataset['tabs'])) return;
  openFirst.disconnect();
  if (tabs[0] instanceof HTMLElement) tabs[0].click();
});
openFirst.observe(document.documentElement, { childList: true, subtree: true });
