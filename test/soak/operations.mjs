/**
 * Requests of the soak test: valid and invalid, for healthy and faulty sessions, each drawn by a seeded generator, so that a run
 * can be repeated.
 */

/** @returns numbers from 0 to 1, the same ones for the same seed (mulberry32) */
export function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const text = 'x'.repeat(2_000_000);
const outages = [
  { kind: 'status', status: 502 },
  { kind: 'status', status: 503, headers: { 'Retry-After': '0' } },
  { kind: 'status', status: 504 },
  { kind: 'reset' },
  { kind: 'truncate' },
  { kind: 'hang' },
  { kind: 'drip', bytesPerStep: 1, stepMs: 20 },
  { kind: 'raw', bytes: 'HTTP/1.1 nonsense\r\n\r\n' },
  { kind: 'raw', bytes: 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n' },
];
const faults = [
  ...[301, 400, 401, 403, 404, 408, 421, 500].map((status) => ({ kind: 'status', status, body: '{"Error":true}' })),
  { kind: 'status', status: 429, headers: { 'Retry-After': '60' } },
  { kind: 'status', status: 429, headers: { 'Retry-After': '0' } },
  { kind: 'body', body: '<html>maintenance</html>', contentType: 'text/html' },
  { kind: 'body', body: '{"ChatSessionId":' },
  { kind: 'body', body: '[]' },
  { kind: 'body', body: '' },
  { kind: 'body', body: '{"ChatSessionId":1}' },
  { kind: 'body', body: 'not gzip', headers: { 'Content-Encoding': 'gzip' } },
  { kind: 'body', body: JSON.stringify({ Error: true, ErrorType: 'SoSentryException', ErrorMessage: '' }) },
  { kind: 'body', body: JSON.stringify({ ChatSessionId: 1, CustomerName: text }) },
  { kind: 'delay', delayMs: 30 },
];

const firstFault = 1001;
const firstOutage = 2001;

/** Every fault has its own session; all other sessions are healthy. */
export function injectAll(emulator) {
  const inject = (first) => (fault, index) =>
    emulator.injectFault({ ...fault, match: { id: String(first + index) }, times: Infinity });
  faults.forEach(inject(firstFault));
  outages.forEach(inject(firstOutage));
}

const pick = (random, list) => list[Math.floor(random() * list.length)];
const idFrom = (random, first, count) => String(first + Math.floor(random() * count));

export const outageId = (random) => idFrom(random, firstOutage, outages.length);
export const healthyId = (random) => idFrom(random, 1, 250);

function anyId(random) {
  const drawn = random();
  if (drawn < 0.7) return healthyId(random);
  if (drawn < 0.92) return idFrom(random, firstFault, faults.length);
  return drawn < 0.97 ? outageId(random) : pick(random, ['0', '-1', 'x', '2147483648', '1 ']);
}

const selections = [
  'id',
  'id status rank',
  'id customerName person { fullName } user { name }',
  'id whenRequested ticket { title createdAt } contact { name } fieldProperties { name }',
];
const one = (selection) => `query ($id: ID!) { chatSession(id: $id) { ${selection} } }`;
const many = (selection) => `query ($ids: [ID!]!) { chatSessions(ids: $ids) { ${selection} } }`;
const references = (selection) =>
  `query ($all: [_Any!]!) { _entities(representations: $all) { ... on ChatSession { ${selection} } } }`;

const conversation = (selection) =>
  `query ($id: ID!) { chatSession(id: $id) { ${selection} topic { name } messages(last: 3) { id message } transcript } }`;
const startPage = (selection) =>
  `{ myChatSessions { ${selection} topic { name } } myChatTopics { id isOpen } chatPresence { id present } }`;
/** Actions without lasting records, so that the emulator does not grow. */
const acting = (selection) => `mutation ($id: ID!) {
  transferChatSession(id: $id, toAssociateId: 702) { session { ${selection} } userErrors { code } }
  rejectChatSessionTransfer(id: $id) { session { id } userErrors { code } }
}`;

const bad = [
  '{',
  '[]',
  'null',
  JSON.stringify({ query: '{ nope }' }),
  JSON.stringify({ query: '{ __schema { queryType { name } } }' }),
  JSON.stringify({ query: `{ ${Array.from({ length: 60 }, (_, n) => `a${n}: __typename`).join(' ')} }` }),
  JSON.stringify({ query: `{ ${'a { '.repeat(2_000)} }` }),
  JSON.stringify({ query: ' '.repeat(300_000) }),
  JSON.stringify({ query: 'query ($id: ID!) { chatSession(id: $id) { id } }', variables: { id: {} } }),
];

const languages = ['en', 'nb', 'de', 'sv'];

function headersOf(random) {
  if (random() < 0.03) return {};
  const token = `Bearer caller-${Math.floor(random() * 300)}`;
  return { authorization: token, 'accept-language': pick(random, languages) };
}

/** @param idOf draws the requested sessions */
function queryBody(random, idOf) {
  const selection = pick(random, selections);
  const ids = Array.from({ length: 1 + Math.floor(random() * 4) }, () => idOf(random));
  const all = ids.map((id) => ({ __typename: random() < 0.95 ? 'ChatSession' : 'Nope', id }));
  const form = pick(random, [one, one, many, many, references, conversation, startPage, acting]);
  return JSON.stringify({ query: form(selection), variables: { id: ids[0], ids, all } });
}

/** One operation: its body, its headers, and when the client disconnects, if it does. */
export function drawOperation(random, idOf = anyId) {
  const isBad = random() < 0.06;
  return {
    body: isBad ? pick(random, bad) : queryBody(random, idOf),
    headers: { 'content-type': 'application/json', ...headersOf(random) },
    leavesMs: random() < 0.08 ? random() * 60 : null,
    isHealthy: !isBad && idOf === healthyId,
  };
}

/** Must succeed after the outage: it closes the circuit again. */
export const probe = {
  body: JSON.stringify({ query: '{ chatSession(id: 192) { status } }' }),
  headers: { 'content-type': 'application/json', authorization: 'Bearer probe' },
  leavesMs: null,
  isHealthy: true,
};
