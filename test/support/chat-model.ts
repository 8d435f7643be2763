/**
 * A model of the chat's rules, written from their documentation and independent of the gateway and the emulator: who may do what with a
 * session, what it is afterwards, and what the client gets. Three agents: 701 and 702 have a role in topics 1 and 2, 704 in topic 1 only.
 */
export type AgentId = 701 | 702 | 704;

export interface ModelSession {
  readonly topicId: number;
  status: 'IN_QUEUE' | 'CUSTOMER_LAST' | 'USER_LAST' | 'FINISHED';
  user: AgentId | null;
  transferTo: AgentId | null;
  name: string;
  readonly texts: string[];
}

/** `before`: the request is lost; `after`: its response is lost. The action is then repeated with the same key. */
export type Cut = 'none' | 'before' | 'after';

export interface Command {
  readonly agent: AgentId;
  readonly action: 'pickUp' | 'transfer' | 'accept' | 'reject' | 'reset' | 'write' | 'update' | 'updateIf' | 'close';
  readonly sessionId: number;
  readonly to: AgentId;
  /** Unique. */
  readonly text: string;
  readonly cut: Cut;
}

/** A code of `userErrors` or of an error; null: done. */
export type Result = string | null;

const mayRead = (agent: AgentId, { topicId }: ModelSession): boolean => agent !== 704 || topicId === 1;

const mayChange = (agent: AgentId, session: ModelSession): boolean =>
  mayRead(agent, session) && (session.user === null || session.user === agent);

function respond(session: ModelSession, { agent }: Command, isAccepted: boolean): Result {
  if (session.transferTo === null) return 'NO_TRANSFER_PENDING';
  if (session.transferTo !== agent) return 'NOT_YOURS';
  session.transferTo = null;
  if (isAccepted) session.user = agent;
  return null;
}

function transfer(session: ModelSession, { agent, to, cut }: Command): Result {
  if (session.user === agent) session.transferTo = to;
  if (session.transferTo === to) return null;
  if (cut !== 'none' && session.user === to) return null; // the repeat sees that they have it
  return session.transferTo === null ? 'NOT_YOURS' : 'TRANSFER_REACHED_ANOTHER_USER';
}

function pickUp(session: ModelSession, { agent, cut }: Command): Result {
  if (cut !== 'none' && session.user === agent) return null; // the repeat sees that they have it
  if (!mayRead(agent, session)) return 'FORBIDDEN';
  if (session.status !== 'IN_QUEUE') return 'NOT_IN_QUEUE';
  Object.assign(session, { status: 'CUSTOMER_LAST', user: agent, transferTo: null });
  return null;
}

function reset(session: ModelSession, { cut }: Command): Result {
  if (cut === 'before' && session.status !== 'IN_QUEUE') return 'UPSTREAM_OUTCOME_UNKNOWN'; // nothing shows it
  Object.assign(session, { status: 'IN_QUEUE', user: null, transferTo: null });
  return null;
}

function write(session: ModelSession, { agent, text }: Command): Result {
  if (session.status === 'FINISHED') return 'UPSTREAM_REJECTED';
  if (!mayChange(agent, session)) return 'FORBIDDEN';
  session.texts.push(text);
  if (session.user !== null) session.status = 'USER_LAST';
  return null;
}

/** `updateIf` expects that the name is the one that the session had at first. */
function update(session: ModelSession, { agent, action, text }: Command): Result {
  if (!mayChange(agent, session)) return 'FORBIDDEN';
  if (action === 'updateIf' && session.name !== 'First') return 'CHANGED_MEANWHILE';
  session.name = text;
  return null;
}

function close(session: ModelSession, { agent }: Command): Result {
  if (session.status === 'FINISHED') return 'ALREADY_OVER';
  if (!mayChange(agent, session)) return 'FORBIDDEN';
  session.status = 'FINISHED';
  return null;
}

/** Changes the session, once, and says what the client gets at last. */
export function applied(session: ModelSession, command: Command): Result {
  switch (command.action) {
    case 'pickUp':
      return pickUp(session, command);
    case 'transfer':
      return transfer(session, command);
    case 'accept':
      return respond(session, command, true);
    case 'reject':
      return respond(session, command, false);
    case 'reset':
      return reset(session, command);
    case 'write':
      return write(session, command);
    case 'update':
    case 'updateIf':
      return update(session, command);
    case 'close':
      return close(session, command);
  }
}
