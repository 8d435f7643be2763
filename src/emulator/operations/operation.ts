/**
 * What one operation of the chat agent is: a name, the query parameter that holds its id, and a function from call to
 * answer. It sees no HTTP beyond what the call carries.
 */
import type { Answer } from '../answer.js';
import type { EmulatorOptions } from '../emulator-options.js';
import type { SessionStore } from '../records/session-store.js';
import type { QueryParameter } from '../query-parameters.js';

export interface OperationCall {
  /** Null when the URL has no query string at all. */
  readonly queryText: string | null;
  readonly parameters: readonly QueryParameter[];
  readonly bodyText: string;
  /** ISO 639-1, or null: then multi-language text goes out raw. */
  readonly language: string | null;
  readonly sessions: SessionStore;
  readonly options: EmulatorOptions;
}

export interface Operation {
  readonly name: string;
  /** Null for operations whose parameters are in the body. */
  readonly idParameter: string | null;
  readonly description: string;
  readonly invoke: (call: OperationCall) => Answer;
}
