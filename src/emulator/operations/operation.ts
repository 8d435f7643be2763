/**
 * The interface of an operation of an agent: a function from a parsed call to a response.
 */
import type { HttpResponse } from '../http-response.js';
import type { EmulatorOptions } from '../emulator-options.js';
import type { JsonRecord, JsonValue } from '../json-record.js';
import type { QueryParameter } from '../query-parameters.js';
import type { Agent } from '../world/agents.js';
import type { ChatWorld } from '../world/chat-world.js';

export interface OperationCall {
  /** The operation's name. */
  readonly operation: string;
  /** Null when the URL has no query string at all. */
  readonly queryText: string | null;
  readonly parameters: readonly QueryParameter[];
  readonly bodyText: string;
  /** ISO 639-1; null: multi-language texts stay raw. */
  readonly language: string | null;
  /** The value of SO-TimeZone. */
  readonly timeZone: string | null;
  readonly caller: Agent;
  readonly world: ChatWorld;
  readonly options: EmulatorOptions;
}

export interface Operation {
  /** Default: Chat. */
  readonly agent?: string;
  readonly name: string;
  /** Query parameter with the id; left out where all parameters are in the body. */
  readonly idParameter?: string;
  /** Body property with the id, for the request log and for faults. */
  readonly bodyId?: 'ChatSessionId' | 'ChatTopicId';
  /** Other body parameters for the request log. */
  readonly logDetails?: (body: JsonRecord) => readonly string[];
  /** The same for a body that may be a list. */
  readonly logBody?: (body: JsonValue) => string;
  readonly description: string;
  /** @throws {RefusedCallError} the parameters are invalid, or the caller may not do this */
  readonly invoke: (call: OperationCall) => HttpResponse;
}
