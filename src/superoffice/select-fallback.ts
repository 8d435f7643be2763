/**
 * Requests with `$select` where a server may refuse the call because it lacks a property. The call is then repeated once in a plainer form,
 * with the parent's bare name or without `$select`, and property-support records the result.
 */
import type { Clock } from '../base/clock.js';
import { isRecord, type JsonRecord } from '../base/json-record.js';
import { UpstreamRejectedError } from '../errors/upstream-errors.js';
import type { Projection } from './projection.js';
import { plainer, propertySupport, type PropertySupport } from './property-support.js';

/** Sends the call with this projection; null: without `$select`, for all properties. */
export type RequestBySelect = (select: Projection | null) => Promise<unknown>;

export interface SelectFallback {
  /**
   * Requests the properties that the server accepts, and again in a plainer form where it refuses some that it may lack.
   * @param isRepeatable false: the call changes data, so it is sent only once
   */
  request(projection: Projection, isRepeatable: boolean, send: RequestBySelect): Promise<unknown>;
}

export interface SelectFallbackOptions {
  /** Paths that some servers lack, e.g. `Ticket/Language`. */
  readonly versioned: ReadonlySet<string>;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  /** Called with the paths that the server was found to refuse. */
  onRefused(paths: readonly string[]): void;
}

const without = (record: JsonRecord, names: readonly string[]): JsonRecord =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));

/** Removes properties that were not requested: after an upgrade, they could be in the response with a meaningless 0. */
function withoutNames(json: unknown, names: readonly string[]): unknown {
  if (names.length === 0) return json;
  if (Array.isArray(json)) return json.map((item: unknown) => (isRecord(item) ? without(item, names) : item));
  return isRecord(json) ? without(json, names) : json;
}

/** Repeats the call in the plainer form: its success shows that the properties were the reason. */
function plainerRequests(support: PropertySupport, onRefused: SelectFallbackOptions['onRefused']) {
  return async (projection: Projection, candidates: readonly string[], send: RequestBySelect): Promise<unknown> => {
    const select = plainer(projection, (path) => (candidates.includes(path) ? 'refused' : undefined));
    try {
      const json = await send(select);
      support.markRefused(candidates);
      onRefused(candidates);
      if (select === null) support.updateFrom(json);
      return json;
    } catch (error) {
      if (error instanceof UpstreamRejectedError) support.exclude(candidates);
      throw error;
    }
  };
}

export function selectFallback({ versioned, clock, onRefused }: SelectFallbackOptions): SelectFallback {
  const support = propertySupport(versioned, clock);
  const requestPlainer = plainerRequests(support, onRefused);
  let trial: Promise<unknown> | null = null;

  /** @throws the refusal, if there is no plainer form */
  async function repeat(sent: Projection, refusal: UpstreamRejectedError, send: RequestBySelect): Promise<unknown> {
    if (trial !== null) await trial.catch(() => undefined); // another request already tries the plainer form
    const supported = support.supported(sent);
    if (supported !== sent) return requestAs(supported, true, send);
    const candidates = support.candidatesIn(sent);
    if (candidates.length === 0) throw refusal;
    const current = requestPlainer(sent, candidates, send);
    trial = current;
    return current.finally(() => (trial = trial === current ? null : trial));
  }

  /** Recursive, because another request may have found only some of the refused properties; each time fewer candidates are left. */
  async function requestAs(select: Projection | null, isRepeatable: boolean, send: RequestBySelect): Promise<unknown> {
    try {
      const json = await send(select);
      if (select === null) support.updateFrom(json);
      return json;
    } catch (error) {
      if (!isRepeatable || select === null || !(error instanceof UpstreamRejectedError)) throw error;
      return repeat(select, error, send);
    }
  }

  return {
    async request(projection, isRepeatable, send) {
      const select = support.isComplete() ? projection : support.supported(projection);
      const json = await requestAs(select, isRepeatable, send);
      return support.isComplete() ? json : withoutNames(json, support.missingIn(projection));
    },
  };
}
