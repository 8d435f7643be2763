/**
 * Who is present. Everybody is until he says otherwise, but for colleagues 703 and 705.
 */
import type { Agent } from './agents.js';
import { agentOf, namedAgents } from './agents.js';

const absentAtFirst: readonly number[] = [703, 705];

export class PresenceStore {
  /** At most as many as there are agents. */
  readonly #saved = new Map<number, boolean>();

  isPresent(associateId: number): boolean {
    return this.#saved.get(associateId) ?? !absentAtFirst.includes(associateId);
  }

  /** An id that no agent has is passed over. */
  save(associateId: number, isPresent: boolean): void {
    if (agentOf(associateId) !== null) this.#saved.set(associateId, isPresent);
  }

  /** Whom this caller sees, by id: himself, 701 to 705, and everybody whose presence was saved. */
  usersVisibleTo(caller: Agent): Agent[] {
    const others = [...this.#saved.keys()].map(agentOf).filter((agent) => agent !== null);
    const seen = new Map([caller, ...namedAgents, ...others].map((agent) => [agent.associateId, agent]));
    return [...seen.values()].sort((first, second) => first.associateId - second.associateId);
  }
}
