/**
 * Asks by `$select` where a server may refuse the whole call over a name that it lacks: the call is made once more in a plainer form,
 * with the parent's bare name or without `$select`, and what was learned of the names holds from then on.
 */
import { UpstreamRejectedError } from '../errors/upstream-errors.js';
import type { Clock } from '../base/clock.js';
import { isRecord, type CarrierRecord } from '../base/json-record.js';
import { nameStandings, plainer, type NameStandings } from './property-support.js';
import type { Projection } from './projection.js';

/** Asks by a projection; null: by none, for everything. */
export type Ask = (select: Projection | null) => Promise<unknown>;

export interface RefusedNames {
  /**
   * Asks as this server is known to take it, and once more in a plainer form where it refuses names that it may lack.
   * @param isRepeatable false: it changes something, and is asked once in any case
   */
  ask(projection: Projection, isRepeatable: boolean, ask: Ask): Promise<unknown>;
}

export interface RefusedNamesOptions {
  /** Paths that some servers lack, e.g. `Ticket/Language`. */
  readonly versioned: ReadonlySet<string>;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  /** Told of names when the server has been found to refuse them. */
  onRefused(paths: readonly string[]): void;
}

const without = (record: CarrierRecord, names: readonly string[]): CarrierRecord =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));

/** What was left out of `$select` could come unasked after an upgrade, as a 0 that is none. */
function withoutNames(json: unknown, names: readonly string[]): unknown {
  if (names.length === 0) return json;
  if (Array.isArray(json)) return json.map((item: unknown) => (isRecord(item) ? without(item, names) : item));
  return isRecord(json) ? without(json, names) : json;
}

/** Asks in the plainer form; whether that is taken says whether the names were to blame. */
function trialOf(standings: NameStandings, onRefused: RefusedNamesOptions['onRefused']) {
  return async (projection: Projection, suspects: readonly string[], ask: Ask): Promise<unknown> => {
    const select = plainer(projection, (path) => (suspects.includes(path) ? 'refused' : undefined));
    try {
      const json = await ask(select);
      standings.refuse(suspects);
      onRefused(suspects);
      if (select === null) standings.learn(json);
      return json;
    } catch (error) {
      if (error instanceof UpstreamRejectedError) standings.acquit(suspects);
      throw error;
    }
  };
}

export function refusedNames({ versioned, clock, onRefused }: RefusedNamesOptions): RefusedNames {
  const standings = nameStandings(versioned, clock);
  const tryPlainer = trialOf(standings, onRefused);
  let trial: Promise<unknown> | null = null;

  /** @throws the refusal, where there is nothing to ask instead */
  async function askAgain(sent: Projection, refusal: UpstreamRejectedError, ask: Ask): Promise<unknown> {
    if (trial !== null) await trial.catch(() => undefined); // somebody else is finding out just now
    const known = standings.adapted(sent);
    if (known !== sent) return askAs(known, true, ask);
    const suspects = standings.suspectsIn(sent);
    if (suspects.length === 0) throw refusal;
    const own = tryPlainer(sent, suspects, ask);
    trial = own;
    return own.finally(() => (trial = trial === own ? null : trial));
  }

  /** What others have learned may not be all: each time fewer names are left that can be to blame. */
  async function askAs(select: Projection | null, isRepeatable: boolean, ask: Ask): Promise<unknown> {
    try {
      const json = await ask(select);
      if (select === null) standings.learn(json);
      return json;
    } catch (error) {
      if (!isRepeatable || select === null || !(error instanceof UpstreamRejectedError)) throw error;
      return askAgain(select, error, ask);
    }
  }

  return {
    async ask(projection, isRepeatable, ask) {
      const select = standings.adapted(projection);
      const json = await askAs(select, isRepeatable, ask);
      return withoutNames(json, standings.lackingIn(projection));
    },
  };
}
