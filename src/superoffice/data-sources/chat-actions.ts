/**
 * The operations of the Chat agent that change something. None is ever repeated once it has left; where nothing usable comes
 * back they fail with UPSTREAM_OUTCOME_UNKNOWN.
 * @see SuperOffice: POST Agents/Chat/PickUpChatSession, PickUpFirstChatSession, TransferChatSession,
 *   AcceptChatSessionTransfer, RejectChatSessionTransfer, ResetChatSession, AddChatMessage, CreateChatSessionForTopic,
 *   SaveChatSessionEntity (and the whole GetChatSessionEntity before it), SaveChatPresence
 */
import type { CarrierRecord } from '../carrier-record.js';
import type { ChatAgent } from '../chat-agent.js';
import type { Projection } from '../projection.js';

/** What is done to one session and takes nothing but its id. */
export type SessionOperation =
  'PickUpChatSession' | 'AcceptChatSessionTransfer' | 'RejectChatSessionTransfer' | 'ResetChatSession';

/** A message as it is added. */
export interface NewMessage {
  readonly Message: string;
  /** One name of ChatMessageType. */
  readonly Type: string;
}

/** Each method is one call; the record is as it is afterwards. */
export interface ChatActionSource {
  /** @returns null where SuperOffice did nothing, e.g. a session that waits no more */
  act(operation: SessionOperation, id: string, projection: Projection): Promise<CarrierRecord | null>;
  /** @returns null where nobody waits */
  pickUpFirst(projection: Projection): Promise<CarrierRecord | null>;
  /** @param to user name or associate id */
  transfer(wanted: { readonly id: string; readonly to: string }, projection: Projection): Promise<CarrierRecord | null>;
  addMessage(sessionId: string, message: NewMessage, projection: Projection): Promise<CarrierRecord | null>;
  create(topicId: string, projection: Projection): Promise<CarrierRecord | null>;
  /**
   * Every property, because a save blanks what it is not given; and as it is stored, neither translated nor in another time
   * zone, because a save would store that. This one is a read, and may be repeated.
   */
  readWhole(id: string): Promise<CarrierRecord | null>;
  /** @param record every property: those that are missing are blanked */
  save(id: string, record: CarrierRecord): Promise<CarrierRecord | null>;
  setPresence(userId: string, isPresent: boolean): Promise<void>;
}

const isAction = true;

/** Texts come translated by the first, dates converted, or only labelled, by the last. */
const translating = ['accept-language', 'so-language', 'so-culture', 'so-timezone'];

function sessionActions(agent: ChatAgent): Omit<ChatActionSource, 'addMessage' | 'setPresence'> {
  const identity = 'ChatSessionId';
  const about = (id: string) => ({ isAction, identity, subject: { property: identity, id } });
  const aboutAny = { isAction, identity, subject: null };
  return {
    act: (operation, id, projection) =>
      agent.record({ operation, body: { ChatSessionId: Number(id) }, projection, ...about(id) }),
    pickUpFirst: (projection) => agent.record({ operation: 'PickUpFirstChatSession', projection, ...aboutAny }),
    transfer: ({ id, to }, projection) => {
      const body = { ChatSessionId: Number(id), ToAssociate: to };
      return agent.record({ operation: 'TransferChatSession', body, projection, ...about(id) });
    },
    create: (topicId, projection) => {
      const body = { ChatTopicId: Number(topicId) };
      return agent.record({ operation: 'CreateChatSessionForTopic', body, projection, ...aboutAny });
    },
    readWhole: (id) => {
      const query = `chatSessionEntityId=${id}`;
      return agent.record({
        operation: 'GetChatSessionEntity',
        query,
        projection: null,
        ...about(id),
        isAction: false,
        without: translating,
      });
    },
    save: (id, record) =>
      agent.record({
        operation: 'SaveChatSessionEntity',
        body: record,
        projection: null,
        ...about(id),
        without: ['so-timezone'], // its dates have no zone; the answer may well be translated
      }),
  };
}

export function chatActionSource(agent: ChatAgent): ChatActionSource {
  return {
    ...sessionActions(agent),
    addMessage: (sessionId, message, projection) =>
      agent.record({
        operation: 'AddChatMessage',
        body: { ChatSessionId: Number(sessionId), Message: message },
        isAction,
        identity: 'ChatMessageId',
        subject: { property: 'ChatSessionId', id: sessionId },
        projection,
      }),
    setPresence: (userId, isPresent) =>
      agent.nothing({
        operation: 'SaveChatPresence',
        body: { ChatPresence: [{ UserId: Number(userId), Present: isPresent }] },
        isAction,
      }),
  };
}
