/**
 * The sessions and agents that a step of a test expects. Every function throws a TypeError that says what is so instead.
 */
import type { JsonRecord } from '../json-record.js';
import { agentOf, findAgent, type Agent } from './agents.js';
import type { ChatWorld } from './chat-world.js';
import { associateIdAt, isActive, isInQueue } from './session-state.js';

export interface SessionOfAgent {
  readonly session: JsonRecord;
  readonly agent: Agent;
}

export function knownSession(world: ChatWorld, id: number): JsonRecord {
  const session = world.sessions.find(id);
  if (session === null) throw new TypeError(`there is no session ${id}`);
  return session;
}

export function waitingSession(world: ChatWorld, id: number): JsonRecord {
  const session = knownSession(world, id);
  if (!isInQueue(session)) throw new TypeError(`session ${id} is not in the queue: its status is ${statusOf(session)}`);
  return session;
}

/** In the queue or active. */
export function openSession(world: ChatWorld, id: number): JsonRecord {
  const session = knownSession(world, id);
  if (isInQueue(session) || isActive(session)) return session;
  throw new TypeError(`session ${id} is not open: its status is ${statusOf(session)}`);
}

/** An active session, and the agent who has it. */
export function assignedSession(world: ChatWorld, id: number): SessionOfAgent {
  return sessionOfAgent(world, id, 'User');
}

/** An active session, and the agent who is offered it. */
export function offeredSession(world: ChatWorld, id: number): SessionOfAgent {
  return sessionOfAgent(world, id, 'TransferTo');
}

function sessionOfAgent(world: ChatWorld, id: number, property: 'User' | 'TransferTo'): SessionOfAgent {
  const session = openSession(world, id);
  const agent = isActive(session) ? agentOf(associateIdAt(session, property)) : null;
  if (agent !== null) return { session, agent };
  throw new TypeError(property === 'User' ? `no agent has session ${id}` : `session ${id} is not offered to an agent`);
}

/** @param name a user name, login name or associate id */
export function knownAgent(name: string): Agent {
  const agent = findAgent(name);
  if (agent === null) throw new TypeError(`there is no agent "${name}", but tje0, kari, jan, lxl, bot, and 706 to 900`);
  return agent;
}

function statusOf({ Status }: JsonRecord): string {
  return String(Status);
}
