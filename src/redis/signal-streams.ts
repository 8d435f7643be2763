/**
 * Signals between replicas: one stream for each tenant, in which a replica goes on from the last entry that it has seen. What cannot be
 * known to be complete counts as a gap, after which everything is read once: Redis was away, was emptied, or is another one.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { randomId } from '../base/randomness.js';
import type { Signal, SignalCarrier } from '../signals/signal.js';
import type { RedisClient, RedisConnection } from './connection.js';

/** Entries of a tenant that a replica which is behind can still read. */
const maxEntries = 10_000;

/** How long a read waits for entries, in milliseconds; then the streams are checked. */
const waitMs = 1_000;

const pauseAfterFailureMs = 250;

/** An entry of a replica that could not publish all signals. */
const gap = 'gap';

const kinds = new Set(['created', 'changed', 'message']);
const origins = new Set(['webhook', 'mutation']);

export interface SignalStreamOptions {
  readonly redis: RedisConnection;
  /** As in their signals. */
  readonly tenants: readonly string[];
  readonly clock: { monotonicMs(): number };
  /** A signal of another replica. */
  onSignal(signal: Signal): void;
  /** Whether signals of other replicas arrive; after they did not, some may be missing. */
  onConnected(isConnected: boolean): void;
  /** Signals of a tenant may be missing. */
  onGap(tenant: string): void;
}

/** No text of a webhook is taken over: it has to be a number, or one of our words. */
function readSignal(entry: Readonly<Record<string, string>>, tenant: string, atMs: number): Signal | null {
  const { kind = '', origin = '', session = '', topic = '' } = entry;
  if (!kinds.has(kind) || !origins.has(origin) || !/^\d{1,10}$/.test(session)) return null;
  const words = { kind, origin } as Pick<Signal, 'kind' | 'origin'>; // they are in the sets
  return { ...words, tenant, sessionId: session, topicId: /^\d{1,10}$/.test(topic) ? topic : null, atMs };
}

/** Whether the id of an entry is higher. */
function isLater(id: string, other: string): boolean {
  const [ms = 0, count = 0] = id.split('-').map(Number);
  const [otherMs = 0, otherCount = 0] = other.split('-').map(Number);
  return ms > otherMs || (ms === otherMs && count > otherCount);
}

const noEntry = '0-0';

export class SignalStreams implements SignalCarrier, Disposable {
  readonly #self = randomId();
  readonly #closing = new AbortController();
  /** The last entries that were seen, by tenant. */
  readonly #seen = new Map<string, string>();
  /** Names the data of Redis: another name means that they were emptied, or that it is another Redis. */
  #era: string | null = null;
  /** Redis was away since the streams were resumed. */
  #wasAway = false;
  /** Tenants of which signals could not be published: the other replicas have to read everything. */
  readonly #unpublished = new Set<string>();

  constructor(private readonly options: SignalStreamOptions) {
    options.redis.onChange((isAvailable) => {
      if (isAvailable) return;
      this.#wasAway = true;
      options.onConnected(false);
    });
    if (!options.redis.isAvailable) options.onConnected(false);
    void this.#follow();
  }

  /** Without waiting: where it fails, the others are informed of the gap as soon as it is possible. */
  publish({ tenant, kind, origin, sessionId, topicId }: Signal): void {
    const entry = { kind, origin, session: sessionId, topic: topicId ?? '' };
    this.#add(tenant, entry).catch(() => void this.#unpublished.add(tenant));
  }

  #add(tenant: string, entry: Readonly<Record<string, string>>): Promise<unknown> {
    const trim = { strategy: 'MAXLEN', strategyModifier: '~', threshold: maxEntries } as const;
    const own = { ...entry, from: this.#self };
    return this.options.redis.run((client) => client.xAdd(this.#keyOf(tenant), '*', own, { TRIM: trim }));
  }

  async #reportGaps(): Promise<void> {
    for (const tenant of this.#unpublished) {
      await this.#add(tenant, { kind: gap });
      this.#unpublished.delete(tenant);
    }
  }

  [Symbol.dispose](): void {
    this.#closing.abort();
  }

  #keyOf(tenant: string): string {
    return this.options.redis.key('signals', tenant);
  }

  async #follow(): Promise<void> {
    const { redis, onConnected } = this.options;
    const { signal } = this.#closing;
    const read = async (client: RedisClient): Promise<void> => {
      await this.#resume();
      onConnected(true);
      while (!signal.aborted) await this.#read(client);
    };
    while (!signal.aborted) {
      await redis.withOwnClient(read).catch(() => undefined);
      if (signal.aborted) return;
      onConnected(false);
      await pause(pauseAfterFailureMs, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Where the streams go on from. */
  async #resume(): Promise<void> {
    const { redis, tenants, onGap } = this.options;
    this.#wasAway = false;
    const era = await this.#currentEra();
    const isKnown = era === this.#era;
    this.#era = era;
    const ends = await Promise.all(
      tenants.map((tenant) => redis.run((client) => lastEntry(client, this.#keyOf(tenant)))),
    );
    for (const [index, tenant] of tenants.entries()) {
      const { first = noEntry, last = noEntry } = ends[index] ?? {};
      const seen = this.#seen.get(tenant);
      const isTrimmed = seen !== undefined && seen !== noEntry && isLater(first, seen);
      if (isKnown && seen !== undefined && !isLater(seen, last) && !isTrimmed) continue;
      this.#seen.set(tenant, last);
      onGap(tenant);
    }
    await this.#reportGaps();
  }

  async #currentEra(): Promise<string> {
    const key = this.options.redis.key('era');
    return this.options.redis.run(async (client) => {
      await client.set(key, randomId(), { condition: 'NX' });
      return (await client.get(key)) ?? '';
    });
  }

  /** @throws where Redis is away, or its data are others */
  async #read(client: RedisClient): Promise<void> {
    const { tenants, onSignal, onGap, clock } = this.options;
    const streams = tenants.map((tenant) => ({ key: this.#keyOf(tenant), id: this.#seen.get(tenant) ?? noEntry }));
    const found = await client.xRead(streams, { BLOCK: waitMs, COUNT: maxEntries });
    if (this.#wasAway || (await this.#currentEra()) !== this.#era) throw new Error('entries may be missing');
    await this.#reportGaps();
    const arrived = (found ?? []) as readonly FoundStream[]; // as the library documents it
    const byKey = new Map(tenants.map((tenant) => [this.#keyOf(tenant), tenant]));
    for (const { name, messages } of arrived)
      for (const { id, message } of messages) {
        const tenant = byKey.get(name) ?? '';
        this.#seen.set(tenant, id);
        if (message['from'] === this.#self) continue;
        if (message['kind'] === gap) onGap(tenant);
        const signal = readSignal(message, tenant, clock.monotonicMs());
        if (signal !== null) onSignal(signal);
      }
  }
}

interface FoundStream {
  readonly name: string;
  readonly messages: readonly { readonly id: string; readonly message: Readonly<Record<string, string>> }[];
}

interface StreamEnds {
  readonly first: string;
  readonly last: string;
}

async function lastEntry(client: RedisClient, key: string): Promise<StreamEnds> {
  try {
    const about: object = await client.xInfoStream(key); // with all fields of the server
    const fields = new Map<string, unknown>(Object.entries(about));
    const idOf = (name: string): string => String(fields.get(name) ?? noEntry);
    return { last: idOf('last-generated-id'), first: idOf('recorded-first-entry-id') };
  } catch (error) {
    if (error instanceof Error && error.message.includes('no such key')) return { last: noEntry, first: noEntry };
    throw error;
  }
}
