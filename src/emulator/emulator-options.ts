/**
 * The options of an emulator, and the interface that it returns. Types and defaults only.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { ChatSteps } from './chat-steps.js';
import type { Clock } from './clock.js';
import type { Fault } from './faults.js';
import type { JsonRecord } from './json-record.js';
import type { LoginOptions } from './login/login-options.js';
import type { MessageRecord, SessionRecord, TopicRecord } from './records/typed-records.js';
import type { ServerQuirks } from './server-quirks.js';
import type { WebhookDefinition } from './webhooks/webhook-definition.js';
import type { WebhookFault } from './webhooks/webhook-faults.js';

export interface EmulatorOptions extends ServerQuirks {
  /** Default 0: a free port. */
  readonly port?: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Delay before every response. Default 0. */
  readonly latencyMs?: number;
  /** `empty`: no sessions but those that the test makes; users and topics as always. Default `generated`: sessions 1 to 250. */
  readonly world?: 'generated' | 'empty';
  /** Complete Authorization values that get 401, although well-formed. */
  readonly rejectCredentials?: readonly string[];
  /** Current time of the emulated data, and of Date headers. Default: the system clock. */
  readonly clock?: Clock;
  /** Customers who arrive, write, reply and leave, the same for the same seed. Default: none. */
  readonly script?: {
    readonly seed: number;
    /** Milliseconds between two looks at the clock; default: 500. */
    readonly everyMs?: number;
  };
  /** The login server; it must have issued all tickets and Bearer tokens. Default: none, any value is accepted. */
  readonly login?: LoginOptions;
  /** Called once the response is known, before latency and delays. */
  readonly onRequest?: (request: RecordedRequest) => void;
}

/** What the state endpoint returns for a tenant. */
export interface TenantOptions {
  /** SuperOffice's name of a state, e.g. `OfflineMaintenance`. Default Running. */
  readonly state?: string;
  /** Time until ValidUntil; negative: the document has already expired. Default five minutes. */
  readonly validForMs?: number;
  /** Properties that override those of the document. */
  readonly document?: JsonRecord;
}

export interface RecordedRequest {
  readonly method: string;
  /** As received, not decoded. */
  readonly url: string;
  readonly path: string;
  /** From the path of an agent URL, for any method; in SuperOffice's spelling if the operation exists. `TenantState` for that endpoint. */
  readonly operation: string | null;
  /** From the query string (decoded), or the ChatSessionId or ChatTopicId of the body; null when there is none. */
  readonly id: string | null;
  /** The raw value, not decoded. */
  readonly select: string | null;
  readonly headers: Readonly<IncomingHttpHeaders>;
  /** 0 until the response is known, and for requests that never get one. */
  readonly status: number;
  readonly bodyText: string;
  /** `GetChatSessionEntity 192 $select=Status`, `GetChatMessages 5 after=120`; except for agent POSTs, method and path: `GET /api`. */
  readonly line: string;
}

/** Changes the data of one SuperOffice. */
export interface SiteControls {
  /** Adds the record, or replaces the one with its ChatSessionId. @throws {TypeError} it has no integer ChatSessionId */
  putSession(record: SessionRecord): void;
  /** Replaces all messages of a session. @throws {TypeError} a message has no integer ChatMessageId */
  putMessages(sessionId: number, records: readonly MessageRecord[]): void;
  /** Adds a message of the customer, unless the Type says otherwise. @returns its id @throws {TypeError} there is no such session */
  addMessage(sessionId: number, message: Partial<MessageRecord>): number;
  /** Sets the topics in which an agent has a role. */
  setTopics(associateId: number, topicIds: readonly number[]): void;
  /** The registered webhooks, with their states and counters. */
  webhooks(): readonly Readonly<WebhookDefinition>[];
  injectWebhookFault(fault: WebhookFault): void;
  /** Adds the record, or replaces the one with its ChatTopicId. @throws {TypeError} it has no integer ChatTopicId */
  putTopic(record: TopicRecord): void;
}

export interface Emulator extends ChatSteps, SiteControls, AsyncDisposable {
  /** `http://127.0.0.1:PORT`, without a trailing slash. */
  readonly url: string;
  readonly port: number;
  /** In order of arrival, with requests that have no response yet; at least the last 50,000. */
  readonly log: readonly RecordedRequest[];
  /** The lines of the log. */
  readonly requests: readonly string[];
  clearLog(): void;
  injectFault(fault: Fault): void;
  /** Refuses every ticket and access token issued so far. */
  expireLogins(): void;
  /** Refuses the refresh tokens of all users who have signed in. */
  revokeSignIns(): void;
  /** Sets what the state endpoint returns for the tenant, e.g. `Cust12345`. By default such tenants run on the emulator's first host. */
  putTenant(identifier: string, options: TenantOptions): void;
  /** The data of a tenant, which it no longer shares with others from the first call on. Its paths begin with its identifier. */
  tenant(identifier: string): SiteControls & ChatSteps;
  /** Moves the tenant to a new host (another port); its old host responds 421 for it. @returns the origin of the new host */
  moveTenant(identifier: string): Promise<string>;
  /** Stops immediately: open connections are destroyed. */
  close(): Promise<void>;
}
