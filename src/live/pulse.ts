/**
 * Looks for changes that no webhook has reported, by one read of the caller's sessions: every few seconds where the gateway polls, every
 * few minutes otherwise.
 */
import { hash } from 'node:crypto';
import type { Clock } from '../base/clock.js';
import type { JsonRecord } from '../base/json-record.js';
import { ownListKey } from '../loaders/read-loader.js';
import { joinProjections, type Projection } from '../superoffice/projection.js';
import type { LiveStream } from './live-stream.js';
import type { Round } from './round.js';
import { nullIfForbidden } from './stream-failures.js';

/** What a new message changes in a session. */
const messageProperties = ['Status', 'WhenIdle', 'LastMessage'] as const;

const idOnly: Projection = new Map([['ChatSessionId', 'whole']]);
const withMessages: Projection = joinProjections(
  idOnly,
  new Map(messageProperties.map((name) => [name, 'whole' as const])),
);

/** So few sessions are read one by one: their list would have more records. */
const maxSingleReads = 2;

const textOf = (record: JsonRecord): string =>
  hash('sha1', JSON.stringify(messageProperties.map((name) => record[name])), 'base64');

export class Pulse {
  /** Hashes by session id; null: not read yet. */
  #texts: ReadonlyMap<string, string> | null = null;

  constructor(private readonly clock: Pick<Clock, 'monotonicMs'>) {}

  /** Marks what may have changed in the streams. @throws {GatewayError} the list cannot be read */
  async take(streams: readonly LiveStream[], round: Round): Promise<void> {
    const states = streams.flatMap(({ state }) => state ?? []);
    const named = new Set(states.flatMap(({ sessionIds }) => sessionIds ?? []));
    const isListNeeded = states.some(({ sessionIds }) => sessionIds === null) || named.size > maxSingleReads;
    const listed = isListNeeded ? await this.#read(streams, round) : new Map<string, boolean>();
    for (const stream of streams) this.#mark(stream, listed);
  }

  /** @returns by id of each session in the list, whether a message may have been added */
  async #read(streams: readonly LiveStream[], { context }: Round): Promise<ReadonlyMap<string, boolean>> {
    const states = streams.flatMap(({ state }) => state ?? []);
    const own = states.some(({ showsMessages }) => showsMessages) ? withMessages : idOnly;
    const projection = states.flatMap((state) => state.projection ?? []).reduce(joinProjections, own);
    // Single sessions may be readable though the list is not.
    const records = (await context.loaders.mySessions.load(ownListKey, projection).catch(nullIfForbidden)) ?? [];
    const before = this.#texts;
    const texts = new Map(records.map((record) => [String(record['ChatSessionId']), textOf(record)]));
    this.#texts = texts;
    return new Map([...texts].map(([id, text]) => [id, before?.get(id) !== text]));
  }

  #mark(stream: LiveStream, listed: ReadonlyMap<string, boolean>): void {
    const { state } = stream;
    if (state === null) return;
    const atMs = this.clock.monotonicMs();
    if (state.sessionIds === null) stream.moveAll();
    for (const sessionId of state.sessionIds ?? listed.keys()) {
      const kind = (listed.get(sessionId) ?? true) ? 'message' : 'changed';
      const signal = { tenant: '', sessionId, topicId: null, origin: 'pulse', atMs } as const;
      stream.note({ ...signal, kind: 'changed' }, null);
      if (kind === 'message') stream.note({ ...signal, kind }, null);
    }
  }
}
