/**
 * What happens in the world, as SuperOffice reports it by webhooks. A change may become readable later than it is reported.
 */
import type { JsonRecord } from '../json-record.js';

export interface WorldEvent {
  readonly event: 'chatsession.created' | 'chatsession.changed' | 'chatsession.message';
  readonly sessionId: number;
  /** The session afterwards; of a message, without properties. */
  readonly session: JsonRecord;
  readonly isMessage: boolean;
}

export class WorldEvents {
  /** Called for each event. */
  onEvent: (event: WorldEvent) => void = () => undefined;
  /** Milliseconds until the next change can be read, after it was reported; null: at once, before it is reported. */
  takeCommitDelayMs: () => number | null = () => null;

  /** @param apply makes the change readable */
  commit(apply: () => void, event: WorldEvent | null): void {
    const delayMs = event === null ? null : this.takeCommitDelayMs();
    if (delayMs === null) apply();
    else setTimeout(apply, delayMs).unref();
    if (event !== null) this.onEvent(event);
  }
}
