/**
 * Presence of the agents. All agents except 703 and 705 are present until they save something else.
 */
import type { Agent } from './agents.js';
import { agentOf, namedAgents } from './agents.js';

const absentAtFirst: readonly number[] = [703, 705];

export class PresenceStore {
  readonly #saved = new Map<number, boolean>();

  isPresent(associateId: number): boolean {
    return this.#saved.get(associateId) ?? !absentAtFirst.includes(associateId);
  }

  save({ associateId }: Agent, isPresent: boolean): void {
    this.#saved.set(associateId, isPresent);
  }

  /** The caller, 701 to 705, and all agents with a saved presence, by id. */
  usersVisibleTo(caller: Agent): Agent[] {
    const others = [...this.#saved.keys()].map(agentOf).filter((agent) => agent !== null);
    const seen = new Map([caller, ...namedAgents, ...others].map((agent) => [agent.associateId, agent]));
    return [...seen.values()].sort((first, second) => first.associateId - second.associateId);
  }
}
