/**
 * POST Agents/Chat/GetChatMessages, GetChatTranscript and AddChatMessage.
 * All three return `null` for an unknown session. Messages are never translated.
 */
import { jsonResponse } from '../http-response.js';
import type { JsonRecord } from '../json-record.js';
import { blankRecord } from '../records/blank-record.js';
import { chatMessageShape } from '../select/shape.js';
import { readCarrier } from '../select/read-carrier.js';
import { postMessage } from '../world/conversation.js';
import { refusalToWrite } from '../world/rights.js';
import { htmlTranscript, plainTranscript } from '../world/transcript.js';
import { selectedResponse } from './selected-response.js';
import type { Operation, OperationCall } from './operation.js';
import { BodyParameters, findProperty } from './read-parameters.js';
import { missingParameter, refuseIf } from './refused-call-error.js';

const withoutTranslation = (call: OperationCall): OperationCall => ({ ...call, language: null });

export const getChatMessages: Operation = {
  name: 'GetChatMessages',
  bodyId: 'ChatSessionId',
  logDetails: (body) => {
    const after = findProperty(body, 'After');
    return typeof after === 'number' && after > 0 ? [`after=${after}`] : [];
  },
  description: 'Lists the messages of a chat session, or those after a message.',
  invoke: (call) => {
    const body = new BodyParameters(call);
    const [id, after] = [body.integer('ChatSessionId'), body.integer('After', 0)];
    return selectedResponse(withoutTranslation(call), chatMessageShape, () => messagesAfter(call, id, after));
  },
};

export const getChatTranscript: Operation = {
  name: 'GetChatTranscript',
  bodyId: 'ChatSessionId',
  logDetails: (body) => (findProperty(body, 'Html') === true ? ['html'] : []),
  description: 'Gets the conversation of a chat session as one text, plain or HTML.',
  invoke: (call) => {
    const body = new BodyParameters(call);
    const [id, isHtml] = [body.integer('ChatSessionId'), body.flag('Html')];
    const messages = messagesAfter(call, id, 0);
    if (messages === null) return jsonResponse(null);
    return jsonResponse(isHtml ? htmlTranscript(messages) : plainTranscript(messages));
  },
};

export const addChatMessage: Operation = {
  name: 'AddChatMessage',
  bodyId: 'ChatSessionId',
  description: 'Adds a message to a chat session.',
  invoke: (call) => {
    const body = new BodyParameters(call);
    const id = body.integer('ChatSessionId');
    const message = newMessage(call, body.record('Message'));
    return selectedResponse(withoutTranslation(call), chatMessageShape, () => {
      const session = call.world.sessions.find(id);
      if (session === null) return null;
      refuseIf(refusalToWrite(session, call.caller, call.world));
      return postMessage(call.world, session, message);
    });
  },
};

function messagesAfter({ world }: OperationCall, id: number, after: number): readonly JsonRecord[] | null {
  if (world.sessions.find(id) === null) return null;
  return world.messages.of(id).filter((message) => Number(message['ChatMessageId']) > after);
}

/** The server sets ids and date; author and type have defaults. */
function newMessage({ operation, caller, world }: OperationCall, sent: JsonRecord): JsonRecord {
  const read = readCarrier(sent, chatMessageShape);
  if (read === undefined || !areTypesKnown(read)) throw missingParameter(operation, 'Message', 'Object');
  const { Type, Author, ...others } = Object.fromEntries(Object.entries(read).filter(([, value]) => value !== null));
  return {
    ...blankRecord(chatMessageShape),
    ...others,
    Type: Type === undefined || Type === 'Invalid' ? 'ToCustomer' : Type,
    Author: Author === undefined || Author === '' ? caller.fullName : Author,
    WhenPosted: world.now(),
  };
}

const typeNames: readonly unknown[] = [undefined, null, 'Invalid', 'ToCustomer', 'ToUser', 'Special'];
const specialTypeNames: readonly unknown[] = [
  ...[undefined, null, 'None', 'Welcome', 'Url', 'Block', 'NewSession', 'TransferedSession', 'Error', 'SessionDeleted'],
  ...['FaqSuccessQuestion', 'ClosedByUser', 'ClosedByCustomer', 'ClosedByIdle', 'TransferRejected'],
  ...['ReopenedByCustomer', 'ClickedOption', 'BotMessage', 'Options', 'IllegalFileType'],
];

/** As in .NET, an unknown enum name makes the whole body invalid. */
function areTypesKnown({ Type, SpecialType }: JsonRecord): boolean {
  return typeNames.includes(Type) && specialTypeNames.includes(SpecialType);
}
