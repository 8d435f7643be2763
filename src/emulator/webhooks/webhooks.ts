/**
 * The webhooks of one emulator: their definitions, and the delivery of the world's events with SuperOffice's rules: three attempts, after
 * which an event is dropped, and `TooManyErrors` after nine failures in a row. 410 stops a webhook at once.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { isoSeconds } from '../clock.js';
import type { Clock } from '../clock.js';
import type { JsonRecord } from '../json-record.js';
import type { WorldEvent } from '../world/world-events.js';
import { blankDefinition, definitionFrom, type WebhookDefinition } from './webhook-definition.js';
import { sendSigned } from './signed-delivery.js';
import { WebhookFaults } from './webhook-faults.js';

/** Before the second and the third attempt. */
const retryDelaysMs = [1_000, 4_000];

const maxErrors = 9;

const defaultDelayMs = 500;

interface Outgoing {
  readonly event: string;
  readonly entity: string;
  readonly primaryKey: number;
  readonly fieldValues: JsonRecord | null;
  readonly changes: readonly string[];
  /** When it happened, milliseconds since 1970. */
  readonly atMs: number;
}

export interface WebhooksOptions {
  readonly clock: Clock;
  /** Ends all deliveries. */
  readonly signal: AbortSignal;
  /** What webhooks say that they are from: the tenant, or `Default` on site. */
  readonly contextIdentifier: string;
}

export class Webhooks {
  readonly faults = new WebhookFaults();
  readonly #definitions = new Map<number, WebhookDefinition>();
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  readonly #contextIdentifier: string;
  #nextId = 1;
  /** Held back by the fault `reorder`. */
  #held: (() => void)[] = [];

  constructor({ clock, signal, contextIdentifier }: WebhooksOptions) {
    this.#clock = clock;
    this.#signal = signal;
    this.#contextIdentifier = contextIdentifier;
  }

