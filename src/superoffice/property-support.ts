/**
 * Records which properties a SuperOffice server does not accept in `$select`, and removes them from projections: some properties exist in
 * some versions only. Their names are kept until the process ends, for all callers; values of responses are not kept.
 */
import type { Clock } from '../base/clock.js';
import { isRecord, type JsonRecord } from '../base/json-record.js';
import type { Projection } from './projection.js';

/**
 * `refused`: requested by the parent's bare name or, without a parent, without `$select`. `missing`: complete records show that the server
 * lacks the property, so it is not requested.
 */
type SupportState = 'refused' | 'missing';

export interface PropertySupport {
  /** @returns true: the server has not refused any property so far */
  isComplete(): boolean;
  /** @returns what the server accepts: the same projection, if nothing of it is refused; null: no `$select`, all properties */
  supported(projection: Projection): Projection | null;
  /** Properties that the server may refuse; empty: all of them were excluded recently. */
  candidatesIn(projection: Projection): readonly string[];
  markRefused(paths: readonly string[]): void;
  /** The server refused the call without these, too: they are no candidates for ten minutes. */
  exclude(paths: readonly string[]): void;
  /** Updates the state of refused properties from complete records. @param json a response without `$select` */
  updateFrom(json: unknown): void;
  /** Properties of the projection that the server lacks. */
  missingIn(projection: Projection): readonly string[];
}

const excludedMs = 10 * 60_000;

function* pathsIn(projection: Projection): Iterable<string> {
  for (const [property, part] of projection) {
    if (part === 'whole') yield property;
    else for (const name of part) yield `${property}/${name}`;
  }
}

/** The projection without these paths: their parents are requested by bare name. null: all properties. */
export function plainer(
  projection: Projection,
  stateOf: (path: string) => SupportState | undefined,
): Projection | null {
  const plain = new Map(projection);
  for (const path of pathsIn(projection)) {
    const state = stateOf(path);
    const [property = '', name] = path.split('/');
    if (state === undefined) continue;
    if (name !== undefined) plain.set(property, 'whole');
    else if (state === 'missing') plain.delete(property);
    else return null;
  }
  return plain;
}

const recordsIn = (json: unknown): readonly JsonRecord[] => (Array.isArray(json) ? json : [json]).filter(isRecord);

/** A property that is in complete records was refused because of another one; if that happens again, it stays refused. */
function stateUpdater(states: Map<string, SupportState>): (json: unknown) => void {
  const present = new Set<string>();
  return (json) => {
    const records = recordsIn(json);
    if (records.length === 0) return;
    for (const [path, state] of states) {
      if (state === 'missing' || path.includes('/')) continue;
      if (records.every((record) => !(path in record))) states.set(path, 'missing');
      else if (!present.has(path)) {
        present.add(path);
        states.delete(path);
      }
    }
  };
}

/** @param versioned paths that some servers lack, e.g. `Ticket/Language` */
export function propertySupport(versioned: ReadonlySet<string>, clock: Pick<Clock, 'monotonicMs'>): PropertySupport {
  const states = new Map<string, SupportState>();
  const excludedUntilMs = new Map<string, number>();
  const isExcluded = (path: string): boolean => (excludedUntilMs.get(path) ?? 0) > clock.monotonicMs();
  return {
    isComplete: () => states.size === 0,
    supported(projection) {
      if (states.size === 0) return projection;
      const isRefused = [...pathsIn(projection)].some((path) => states.has(path));
      return isRefused ? plainer(projection, (path) => states.get(path)) : projection;
    },
    candidatesIn(projection) {
      const candidates = [...pathsIn(projection)].filter((path) => versioned.has(path) && !states.has(path));
      return candidates.every(isExcluded) ? [] : candidates;
    },
    markRefused: (paths) => paths.forEach((path) => states.set(path, 'refused')),
    exclude: (paths) => paths.forEach((path) => excludedUntilMs.set(path, clock.monotonicMs() + excludedMs)),
    updateFrom: stateUpdater(states),
    missingIn: (projection) =>
      states.size === 0 ? [] : [...projection.keys()].filter((name) => states.get(name) === 'missing'),
  };
}
