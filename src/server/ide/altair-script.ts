/**
 * What Altair cannot be told by its options, as the browser gets it, before Altair runs. A test in a real browser holds each.
 * No backtick and no dollar-brace in it: this is one literal.
 */
export const altairScript = String.raw`'use strict';
(() => {
  // Some of the style elements that Altair makes lack the nonce that the page allows styles by.
  const nonce = document.currentScript.nonce;
  const createElement = Document.prototype.createElement;
  Document.prototype.createElement = function (name, ...options) {
    const made = createElement.call(this, name, ...options);
    if (made instanceof HTMLStyleElement) made.nonce = nonce;
    return made;
  };

  // Altair writes its tabs, and with them the credentials in their headers, into IndexedDB even where it is told to keep nothing.
  for (const method of ['put', 'add']) {
    const write = IDBObjectStore.prototype[method];
    IDBObjectStore.prototype[method] = function (value, ...key) {
      const kept = this.name === 'appState' ? { ...value, value: 'null' } : value;
      return write.call(this, kept, ...key);
    };
  }

  // Its banner advertises a plugin that another host would serve.
  try {
    localStorage.setItem('altair:db:ai-plugin-showcased', '{"value":true}');
  } catch {
    // Without storage, the banner is there and does no harm.
  }

  // It opens the last of the tabs that it is given.
  const openFirst = new MutationObserver(() => {
    const tabs = document.querySelectorAll('.window-switcher__item');
    if (tabs.length < Number(document.documentElement.dataset.tabs)) return;
    openFirst.disconnect();
    tabs[0]?.click();
  });
  openFirst.observe(document.documentElement, { childList: true, subtree: true });
})();
`;
