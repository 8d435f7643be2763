/** The topics in which a caller has a role: changes in other topics need no read. */
import type { Clock } from '../base/clock.js';
import { ownListKey } from '../loaders/read-loader.js';
import type { Projection } from '../superoffice/projection.js';
import type { GatewayContext } from '../context.js';
import type { TopicsOfCaller } from './stream-event.js';

/** Roles change rarely. */
const maxAgeMs = 600_000;

const topicIds: Projection = new Map([['ChatTopicId', 'whole']]);

export class CallerTopics implements TopicsOfCaller {
  /** null: not known. */
  ids: ReadonlySet<string> | null = null;
  #readAtMs = -Infinity;

  constructor(private readonly clock: Pick<Clock, 'monotonicMs'>) {}

  /** Reads them, unless they are known; where that fails, they stay as they are. */
  async refresh({ loaders }: GatewayContext): Promise<void> {
    const nowMs = this.clock.monotonicMs();
    if (nowMs - this.#readAtMs < maxAgeMs) return;
    this.#readAtMs = nowMs;
    const topics = await loaders.myTopics.load(ownListKey, topicIds).catch(() => {
      this.#readAtMs = -Infinity; // the next round tries again
      return null;
    });
    if (topics) this.ids = new Set(topics.map(({ ChatTopicId: id }) => String(id)));
  }
}
