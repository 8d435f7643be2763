/**
 * The panel "REST calls": it reads each response of /graphql that the page gets and lists the calls in `extensions.superoffice`.
 * It writes text only, never HTML, and sends nothing.
 */
import { callItems, element, sizeText } from './calls.js';
import { curlCommand } from './curl.js';
import { observeRequests, operationOf } from './requests.js';

/**
 * @typedef {import('./requests.js').Sent} Sent
 * @typedef {{ callsMade: number, callsSaved: number, calls: readonly import('./calls.js').Call[] }} Explanation
 * @typedef {{ message: string, extensions?: { code?: string } }} ReportedError
 * @typedef {{ data?: object | null, errors?: readonly ReportedError[], extensions?: { superoffice?: Explanation } }} Result
 * @typedef {{ title: string, text?: string, hint?: string, notes?: readonly string[], calls?: Explanation['calls'] }} Shown
 */

const { credentialsHeader = 'authorization', demo } = document.documentElement.dataset;

const howToExplain =
  'This response does not list its calls. Send the header x-superoffice-explain: 1 (Set Headers, on the left). ' +
  'If it is sent, the gateway does not allow it: its operator can set EXPLAIN=true.';

const howToSignIn = `Your credentials are missing or not accepted: open Set Headers, on the left, and put your token into ${credentialsHeader}.`;

const toggle = element('button', 'button toggle');
toggle.setAttribute('type', 'button');
toggle.setAttribute('aria-controls', 'rest-calls-body');
toggle.addEventListener('click', () => setOpen(toggle.getAttribute('aria-expanded') !== 'true'));
const totals = element('p', 'totals');
const hint = element('p', 'hint');
const status = element('div', '', totals, hint);
status.setAttribute('role', 'status');
const notes = element('div', 'notes');
const list = element('ol', 'list');
const copy = element('button', 'button');
copy.setAttribute('type', 'button');
copy.title = 'A command for sh. It has $TOKEN instead of your credentials.';
const command = element('pre', 'command');
const actions = element(
  'div',
  'actions',
  copy,
  element('span', 'quiet', ' with $TOKEN, not your credentials'),
  command,
);
const body = element('div', 'body', status, notes, list, actions);
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

/** The request that the button copies; null: none was sent. @type {Sent | null} */
let last = null;

/** @param {Shown} shown @param {Sent | null} sent */
function show({ title, text = '', hint: hintText = '', notes: noteTexts = [], calls = [] }, sent) {
  totals.textContent = [title, text].filter(Boolean).join(': ');
  hint.textContent = hintText;
  notes.replaceChildren(...noteTexts.map((note) => element('p', 'note', note)));
  list.replaceChildren(...callItems(calls));
  last = sent;
  actions.hidden = !sent?.body;
  copy.textContent = 'Copy as curl';
  command.textContent = '';
  body.scrollTop = 0;
}

// Browsers without a secure origin (http, another host) have no clipboard: there the command is shown, and selected.
async function copyCommand() {
  if (!last) return;
  const text = curlCommand(last, credentialsHeader);
  try {
    await navigator.clipboard.writeText(text);
    copy.textContent = 'Copied';
  } catch {
    command.textContent = text;
    getSelection()?.selectAllChildren(command);
  }
}
copy.addEventListener('click', () => void copyCommand());

/** The header is empty or has the text with which the page begins. @param {Sent} sent */
const isTokenMissing = ({ headers }) =>
  demo === undefined && /^$|<your token>/.test(headers.get(credentialsHeader) ?? '');

/** @param {Explanation} explanation */
function callTotals({ callsMade, callsSaved, calls }) {
  const size = sizeText(calls.reduce((sum, { bytes }) => sum + bytes, 0));
  return `${callsMade} call${callsMade === 1 ? '' : 's'}, ${callsSaved} saved, ${size}`;
}

/** @param {Result} result @param {Sent} sent @returns {Shown} */
function resultShown({ data, errors = [], extensions }, sent) {
  const { operationName: title = '' } = operationOf(sent);
  const isRefused = errors.some((error) => error.extensions?.code === 'UNAUTHENTICATED');
  const signIn = isRefused || isTokenMissing(sent) ? howToSignIn : '';
  const reasons = errors.map((error) => `${error.extensions?.code ?? 'Error'}: ${error.message}`);
  const explanation = Array.isArray(extensions?.superoffice?.calls) ? extensions.superoffice : null;
  if (!data && errors.length > 0 && !explanation?.calls.length)
    return { title, text: 'refused before any call', hint: signIn, notes: reasons };
  if (explanation === null) return { title, hint: signIn, notes: [howToExplain] };
  const { calls } = explanation;
  const isUnneeded = calls.length === 0 && errors.length === 0;
  const noteTexts = isUnneeded ? ['No call to SuperOffice was necessary.'] : reasons;
  return { title, text: callTotals(explanation), hint: signIn, notes: noteTexts, calls };
}

/** @param {Sent} sent @param {import('./requests.js').Received} received */
function showResponse(sent, { status: code, text }) {
  try {
    show(resultShown(JSON.parse(text), sent), sent);
  } catch {
    show({ title: `HTTP ${code}`, notes: ['The response is not JSON: it does not come from the gateway.'] }, sent);
  }
}

/** @param {Sent} sent */
function showUnreachable(sent) {
  const note = navigator.onLine
    ? `Nothing responds at ${location.origin}. Check that the gateway runs and that your network or VPN reaches it, then send the query again.`
    : 'This device is offline. Connect to the network, then send the query again.';
  show({ title: navigator.onLine ? 'The gateway is unreachable' : 'Offline', notes: [note] }, sent);
}

document.body.append(panel);
setOpen(!matchMedia('(max-width: 700px)').matches); // there it would cover the query
const firstStep =
  demo === undefined ? [`Open Set Headers, on the left, and put your token into ${credentialsHeader}.`] : [];
const nextStep = 'Run the query (Ctrl+Enter): its calls to SuperOffice are listed here, each with its $select.';
show({ title: '', notes: [...firstStep, nextStep] }, null);
observeRequests({ onResponse: showResponse, onUnreachable: showUnreachable });
