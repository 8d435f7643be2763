/**
 * Prepares the page for Altair where Altair has no option. Only own properties of `document` and `window` are set, no prototype;
 * test/e2e/browser covers each part.
 */

const nonce = document.querySelector('script')?.nonce ?? '';

// Angular CDK and ng-zorro insert style elements without the nonce although Altair's `cspNonce` is set, and a MutationObserver runs
// too late: the browser has refused them by then.
const createElement = document.createElement.bind(document);
/** @param {string} name @param {ElementCreationOptions} [options] */
document.createElement = (name, options) => {
  const element = createElement(name, options);
  if (element instanceof HTMLStyleElement) element.nonce = nonce;
  return element;
};

// Altair writes its tabs, with the credentials in their headers, to IndexedDB: `preserveState: false` only stops it from reading
// them. Where there is no IndexedDB, it reports an error for each write; this one never opens, and it waits.
Object.defineProperty(window, 'indexedDB', { value: { open: () => ({}), databases: async () => [] } });

// Hides the banner for a plugin that another host serves.
try {
  localStorage.setItem('altair:db:ai-plugin-showcased', '{"value":true}');
} catch {
  // Without storage, the banner is shown and does no harm.
}
