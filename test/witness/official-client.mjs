/**
 * The official client, one per user, with every answer compared with its promise on the way. The client itself is untouched: it
 * is asked as anybody would ask it, with `responseCallback` (its own option) to see the answer before its converters do.
 */
import { createRequire } from 'node:module';
import { differences } from './compare.mjs';
import { promiseOf } from './promised-types.mjs';
import { given, onTheWire } from './readings.mjs';

// The package's ES modules do not load in node (imports without .js); its CommonJS does.
const { ChatAgent } = createRequire(import.meta.url)('@superoffice/webapi');

/** The operations that the emulator plays, as the client calls them. */
export const methods = [
  ...['getChatPresenceAsync', 'saveChatPresenceAsync', 'getUserAgentListAsync'],
  ...['getChatSessionEntityAsync', 'saveChatSessionEntityAsync', 'chatSessionsForUserAsync'],
  ...['createChatSessionForTopicAsync', 'pickUpChatSessionAsync', 'pickUpFirstChatSessionAsync'],
  ...['transferChatSessionAsync', 'acceptChatSessionTransferAsync', 'rejectChatSessionTransferAsync'],
  ...['resetChatSessionAsync', 'getChatMessagesAsync', 'addChatMessageAsync', 'getChatTranscriptAsync'],
  ...['getChatTopicEntityAsync', 'chatTopicsForUserAsync', 'isWithinOpeningHoursAsync'],
  'getChatTopicUserAgentListAsync',
];

/** What the answers so far have shown. */
export const shown = {
  /** `method at: what`, of both readings, by `what`. */
  differences: new Map(),
  /** `Carrier.property` that had a value at least once, as the client gave it. */
  properties: new Set(),
};

/**
 * @param language ISO 639-1; without it, multi-language texts come raw
 * @returns the methods above
 */
export function signedIn(emulator, { username, password = username, language }) {
  const agent = new ChatAgent(emulator.url, { auth: { username, password }, timeout: 10_000 }, language);
  return Object.fromEntries(methods.map((method) => [method, (...words) => ask(agent, method, words)]));
}

async function ask(agent, method, words) {
  const sent = {};
  const responseCallback = ({ data }) => {
    sent.body = structuredClone(data); // the converters write into it
  };
  const answer = await agent[method](...words, { responseCallback });
  if (!isRefusal(sent.body)) compare(method, answer, sent.body);
  return answer;
}

/** SuperOffice's error object or ASP.NET's, both with 200. */
function isRefusal(body) {
  return body?.Error === true || typeof body?.MessageDetail === 'string';
}

function compare(method, answer, body) {
  const promise = promiseOf(method);
  const note = (carrier, property) => shown.properties.add(`${carrier}.${property}`);
  const found = [
    ...differences(answer, promise, { reading: given, shown: note }),
    ...differences(body, promise, { reading: onTheWire, at: ' (wire)' }),
  ];
  for (const { at, what } of found) {
    if (!shown.differences.has(what)) shown.differences.set(what, `${method}${at}: ${what}`);
  }
}