  get all(): readonly WebhookDefinition[] {
    return [...this.#definitions.values()];
  }

  find(id: number): WebhookDefinition | null {
    return this.#definitions.get(id) ?? null;
  }

  delete(id: number): void {
    this.#definitions.delete(id);
  }

  /** Id 0 creates one. @returns null: there is none with this id @throws {Error} the target does not answer the test with 200 */
  async save(sent: JsonRecord): Promise<WebhookDefinition | null> {
    const id = Number(sent['WebhookId'] ?? 0);
    const before = id === 0 ? blankDefinition() : this.find(id);
    if (before === null) return null;
    const saved = definitionFrom(sent, before, this.#now());
    const failure = await this.test(saved);
    if (failure !== null) throw new Error(`The target of the webhook does not respond: ${failure}`);
    if (id === 0) {
      saved.id = this.#nextId++;
      saved.registered = this.#now();
    }
    this.#definitions.set(saved.id, saved);
    return saved;
  }

  /** @returns null: the target has answered with 200 */
  test(definition: WebhookDefinition): Promise<string | null> {
    const outgoing = {
      event: 'test',
      entity: 'test',
      primaryKey: 0,
      fieldValues: null,
      changes: [],
      atMs: this.#clock.now(),
    };
    return this.#send(definition, outgoing, { 'X-Hook-Test': 'true' });
  }

  /** Something has happened in the world. */
  publish({ event, sessionId, session, isMessage }: WorldEvent): void {
    const fault = this.faults.take(['lose', 'duplicate', 'delay', 'reorder', 'wrong-secret', 'casing']);
    const isCased = fault?.kind === 'casing';
    const outgoing: Outgoing = {
      event: isCased ? event.replace('chatsession', 'chatSession') : event,
      entity: 'chatsession',
      primaryKey: sessionId,
      fieldValues: event === 'chatsession.created' ? fieldValues(session, isCased) : null,
      changes: isMessage ? ['chatSession.topicId', 'chatMessage.id', 'chatMessage.message'] : [],
      atMs: this.#clock.now(),
    };
    if (fault?.kind === 'lose') return;
    const deliver = (): void => {
      this.#deliverToAll(outgoing, fault?.kind === 'wrong-secret' ? 'another secret' : null);
      if (fault?.kind === 'duplicate') this.#deliverToAll(outgoing, null);
    };
    if (fault?.kind === 'reorder') {
      this.#held.push(deliver);
      return;
    }
    if (fault?.kind === 'delay') this.#later(deliver, fault.delayMs ?? defaultDelayMs);
    else deliver();
    for (const held of this.#held.splice(0)) held();
  }

  /** Fires any event, as SignalEvent does. */
  signal(event: string, primaryKey: number, fields: JsonRecord | null): void {
    const [entity = ''] = event.split('.');
    this.#deliverToAll({ event, entity, primaryKey, fieldValues: fields, changes: [], atMs: this.#clock.now() }, null);
  }

  #deliverToAll(outgoing: Outgoing, secret: string | null): void {
    for (const definition of this.all) {
      const isWanted = definition.events.some((name) => name.toLowerCase() === outgoing.event.toLowerCase());
      if (definition.state === 'Active' && isWanted) this.#deliver(definition, outgoing, secret).catch(() => undefined); // the emulator closes
    }
  }

  async #deliver(definition: WebhookDefinition, outgoing: Outgoing, secret: string | null): Promise<void> {
    const body = this.#bodyOf(definition, outgoing);
    for (const delayMs of [0, ...retryDelaysMs]) {
      if (delayMs > 0) await pause(delayMs, undefined, { signal: this.#signal, ref: false });
      if (definition.state !== 'Active') return;
      definition.totalCalls += 1;
      const failure = await this.#request(definition, { body, event: outgoing.event, secret });
      if (failure === null) {
        definition.consecutiveErrors = 0;
        return;
      }
      definition.totalErrors += 1;
      definition.consecutiveErrors += 1;
      definition.lastError = failure;
      if (failure === 'HTTP 410') definition.state = 'Stopped';
    }
    if (definition.consecutiveErrors >= maxErrors) definition.state = 'TooManyErrors';
  }

  #send(definition: WebhookDefinition, outgoing: Outgoing, headers: Record<string, string>): Promise<string | null> {
    return this.#request(definition, { body: this.#bodyOf(definition, outgoing), event: outgoing.event, headers });
  }

  #request(
    definition: WebhookDefinition,
    {
      body,
      event,
      secret = null,
      headers = {},
    }: { body: string; event: string; secret?: string | null; headers?: Record<string, string> },
  ): Promise<string | null> {
    return sendSigned({
      targetUrl: definition.targetUrl,
      secret: secret ?? definition.secret,
      headers: {
        'X-Superoffice-Event': event,
        'X-Superoffice-EventId': randomUUID(),
        ...texts(definition.headers),
        ...headers,
      },
      body,
      signal: this.#signal,
    });
  }

  /** The EventId of the header differs, as in the published sample: only the body is signed. */
  #bodyOf(
    definition: WebhookDefinition,
    { event, entity, primaryKey, fieldValues: fields, changes, atMs }: Outgoing,
  ): string {
    return JSON.stringify({
      EventId: randomUUID(),
      Timestamp: new Date(atMs).toISOString().replace('Z', '0000Z'),
      Changes: changes,
      Event: event,
      PrimaryKey: primaryKey,
      Entity: entity,
      ContextIdentifier: this.#contextIdentifier,
      ChangedByAssociateId: 0,
      WebhookName: definition.name,
      ...(fields && { FieldValues: fields }),
      ...definition.properties,
    });
  }

  #later(deliver: () => void, delayMs: number): void {
    pause(delayMs, undefined, { signal: this.#signal, ref: false }).then(deliver, () => undefined);
  }

  #now(): string {
    return isoSeconds(this.#clock.now());
  }
}

const texts = (headers: JsonRecord): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

/** Numbers and texts are mixed, as in the published sample. */
function fieldValues({ TopicId, Status, Rating }: JsonRecord, isCamelCase: boolean): JsonRecord {
  const values = { TopicId: String(TopicId), Status: String(Status), Rating: Rating ?? 0, CustomerAlias: 'hidden' };
  if (!isCamelCase) return values;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`${name.charAt(0).toLowerCase()}${name.slice(1)}`, value]),
  );
}
