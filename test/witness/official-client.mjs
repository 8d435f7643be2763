/**
 * The official client, one per user; compares every response with its declared type. The client is not modified: its option
 * `responseCallback` returns the response before its converters change it.
 */
import { createRequire } from 'node:module';
import { differences } from './compare.mjs';
import { declaredTypeOf } from './declared-types.mjs';
import { clientFormat, wireFormat } from './value-checks.mjs';

// The package's ES modules do not load in node (imports without .js); its CommonJS does.
const { ChatAgent } = createRequire(import.meta.url)('@superoffice/webapi');

/** The client's methods for the emulator's operations. */
export const methods = [
  ...['getChatPresenceAsync', 'saveChatPresenceAsync', 'getUserAgentListAsync'],
  ...['getChatSessionEntityAsync', 'saveChatSessionEntityAsync', 'chatSessionsForUserAsync'],
  ...['createChatSessionForTopicAsync', 'pickUpChatSessionAsync', 'pickUpFirstChatSessionAsync'],
  ...['transferChatSessionAsync', 'acceptChatSessionTransferAsync', 'rejectChatSessionTransferAsync'],
  ...['resetChatSessionAsync', 'getChatMessagesAsync', 'addChatMessageAsync', 'getChatTranscriptAsync'],
  ...['getChatTopicEntityAsync', 'chatTopicsForUserAsync', 'isWithinOpeningHoursAsync'],
  ...['getChatTopicUserAgentListAsync', 'getChatTopicUserAgentAsync', 'addChatTopicUserAgentAsync'],
  ...['updateChatTopicUserAgentAsync', 'updateChatTopicUserAgentsAsync', 'deleteChatTopicUserAgentAsync'],
  ...['createDefaultChatTopicAgentAsync', 'createDefaultChatTopicEntityAsync', 'saveChatTopicEntityAsync'],
  ...['deleteChatTopicEntityAsync', 'createDefaultChatSessionEntityAsync', 'deleteChatSessionEntityAsync'],
];

/** Results of comparing all responses so far. */
export const observed = {
  /** `method at: what`, in both formats, by `what`. */
  differences: new Map(),
  /** `Carrier.property` that had a value at least once, as returned by the client. */
  properties: new Set(),
};

/**
 * @param language ISO 639-1; without it, multi-language texts are raw
 * @returns the methods above
 */
export function clientFor(emulator, { username, password = username, language }) {
  const agent = new ChatAgent(emulator.url, { auth: { username, password }, timeout: 10_000 }, language);
  return Object.fromEntries(methods.map((method) => [method, (...parameters) => call(agent, method, parameters)]));
}

async function call(agent, method, parameters) {
  const received = {};
  const responseCallback = ({ data }) => {
    received.body = structuredClone(data); // the converters modify it
  };
  const result = await agent[method](...parameters, { responseCallback });
  if (!isRefusal(received.body)) compare(method, result, received.body);
  return result;
}

/** The error object of SuperOffice or ASP.NET; both have status 200. */
function isRefusal(body) {
  return body?.Error === true || typeof body?.MessageDetail === 'string';
}

function compare(method, result, body) {
  const type = declaredTypeOf(method);
  const note = (carrier, property) => observed.properties.add(`${carrier}.${property}`);
  const found = [
    ...differences(result, type, { format: clientFormat, onValue: note }),
    ...differences(body, type, { format: wireFormat, at: ' (wire)' }),
  ];
  for (const { at, what } of found) {
    if (!observed.differences.has(what)) observed.differences.set(what, `${method}${at}: ${what}`);
  }
}
