/**
 * The script of the panel "REST calls", as the browser gets it. It looks on: it reads a copy of each answer of /graphql that the page gets, and shows the calls that `extensions.superoffice` tells of. It writes
 * text only (textContent), never HTML, and sends nothing. No backtick and no dollar-brace in it: this is one literal.
 */
export const panelScript = String.raw`'use strict';
(() => {
  /** @typedef {{ operation: string, id: string | null, select: string | null, status: number | null,
   *    attempt: number, durationMs: number, bytes: number }} Call */

  const graphqlPath = '/graphql';

  /** @param {string} name @param {{ text?: string, className?: string }} [options] @param {(Node | null)[]} children */
  const element = (name, { text = '', className = '' } = {}, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    made.append(...children.filter((child) => child !== null));
    return made;
  };

  /** @param {number} count @param {string} noun */
  const counted = (count, noun) => count + ' ' + noun + (count === 1 ? '' : 's');

  /** @param {number} bytes */
  const sizeText = (bytes) => (bytes < 10240 ? bytes + ' B' : Math.round(bytes / 1024) + ' kB');

  /** Breaks only where a name ends: after a comma or a slash. @param {string} select */
  const selectText = (select) => {
    const shown = element('code', { className: 'select' });
    for (const part of select.split(/(?<=[,/])/)) shown.append(part, document.createElement('wbr'));
    return shown;
  };

  /** @param {Call} call */
  const callItem = (call) => {
    const isGood = call.status !== null && call.status < 400;
    const about = call.id === null ? '' : ' ' + call.id;
    const status = element('span', { text: String(call.status ?? 'no answer'), className: isGood ? 'good' : 'bad' });
    const retried = call.attempt > 1 ? element('span', { text: 'attempt ' + call.attempt, className: 'bad' }) : null;
    const figures = element(
      'p',
      { className: 'figures' },
      status,
      element('span', { text: call.durationMs + ' ms' }),
      element('span', { text: sizeText(call.bytes) }),
      retried,
    );
    const name = element('p', { className: 'operation' }, element('b', { text: call.operation }), about);
    const select =
      call.select === null
        ? element('p', { text: 'without $select', className: 'quiet' })
        : element('p', { className: 'selection' }, element('span', { text: '$select=', className: 'quiet' }), selectText(call.select));
    return element('li', {}, name, figures, select);
  };

  const panel = element('aside', { className: 'rest-calls' });
  panel.setAttribute('aria-label', 'REST calls that this query made');
  const toggle = element('button', { className: 'toggle' });
  toggle.setAttribute('type', 'button');
  toggle.setAttribute('aria-controls', 'rest-calls-body');
  const totals = element('p', { className: 'totals' });
  totals.setAttribute('role', 'status');
  const note = element('p', { className: 'note' });
  const list = element('ol', { className: 'list' });
  const body = element('div', { className: 'body' }, totals, note, list);
  body.id = 'rest-calls-body';
  body.tabIndex = 0;
  body.setAttribute('role', 'region');
  body.setAttribute('aria-label', 'List of REST calls');
  panel.append(element('h2', { text: 'REST calls of this query', className: 'heading' }), toggle, body);

  /** @param {boolean} isOpen */
  const setOpen = (isOpen) => {
    document.documentElement.classList.toggle('rest-calls-closed', !isOpen);
    toggle.textContent = isOpen ? 'Hide' : 'Show REST calls';
    toggle.setAttribute('aria-expanded', String(isOpen));
  };

  /** @param {string} totalsText @param {string} noteText @param {readonly Call[]} calls */
  const show = (totalsText, noteText, calls) => {
    totals.textContent = totalsText;
    note.textContent = noteText;
    note.hidden = noteText === '';
    list.replaceChildren(...calls.map(callItem));
    body.scrollTop = 0;
  };

  const howToExplain =
    'This answer does not tell its calls. Send the header x-superoffice-explain: 1 (Set Headers, on the left). ' +
    'If it is sent, the gateway does not allow it: its operator can, by EXPLAIN=true.';

  /** @param {any} answer @param {string} title */
  const showAnswer = (answer, title) => {
    const told = answer?.extensions?.superoffice;
    if (!told || !Array.isArray(told.calls)) return show(title, howToExplain, []);
    const calls = /** @type {readonly Call[]} */ (told.calls);
    const bytes = calls.reduce((sum, call) => sum + call.bytes, 0);
    const none = calls.length === 0 ? 'Nothing had to be asked of SuperOffice.' : '';
    const text = counted(told.callsMade, 'call') + ', ' + told.callsSaved + ' saved, ' + sizeText(bytes);
    show((title ? title + ': ' : '') + text, none, calls);
  };

  /** @param {unknown} url */
  const isGraphql = (url) => {
    const { origin, pathname } = new URL(String(url), location.href);
    return origin === location.origin && pathname.endsWith(graphqlPath); // BASE_PATH may stand before it
  };

  /** The name of an operation that a person sent; null for the page's own look at the schema. @param {unknown} sent */
  const operationTitle = (sent) => {
    try {
      const { operationName, query } = JSON.parse(String(sent));
      if (operationName === 'IntrospectionQuery' || /\b__schema\b/.test(query)) return null;
      return operationName || '';
    } catch {
      return '';
    }
  };

  /** @param {string} text @param {unknown} sent */
  const observe = (text, sent) => {
    const title = operationTitle(sent);
    if (title === null) return;
    try {
      showAnswer(JSON.parse(text), title);
    } catch {
      show(title, 'The answer is not JSON.', []);
    }
  };

  // Read before the page gets it, and handed on whole: Altair cancels what is left of an answer when it has the first part of it,
  // and with it every copy that is still being read.
  const pageFetch = window.fetch;
  window.fetch = async (input, options) => {
    const response = await pageFetch(input, options);
    if (!isGraphql(input instanceof Request ? input.url : input) || response.body === null) return response;
    const text = await response.text();
    observe(text, options?.body);
    const { status, statusText, headers, url } = response;
    return Object.defineProperty(new Response(text, { status, statusText, headers }), 'url', { value: url });
  };

  /** @type {WeakMap<XMLHttpRequest, string>} */
  const urls = new WeakMap();
  const { open, send } = XMLHttpRequest.prototype;
  /** @this {XMLHttpRequest} @param {any[]} details */
  XMLHttpRequest.prototype.open = function (...details) {
    urls.set(this, String(details[1]));
    return open.apply(this, /** @type {any} */ (details));
  };
  XMLHttpRequest.prototype.send = function (sent) {
    if (isGraphql(urls.get(this))) {
      this.addEventListener('load', () => {
        const isText = this.responseType === '' || this.responseType === 'text';
        observe(isText ? this.responseText : JSON.stringify(this.response), sent);
      });
    }
    return send.call(this, sent);
  };

  toggle.addEventListener('click', () => setOpen(toggle.getAttribute('aria-expanded') !== 'true'));
  document.addEventListener('DOMContentLoaded', () => {
    document.body.append(panel);
    setOpen(true);
    show('', 'Run the query (Ctrl+Enter): its calls to SuperOffice are listed here, each with its $select.', []);
  });
})();
`;
