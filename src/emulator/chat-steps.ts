/**
 * What customers and agents do, as steps of a test. Each changes the world as REST operations do: status, notices, webhooks. A step
 * that is impossible throws a TypeError and changes nothing.
 */
import { isRecord, type JsonRecord } from './json-record.js';
import type { ChatWorld } from './world/chat-world.js';
import { postMessage, writtenMessage } from './world/conversation.js';
import { arrive, closeSession, customerNameOf, readByCustomer, writeAsCustomer } from './world/customer-actions.js';
import {
  assignedSession,
  knownAgent,
  knownSession,
  offeredSession,
  openSession,
  waitingSession,
} from './world/expected-session.js';
import { refusalToPickUp } from './world/rights.js';
import { acceptTransfer, offerTransfer, pickUp, rejectTransfer } from './world/session-assignment.js';
import { newSessionId, putSession } from './world/session-records.js';

export interface Arrival {
  readonly name: string;
  /** The first message. */
  readonly text: string;
  /** Default 1. */
  readonly topicId?: number;
}

export interface SessionAgent {
  readonly associateId: number;
  readonly fullName: string;
}

/** An agent is given by user name, login name or associate id: `kari`, `kari@example.com`, `702`. */
export interface ChatSteps {
  /** A customer enters the queue. @returns the id of the session @throws {TypeError} there is no such topic */
  customerArrives(arrival: Arrival): number;
  /** The customer reads the conversation and writes. @returns the id of the message @throws {TypeError} the session is not open */
  customerWrites(sessionId: number, text: string): number;
  /** The customer closes the chat: Closed, or ClosedFromQueue. @throws {TypeError} the session is not open */
  customerLeaves(sessionId: number): void;
  /** The agent who has the session; null: none. @throws {TypeError} there is no such session */
  agentOf(sessionId: number): SessionAgent | null;
  /** @throws {TypeError} the session is not in the queue, or the agent has no role in its topic */
  agentPicksUp(sessionId: number, agent: string): void;
  /** The agent who has the session writes. @returns the id of the message @throws {TypeError} no agent has it */
  agentWrites(sessionId: number, text: string): number;
  /** The agent who has the session offers it to another one. @throws {TypeError} no agent has it */
  agentOffers(sessionId: number, to: string): void;
  /** The agent who is offered the session takes it. @throws {TypeError} it is not offered */
  agentAccepts(sessionId: number): void;
  /** The agent who is offered the session does not take it. @throws {TypeError} it is not offered */
  agentRejects(sessionId: number): void;
  /** The agent who has the session closes it: Finished. @throws {TypeError} no agent has it */
  agentCloses(sessionId: number): void;
}

export function chatSteps(world: ChatWorld): ChatSteps {
  return { ...customerSteps(world), ...agentSteps(world), ...transferSteps(world) };
}

function customerSteps(world: ChatWorld): Pick<ChatSteps, 'customerArrives' | 'customerWrites' | 'customerLeaves'> {
  return {
    customerArrives: ({ name, text, topicId = 1 }) => {
      if (world.topics.find(topicId) === null) throw new TypeError(`there is no topic ${topicId}`);
      const id = newSessionId(world);
      arrive(world, { id, topicId, timeMs: world.nowMs(), customer: { CustomerName: name }, text });
      return id;
    },
    customerWrites: (sessionId, text) => {
      const when = world.now();
      const session = readByCustomer(world, openSession(world, sessionId), when);
      return messageIdOf(writeAsCustomer(world, session, { text, when }));
    },
    customerLeaves: (sessionId) => {
      const session = openSession(world, sessionId);
      const author = customerNameOf(session);
      closeSession(world, session, { specialType: 'ClosedByCustomer', author, when: world.now() });
    },
  };
}

type AgentStep = 'agentOf' | 'agentPicksUp' | 'agentWrites' | 'agentCloses';

function agentSteps(world: ChatWorld): Pick<ChatSteps, AgentStep> {
  return {
    agentOf: (sessionId) => {
      const { User } = knownSession(world, sessionId);
      if (!isRecord(User) || !User['AssociateId']) return null;
      return { associateId: Number(User['AssociateId']), fullName: String(User['FullName'] ?? '') };
    },
    agentPicksUp: (sessionId, name) => {
      const session = waitingSession(world, sessionId);
      const agent = knownAgent(name);
      if (refusalToPickUp(session, agent, world) !== null)
        throw new TypeError(`${agent.userName} has no role in topic ${Number(session['TopicId'])}`);
      pickUp(world, sessionId, agent);
    },
    agentWrites: (sessionId, text) => {
      const { session, agent } = assignedSession(world, sessionId);
      const message = writtenMessage({ type: 'ToCustomer', text, author: agent.fullName, when: world.now() });
      return messageIdOf(postMessage(world, session, message));
    },
    agentCloses: (sessionId) => {
      const { session, agent } = assignedSession(world, sessionId);
      putSession(world, { ...session, Status: 'Finished' }, agent);
    },
  };
}

function transferSteps(world: ChatWorld): Pick<ChatSteps, 'agentOffers' | 'agentAccepts' | 'agentRejects'> {
  return {
    agentOffers: (sessionId, to) => {
      const { session, agent } = assignedSession(world, sessionId);
      offerTransfer(world, session, { from: agent, to: knownAgent(to) });
    },
    agentAccepts: (sessionId) => {
      const { session, agent } = offeredSession(world, sessionId);
      acceptTransfer(world, session, agent);
    },
    agentRejects: (sessionId) => {
      const { session, agent } = offeredSession(world, sessionId);
      rejectTransfer(world, session, agent);
    },
  };
}

function messageIdOf(message: JsonRecord): number {
  return Number(message['ChatMessageId']);
}
