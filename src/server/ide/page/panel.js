/**
 * The panel "REST calls": it reads each response of /graphql that the page gets and lists the calls in `extensions.superoffice`.
 * It writes text only, never HTML, and sends nothing.
 */

/**
 * A call to SuperOffice, as the gateway reports it; `status` is null without a response.
 * @typedef {{ operation: string, id: string | null, select: string | null, status: number | null,
 *   attempt: number, durationMs: number, bytes: number }} Call
 * @typedef {{ callsMade: number, callsSaved: number, calls: readonly Call[] }} Explanation
 */

const howToExplain =
  'This response does not list its calls. Send the header x-superoffice-explain: 1 (Set Headers, on the left). ' +
  'If it is sent, the gateway does not allow it: its operator can set EXPLAIN=true.';

/** @param {string} name @param {string} className @param {(Node | string)[]} children */
function element(name, className, ...children) {
  const created = document.createElement(name);
  created.className = className;
  created.append(...children);
  return created;
}

/** @param {number} bytes */
const sizeText = (bytes) => (bytes < 10240 ? `${bytes} B` : `${Math.round(bytes / 1024)} kB`);

/** The lines break after commas and slashes only. @param {string | null} select */
function selection(select) {
  if (select === null) return element('p', 'quiet', 'without $select');
  const parts = select.split(/(?<=[,/])/).flatMap((part) => [part, document.createElement('wbr')]);
  return element('p', 'selection', element('span', 'quiet', '$select='), element('code', 'select', ...parts));
}

/** @param {Call} call */
function callItem({ operation, id, select, status, attempt, durationMs, bytes }) {
  const isGood = status !== null && status < 400;
  const figures = [
    element('span', isGood ? 'good' : 'bad', String(status ?? 'no response')),
    element('span', '', `${durationMs} ms`),
    element('span', '', sizeText(bytes)),
    ...(attempt > 1 ? [element('span', 'bad', `attempt ${attempt}`)] : []),
  ];
  const name = element('p', 'operation', element('b', '', operation), id === null ? '' : ` ${id}`);
  return element('li', '', name, element('p', 'figures', ...figures), selection(select));
}

const toggle = element('button', 'toggle');
toggle.setAttribute('type', 'button');
toggle.setAttribute('aria-controls', 'rest-calls-body');
toggle.addEventListener('click', () => setOpen(toggle.getAttribute('aria-expanded') !== 'true'));
const totals = element('p', 'totals');
totals.setAttribute('role', 'status');
const note = element('p', 'note');
const list = element('ol', 'list');
const body = element('div', 'body', totals, note, list);
body.id = 'rest-calls-body';
body.tabIndex = 0;
body.setAttribute('role', 'region');
body.setAttribute('aria-label', 'List of REST calls');
const panel = element('aside', 'rest-calls', element('h2', 'heading', 'REST calls of this query'), toggle, body);
panel.setAttribute('aria-label', 'REST calls that this query made');

/** @param {boolean} isOpen */
function setOpen(isOpen) {
  document.documentElement.classList.toggle('rest-calls-closed', !isOpen);
  toggle.textContent = isOpen ? 'Hide' : 'Show REST calls';
  toggle.setAttribute('aria-expanded', String(isOpen));
}

/** @param {string} totalsText @param {string} noteText @param {readonly Call[]} calls */
function show(totalsText, noteText, calls = []) {
  totals.textContent = totalsText;
  note.textContent = noteText;
  note.hidden = noteText === '';
  list.replaceChildren(...calls.map(callItem));
  body.scrollTop = 0;
}

/** @param {Explanation | undefined} explanation @param {string} title */
function showExplanation(explanation, title) {
  if (!Array.isArray(explanation?.calls)) return show(title, howToExplain);
  const { callsMade, callsSaved, calls } = explanation;
  const size = sizeText(calls.reduce((sum, { bytes }) => sum + bytes, 0));
  const text = `${callsMade} call${callsMade === 1 ? '' : 's'}, ${callsSaved} saved, ${size}`;
  show(title ? `${title}: ${text}` : text, calls.length === 0 ? 'No call to SuperOffice was necessary.' : '', calls);
}

/** The name of the operation; null for the page's own query for the schema. @param {unknown} sent */
function operationTitle(sent) {
  try {
    const { operationName, query } = JSON.parse(String(sent));
    if (operationName === 'IntrospectionQuery' || /\b__schema\b/.test(query)) return null;
    return operationName || '';
  } catch {
    return '';
  }
}

/** @param {string} text @param {unknown} sent */
function showResponse(text, sent) {
  const title = operationTitle(sent);
  if (title === null) return;
  try {
    showExplanation(JSON.parse(text)?.extensions?.superoffice, title);
  } catch {
    show(title, 'The response is not JSON.');
  }
}

/** @param {string | URL | Request} input */
function isGraphql(input) {
  const { origin, pathname } = new URL(input instanceof Request ? input.url : input, location.href);
  return origin === location.origin && pathname.endsWith('/graphql'); // BASE_PATH may precede it
}

// Altair passes responses to plugins only: each has to be confirmed, and current ones need frames, which the policy forbids.
// The response is read before Altair gets it, since Altair cancels the rest after the first part, and with it every clone.
const browserFetch = window.fetch;
window.fetch = async (input, options) => {
  const response = await browserFetch(input, options);
  if (!isGraphql(input) || response.body === null) return response;
  const text = await response.text();
  showResponse(text, options?.body);
  const { status, statusText, headers, url } = response;
  return Object.defineProperty(new Response(text, { status, statusText, headers }), 'url', { value: url });
};

document.body.append(panel);
setOpen(!matchMedia('(max-width: 700px)').matches); // there it would cover the query
show('', 'Run the query (Ctrl+Enter): its calls to SuperOffice are listed here, each with its $select.');
