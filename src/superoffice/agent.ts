/**
 * The shapes in which operations of an agent answer: a record, a list of records, a plain value. Each answer is checked to be about what was
 * asked for. Which operations there are, the catalog says.
 */
import { wellFormedJson } from '../base/well-formed-json.js';
import { UpstreamInvalidResponseError } from '../errors/upstream-errors.js';
import { isRecord, type CarrierRecord } from '../base/json-record.js';
import type { AgentCall, ClientSession } from './client.js';
import { joinProjections, type Projection } from './projection.js';
import { isNoRecord, isRecordId } from './record-ids.js';
import type { RefusedNames } from './select-fallback.js';

/** Whose records the answer must hold: a mix-up on the way must never show somebody else's chat. */
export interface Subject {
  /** e.g. `ChatSessionId` */
  readonly property: string;
  readonly id: string;
}

/** What all calls have in common; the operation's own parameters go into its query or its body. */
interface Call {
  readonly operation: string;
  /** Parameters in the query string, without `$select`. */
  readonly query?: string;
  readonly body?: object | undefined;
  readonly isAction?: boolean;
  /** Headers of the caller that are not sent along. */
  readonly without?: readonly string[] | undefined;
}

export interface RecordCall extends Call {
  /** What the answer must be about; null: whatever SuperOffice picks, e.g. a new record. */
  readonly subject: Subject | null;
  /** The property that holds the record's own id: where it is 0 or null there is no record. */
  readonly identity: string;
  /** null: the operation takes no `$select`, or all is wanted. */
  readonly projection: Projection | null;
}

export interface ListCall extends Call {
  /** What each record must be about; null: the operation is about the caller's own. */
  readonly subject: Subject | null;
  /** null: the records have no id of their own. */
  readonly identity: string | null;
  readonly projection: Projection;
}

export interface ValueCall extends Call {
  readonly subject: Subject;
  readonly type: 'string' | 'boolean';
}

/** Every method throws a GatewayError, classified; an answer about another record is UPSTREAM_INVALID_RESPONSE. */
export interface Agent {
  /** @returns null where SuperOffice has no such record */
  record(call: RecordCall): Promise<CarrierRecord | null>;
  /** @returns null where SuperOffice has no list; items without an id are left out */
  list(call: ListCall): Promise<readonly CarrierRecord[] | null>;
  /** @returns null where SuperOffice has no value */
  value<Value>(call: ValueCall & { readonly type: Value extends string ? 'string' : 'boolean' }): Promise<Value | null>;
  /** For operations that answer nothing. */
  nothing(call: Call): Promise<void>;
}

const isAbout = (record: CarrierRecord, subject: Subject | null): boolean =>
  subject === null || record[subject.property] === Number(subject.id);

function objectionToRecord(json: unknown, { subject, identity, isAction }: RecordCall): string | null {
  if (json === null) return null;
  if (!isRecord(json)) return 'the answer is not an object';
  if (isAction && !isRecordId(json[identity])) return 'the answer has no readable id'; // only null says that nothing was done
  if (json[identity] === 0 || json[identity] === null) return null; // ways of saying that there is none
  return isAbout(json, subject) ? null : 'the answer is about another record';
}

function objectionToItem(item: unknown, { subject, identity }: ListCall): string | null {
  if (!isRecord(item)) return 'an item is not an object';
  if (!isAbout(item, subject)) return 'an item is about another record';
  return identity === null || isNoRecord(item[identity]) || isRecordId(item[identity])
    ? null
    : 'an item has no readable id';
}

function objectionToList(json: unknown, call: ListCall): string | null {
  if (json === null) return null;
  if (!Array.isArray(json)) return 'the answer is not a list';
  for (const item of json) {
    const objection = objectionToItem(item, call);
    if (objection !== null) return objection;
  }
  return null;
}

/** By the names, of which there is a handful: the same object again, so that what is joined with it is remembered, too. */
const checks = new Map<string, Projection>();

function checkOf(names: readonly string[]): Projection {
  const key = names.join();
  const known = checks.get(key) ?? new Map(names.map((name) => [name, 'whole' as const]));
  checks.set(key, known);
  return known;
}

/** The properties that the checks look at are always asked for. */
function withChecked(projection: Projection, names: readonly (string | null | undefined)[]): Projection {
  const checked = names.filter((name) => typeof name === 'string');
  return checked.every((name) => projection.has(name)) ? projection : joinProjections(projection, checkOf(checked));
}

type Post = (
  call: Call & { readonly subject?: Subject | null },
  select: Projection | null,
  objectionTo: (json: unknown) => string | null,
) => Promise<unknown>;

function postsOf({ agent, session, writeSelect, names }: AgentParts): Post {
  const send = (
    call: Parameters<Post>[0],
    select: Projection | null,
    objectionTo: Parameters<Post>[2],
  ): Promise<unknown> => {
    const { operation, query = '', body, isAction = false, without, subject } = call;
    const id = subject?.id ?? '';
    const agentCall: AgentCall = {
      agent,
      operation,
      id,
      query,
      select: select === null ? undefined : writeSelect(select),
      body: body === undefined ? '' : wellFormedJson(JSON.stringify(body)),
      isAction,
      without,
      objectionTo: (json) => {
        const objection = objectionTo(json);
        return objection === null ? null : new UpstreamInvalidResponseError(`${operation} ${id}: ${objection}`);
      },
    };
    return session.post(agentCall);
  };
  return (call, select, objectionTo) => {
    if (select === null || !names) return send(call, select, objectionTo);
    return names.ask(select, call.isAction !== true, (known) => send(call, known, objectionTo));
  };
}

export interface AgentParts {
  /** Its name, e.g. `Chat` */
  readonly agent: string;
  readonly session: ClientSession;
  readonly writeSelect: (projection: Projection) => string;
  /** What this server is known not to take; default: it takes all. */
  readonly names?: RefusedNames | undefined;
}

export function agentCalls(parts: AgentParts): Agent {
  const post = postsOf(parts);
  return {
    async record(call) {
      const { subject, identity, projection } = call;
      const select = projection && withChecked(projection, [identity, subject?.property]);
      const json = await post(call, select, (answer) => objectionToRecord(answer, call));
      return isRecord(json) && !isNoRecord(json[identity]) ? json : null;
    },
    async list(call) {
      const { subject, identity, projection } = call;
      const select = withChecked(projection, [identity, subject?.property]);
      const json = await post(call, select, (answer) => objectionToList(answer, call));
      if (!Array.isArray(json)) return null;
      return json.filter(isRecord).filter((record) => identity === null || !isNoRecord(record[identity]));
    },
    async value<Value>(call: ValueCall) {
      const isOfType = (answer: unknown): boolean => answer === null || typeof answer === call.type;
      const json = await post(call, null, (answer) => (isOfType(answer) ? null : `the answer is not a ${call.type}`));
      return json as Value | null; // its type was checked just now
    },
    async nothing(call) {
      await post(call, null, (answer) => (answer === null ? null : 'the answer is not empty'));
    },
  };
}
