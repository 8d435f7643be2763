/**
 * The persons, companies, users, projects, sales and requests of the world: those that its sessions embed, and the agents.
 * The guest (704) has no rights to them in their own right, although sessions embed them: the two routes of SuperOffice differ, too.
 */
import { isRecord } from '../json-record.js';
import type { JsonRecord } from '../json-record.js';
import { agentOf, associateOf, type Agent } from './agents.js';
import type { ChatWorld } from './chat-world.js';

const guestId = 704;

/** A kind of record: where sessions embed it, and which property has its id. */
export interface RelatedKind {
  readonly properties: readonly string[];
  readonly identity: string;
}

function embeddedIn(session: JsonRecord, { properties, identity }: RelatedKind, id: number): JsonRecord | null {
  for (const property of properties) {
    const record = session[property];
    if (isRecord(record) && record[identity] === id) return record;
  }
  return null;
}

/** Null: there is no such record, or the caller has no right to it. */
export function findRelated(
  world: ChatWorld,
  caller: Agent,
  of: RelatedKind & { readonly id: number },
): JsonRecord | null {
  if (caller.associateId === guestId || of.id <= 0) return null;
  const agent = of.identity === 'AssociateId' ? agentOf(of.id) : null;
  if (agent !== null) return associateOf(agent);
  for (const session of world.sessions.all()) {
    const found = embeddedIn(session, of, of.id);
    if (found !== null) return found;
  }
  return null;
}
