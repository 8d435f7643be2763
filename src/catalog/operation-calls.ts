/** Calls of the operations that the catalog declares, for one request. */
import type { AnswerKind, Operation } from './operation.js';
import { agentCalls, type Agent, type AgentParts } from '../superoffice/agent.js';
import type { CarrierRecord } from '../base/json-record.js';
import type { Projection } from '../superoffice/projection.js';

interface Answers {
  /** null where SuperOffice has no such record. */
  readonly record: CarrierRecord | null;
  /** null where SuperOffice has no list; items without an id are left out. */
  readonly list: readonly CarrierRecord[] | null;
  readonly batch: readonly CarrierRecord[] | null;
  readonly text: string | null;
  readonly boolean: boolean | null;
  readonly nothing: void;
}

export type AnswerOf<Called extends Operation> =
  Called extends Operation<infer Answer extends AnswerKind> ? Answers[Answer] : never;

export type ParametersOf<Called extends Operation> = NonNullable<Called['parameters']>;

/** What one call is about. */
export interface Wanted<Parameters extends object = object> {
  /** Default: the operation takes none. */
  readonly id?: string;
  /** For operations that take several. */
  readonly ids?: readonly string[];
  /** As SuperOffice names them, beside the id. */
  readonly parameters?: Parameters;
  /** Properties outside of it arrive as null or some default; default: there are none, or all are wanted. */
  readonly projection?: Projection;
}

/** One call. Throws a GatewayError, classified; an answer about another record is UPSTREAM_INVALID_RESPONSE. */
export type CallOperation = <Called extends Operation>(
  operation: Called,
  wanted: Wanted<ParametersOf<Called>>,
) => Promise<AnswerOf<Called>>;

function bodyOf(operation: Operation, { id, ids, parameters }: Wanted): object | undefined {
  if (ids !== undefined) return operation.ids === null ? ids.map(Number) : { [operation.ids]: ids.map(Number) };
  if (operation.id === null || operation.id.isInQuery || id === undefined) return parameters;
  return { [operation.id.name]: Number(id), ...parameters };
}

function answerOf(agent: Agent, called: Operation, wanted: Wanted): Promise<unknown> {
  const { name: operation, id: parameter, about, isAction, without, answer } = called;
  const { id = '', projection = null } = wanted;
  const query = parameter?.isInQuery ? `${parameter.name}=${id}` : '';
  const body = bodyOf(called, wanted);
  const subject = about === null ? null : { property: about, id };
  const identity = called.entity?.identity ?? null;
  // Whole literals, because a spread for each call costs more than the rest of this.
  if (answer === 'record')
    return agent.record({ operation, query, body, isAction, without, subject, identity: identity ?? '', projection });
  const call = { operation, query, body, isAction, without };
  switch (answer) {
    case 'list':
    case 'batch':
      return agent.list({ ...call, subject, identity, projection: projection ?? new Map() });
    case 'text':
      return agent.value<string>({ ...call, subject: { property: about ?? '', id }, type: 'string' });
    case 'boolean':
      return agent.value<boolean>({ ...call, subject: { property: about ?? '', id }, type: 'boolean' });
    case 'nothing':
      return agent.nothing(call);
  }
}

/** @param parts all agents have in common */
export function operationCalls(parts: Omit<AgentParts, 'agent'>): CallOperation {
  const agents = new Map<string, Agent>();
  return (operation, wanted) => {
    const agent = agents.get(operation.agent) ?? agentCalls({ ...parts, agent: operation.agent });
    agents.set(operation.agent, agent);
    return answerOf(agent, operation, wanted) as Promise<AnswerOf<typeof operation>>; // as the operation's kind says
  };
}
