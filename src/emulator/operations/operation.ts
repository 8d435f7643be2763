/**
 * What one operation of the chat agent is: a name, where its id is, and a function from call to answer. It sees no HTTP
 * beyond what the call carries.
 */
import type { HttpResponse } from '../http-response.js';
import type { EmulatorOptions } from '../emulator-options.js';
import type { JsonRecord } from '../json-record.js';
import type { QueryParameter } from '../query-parameters.js';
import type { Agent } from '../world/agents.js';
import type { ChatWorld } from '../world/chat-world.js';

export interface OperationCall {
  /** Null when the URL has no query string at all. */
  readonly queryText: string | null;
  readonly parameters: readonly QueryParameter[];
  readonly bodyText: string;
  /** ISO 639-1, or null: then multi-language text goes out raw. */
  readonly language: string | null;
  /** The value of SO-TimeZone. */
  readonly timeZone: string | null;
  readonly caller: Agent;
  readonly world: ChatWorld;
  readonly options: EmulatorOptions;
}

export interface Operation {
  readonly name: string;
  /** Query parameter that holds the id; null for operations whose parameters are in the body. */
  readonly idParameter: string | null;
  /** Body property that holds the id, for the record of requests and for faults. */
  readonly bodyId?: 'ChatSessionId' | 'ChatTopicId';
  /** What the record of requests says of the rest of the body. */
  readonly logDetails?: (body: JsonRecord) => readonly string[];
  readonly description: string;
  /** @throws {RefusedCallError} the parameters are not what it needs */
  readonly invoke: (call: OperationCall) => HttpResponse;
}
