/**
 * What can be asked of an emulator, and what it shows of itself. Types and defaults only.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from './clock.js';
import type { Fault } from './faults.js';
import type { JsonRecord } from './json-record.js';
import type { LoginOptions } from './login/login-options.js';
import type { ServerQuirks } from './server-quirks.js';

export interface EmulatorOptions extends ServerQuirks {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Waited before every answer. Default 0. */
  readonly latencyMs?: number;
  /** Whole Authorization values that are answered by 401, though well-formed. */
  readonly rejectCredentials?: readonly string[];
  /** What time it is in the emulated world, and in Date headers. Default: the machine's clock. */
  readonly clock?: Clock;
  /** Customers who come, write, answer and leave, the same for the same seed. Default: none, nothing happens by itself. */
  readonly script?: { readonly seed: number };
  /** The login service beside the API; tickets and Bearer tokens must then be its own. Default: none, any of them gets in. */
  readonly login?: LoginOptions;
  /** Called when the answer is decided, before it is sent (and before latency and delays). */
  readonly onRequest?: (request: RecordedRequest) => void;
}

/** What the state endpoint tells of a tenant. */
export interface TenantOptions {
  /** SuperOffice's name of a state, e.g. `OfflineMaintenance`. Default Running. */
  readonly state?: string;
  /** Until ValidUntil; negative: the document is over when it is given. Default five minutes. */
  readonly validForMs?: number;
  /** Properties of the document that are other than they would be. */
  readonly document?: JsonRecord;
}

export interface RecordedRequest {
  readonly method: string;
  /** As received, nothing decoded. */
  readonly url: string;
  readonly path: string;
  /** Named in the path of an agent URL, whatever the method; in SuperOffice's spelling if the operation exists. `TenantState` for that endpoint. */
  readonly operation: string | null;
  /** As in the query string (decoded), or the ChatSessionId or ChatTopicId of the body; null when there is none. */
  readonly id: string | null;
  /** The raw value on the wire, not decoded. */
  readonly select: string | null;
  readonly headers: Readonly<IncomingHttpHeaders>;
  /** 0 until the answer is decided, and for requests that never get one. */
  readonly status: number;
  readonly bodyText: string;
  /** `GetChatSessionEntity 192 $select=Status`, `GetChatMessages 5 after=120`; for all but agent POSTs, method and path: `GET /api`. */
  readonly line: string;
}

export interface Emulator extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`, no slash at the end. */
  readonly url: string;
  readonly port: number;
  /** In order of arrival, unanswered requests too; the last 50,000 at least. */
  readonly log: readonly RecordedRequest[];
  /** The lines of the log. */
  readonly requests: readonly string[];
  clearLog(): void;
  injectFault(fault: Fault): void;
  /** Refuses every ticket and access token that was given out so far. */
  expireLogins(): void;
  /** Adds the record, or replaces the one with its ChatSessionId. @throws {TypeError} it has no integer ChatSessionId */
  putSession(record: JsonRecord): void;
  /** Replaces the whole conversation of a session. @throws {TypeError} a message has no integer ChatMessageId */
  putMessages(sessionId: number, records: readonly JsonRecord[]): void;
  /** Adds the record, or replaces the one with its ChatTopicId. @throws {TypeError} it has no integer ChatTopicId */
  putTopic(record: JsonRecord): void;
  /** From now on the state endpoint tells this of the tenant, e.g. `Cust12345`. Without it, such tenants run where the emulator is. */
  putTenant(identifier: string, options: TenantOptions): void;
  /** The tenant moves to a host of its own (another port); its old one answers 421 for it. @returns the new one, as a URL begins */
  moveTenant(identifier: string): Promise<string>;
  /** Ends at once: open connections are destroyed. */
  close(): Promise<void>;
}
