/**
 * What is known of the names that one SuperOffice server does not take in `$select`, and how projections are written without them.
 * Some properties are in some versions only. Names are kept here until the process ends, for everybody; nothing of an answer is.
 */
import type { Clock } from '../base/clock.js';
import { isRecord, type CarrierRecord } from '../base/json-record.js';
import type { Projection } from './projection.js';

/**
 * `refused`: asked for by the parent's bare name, or without `$select` where it has no parent. `lacking`: whole records have shown
 * that the server does not have it; it is left out.
 */
type Standing = 'refused' | 'lacking';

export interface NameStandings {
  /** As this server is known to take it: the same projection where nothing of it is refused; null: without `$select`. */
  adapted(projection: Projection): Projection | null;
  /** Names that this server may refuse, for all that is known; none, when they were acquitted lately. */
  suspectsIn(projection: Projection): readonly string[];
  refuse(paths: readonly string[]): void;
  /** The call is refused without them as well: for ten minutes they are not suspected again. */
  acquit(paths: readonly string[]): void;
  /** Takes in what whole records show of names that are refused. */
  learn(json: unknown): void;
  /** Names of the projection that are left out. */
  lackingIn(projection: Projection): readonly string[];
}

const acquittedMs = 10 * 60_000;

function* pathsIn(projection: Projection): Iterable<string> {
  for (const [property, part] of projection) {
    if (part === 'whole') yield property;
    else for (const name of part) yield `${property}/${name}`;
  }
}

/** The projection without these paths: what has a parent is asked for with all of it. null: everything. */
export function plainer(projection: Projection, standingOf: (path: string) => Standing | undefined): Projection | null {
  const plain = new Map(projection);
  for (const path of pathsIn(projection)) {
    const standing = standingOf(path);
    const [property = '', name] = path.split('/');
    if (standing === undefined) continue;
    if (name !== undefined) plain.set(property, 'whole');
    else if (standing === 'lacking') plain.delete(property);
    else return null;
  }
  return plain;
}

const recordsIn = (json: unknown): readonly CarrierRecord[] => (Array.isArray(json) ? json : [json]).filter(isRecord);

/** Keeps what whole records show: a name that is there was refused for another's sake, unless that happens twice. */
function learner(standings: Map<string, Standing>): (json: unknown) => void {
  const present = new Set<string>();
  return (json) => {
    const records = recordsIn(json);
    if (records.length === 0) return;
    for (const [path, standing] of standings) {
      if (standing === 'lacking' || path.includes('/')) continue;
      if (records.every((record) => !(path in record))) standings.set(path, 'lacking');
      else if (!present.has(path)) {
        present.add(path);
        standings.delete(path);
      }
    }
  };
}

/** @param versioned paths that some servers lack, e.g. `Ticket/Language` */
export function nameStandings(versioned: ReadonlySet<string>, clock: Pick<Clock, 'monotonicMs'>): NameStandings {
  const standings = new Map<string, Standing>();
  const acquittedUntilMs = new Map<string, number>();
  const isAcquitted = (path: string): boolean => (acquittedUntilMs.get(path) ?? 0) > clock.monotonicMs();
  return {
    adapted(projection) {
      if (standings.size === 0) return projection;
      const isRefused = [...pathsIn(projection)].some((path) => standings.has(path));
      return isRefused ? plainer(projection, (path) => standings.get(path)) : projection;
    },
    suspectsIn(projection) {
      const suspects = [...pathsIn(projection)].filter((path) => versioned.has(path) && !standings.has(path));
      return suspects.every(isAcquitted) ? [] : suspects;
    },
    refuse: (paths) => paths.forEach((path) => standings.set(path, 'refused')),
    acquit: (paths) => paths.forEach((path) => acquittedUntilMs.set(path, clock.monotonicMs() + acquittedMs)),
    learn: learner(standings),
    lackingIn: (projection) =>
      standings.size === 0 ? [] : [...projection.keys()].filter((name) => standings.get(name) === 'lacking'),
  };
}
