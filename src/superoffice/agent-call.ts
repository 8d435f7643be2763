/** One call of an agent's operation, and its path on the wire. */
import type { ExpectedResponse } from './expected-response.js';

/** POST is the method of agents. */
export type CallMethod = 'GET' | 'PATCH' | 'PUT' | 'DELETE';

export interface AgentCall {
  /** e.g. `Chat`; null: the operation is a path below /api/v1. */
  readonly agent: string | null;
  /** e.g. `GetChatSessionEntity`, or `Archive/ChatSession` */
  readonly operation: string;
  /** Default: POST. */
  readonly method?: CallMethod | undefined;
  /** Id of the record; it names the call in logs. Empty: the operation is about the caller's own records. */
  readonly id: string;
  /** The id is the end of the path. Default: it is a parameter. */
  readonly isIdInPath?: boolean | undefined;
  /** Parameters in the query string, as sent; empty: they are in the body. */
  readonly query: string;
  /** The value of `$select`, as sent; undefined: all properties. */
  readonly select?: string | undefined;
  /** JSON, or a form; empty: the operation has no body. */
  readonly body?: string;
  /** Default: application/json. */
  readonly contentType?: string | undefined;
  /**
   * The call changes data: once sent, it is sent again only after a 421 to the tenant's new endpoint; without a usable response it fails
   * with UPSTREAM_OUTCOME_UNKNOWN.
   */
  readonly isAction?: boolean;
  /** Headers of the caller that are not forwarded, in lower case. */
  readonly without?: readonly string[] | undefined;
  /** null: any JSON is accepted. */
  readonly expected: ExpectedResponse | null;
}

/** For logs and errors. */
export const nameOf = ({ operation, id }: AgentCall): string => (id === '' ? operation : `${operation} ${id}`);

/** Path below the base URL, with the query. */
export function pathOf({ agent, operation, id, isIdInPath, query, select }: AgentCall): string {
  const selected = select === undefined ? '' : `$select=${select}`;
  const parameters = query === '' || selected === '' ? `${query}${selected}` : `${query}&${selected}`;
  const name = agent === null ? operation : `Agents/${agent}/${operation}`;
  const path = isIdInPath ? `${name}/${id}` : name;
  return parameters === '' ? path : `${path}?${parameters}`;
}

/** What the call requests of each record: the value of `$select`, or the columns of an archive; null: everything, or there is nothing to select. */
export function selectionOf({ select, expected }: Pick<AgentCall, 'select' | 'expected'>): string | null {
  if (expected?.kind === 'rows') return expected.columns.join();
  return select ?? null;
}
