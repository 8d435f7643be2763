/**
 * What refusals show, call by call: a server is a function from the selection to a response or a refusal.
 */
import { describe, expect, it } from '@jest/globals';
import { ForbiddenError, UpstreamRejectedError } from '../../../src/errors/upstream-errors.js';
import type { Projection } from '../../../src/superoffice/projection.js';
import { selectFallback, type RequestBySelect } from '../../../src/superoffice/select-fallback.js';
import { selectWriter } from '../../../src/superoffice/select-text.js';

const versioned = new Set(['Rating', 'ChatbotIsActive', 'Ticket/Language', 'Ticket/CustFullname']);
const write = selectWriter(1800);

const record = (...paths: readonly string[]): Projection => {
  const projection = new Map<string, 'whole' | Set<string>>([['ChatSessionId', 'whole']]);
  for (const path of paths) {
    const [property = '', name] = path.split('/');
    const part = projection.get(property);
    if (name === undefined) projection.set(property, 'whole');
    else projection.set(property, new Set([...(part instanceof Set ? part : []), name]));
  }
  return projection;
};

/** Names with a clock that the test moves; `calls` are the selections that the server received. */
function names(serve: (select: string | null) => unknown) {
  const clock = { nowMs: 0, monotonicMs: () => clock.nowMs };
  const calls: (string | null)[] = [];
  const refused: string[] = [];
  const fallback = selectFallback({ versioned, clock, onRefused: (paths) => void refused.push(...paths) });
  const send: RequestBySelect = async (projection) => {
    const select = projection === null ? null : write(projection);
    calls.push(select);
    await Promise.resolve();
    return serve(select);
  };
  return { clock, calls, refused, request: (projection: Projection) => fallback.request(projection, true, send) };
}

/** Refuses these names, and has no others except `has`. */
const refusing =
  (pattern: RegExp, has: object = {}) =>
  (select: string | null): unknown => {
    if (select !== null && pattern.test(select)) throw new UpstreamRejectedError('refused');
    return { ChatSessionId: 1, ...has };
  };

describe('refused names', () => {
  it('of a call that is refused in its plainer form, too, are tried again after ten minutes, not before', async () => {
    const server = names(() => {
      throw new UpstreamRejectedError('always');
    });
    const requested = record('Ticket/Language');

    await expect(server.request(requested)).rejects.toThrow(UpstreamRejectedError);
    await expect(server.request(requested)).rejects.toThrow(UpstreamRejectedError);
    expect(server.calls).toHaveLength(3);
    server.clock.nowMs = 10 * 60_000;
    await expect(server.request(requested)).rejects.toThrow(UpstreamRejectedError);
    expect(server.calls).toHaveLength(5);
    expect(server.refused).toEqual([]);
  });

  it('are not cleared by a failure other than a refusal', async () => {
    let failures = 1;
    const server = names((select) => {
      if (select === 'ChatSessionId,Ticket/Language') throw new UpstreamRejectedError('refused');
      if (failures-- > 0) throw new ForbiddenError('not permitted');
      return { ChatSessionId: 1 };
    });

    await expect(server.request(record('Ticket/Language'))).rejects.toThrow(ForbiddenError);
    expect(await server.request(record('Ticket/Language'))).toEqual({ ChatSessionId: 1 });
    expect(server.calls).toHaveLength(4);
  });

  it('that the server has nevertheless are requested again once, and then always in complete records', async () => {
    const server = names(refusing(/Rating/, { Rating: 4 }));
    const requested = record('Rating');

    for (let round = 0; round < 4; round += 1)
      expect(await server.request(requested)).toEqual({ ChatSessionId: 1, Rating: 4 });

    expect(server.calls).toEqual(['ChatSessionId,Rating', null, 'ChatSessionId,Rating', null, null, null]);
  });

  it('that are left out stay out of the response, even if the server sends them', async () => {
    let isUpgraded = false;
    const server = names((select) => refusing(/Rating/, isUpgraded ? { Rating: 0 } : {})(select));

    await server.request(record('Rating'));
    isUpgraded = true;
    expect(await server.request(record('Rating'))).toEqual({ ChatSessionId: 1 });
    expect(server.calls).toEqual(['ChatSessionId,Rating', null, 'ChatSessionId']);
  });

  it('cost one trial, however many calls are concurrent', async () => {
    const server = names(refusing(/Language/));
    const requested = Array.from({ length: 200 }, () => server.request(record('Ticket/Language')));

    expect(new Set((await Promise.all(requested)).map((json) => JSON.stringify(json)))).toEqual(
      new Set(['{"ChatSessionId":1}']),
    );
    expect(server.refused).toEqual(['Ticket/Language']);
    expect(server.calls).toHaveLength(400);
    server.calls.length = 0;
    await Promise.all(Array.from({ length: 200 }, () => server.request(record('Ticket/Language', 'Ticket/Title'))));
    expect(new Set(server.calls)).toEqual(new Set(['ChatSessionId,Ticket']));
    expect(server.calls).toHaveLength(200);
  });

  it('of two concurrent calls, one with more of them, are all found', async () => {
    const server = names(refusing(/Language|Rating/));

    const responses = await Promise.all([
      server.request(record('Ticket/Language')),
      server.request(record('Ticket/Language', 'Rating')),
    ]);

    expect(responses).toEqual([{ ChatSessionId: 1 }, { ChatSessionId: 1 }]);
    expect(server.refused).toEqual(['Ticket/Language', 'Rating']);
    expect(server.calls).toHaveLength(5);
  });

  it('do not affect projections without them, which are passed on unchanged', async () => {
    const server = names(refusing(/Language/));
    await server.request(record('Ticket/Language'));
    const seen: unknown[] = [];
    const plain = record('Ticket/Title', 'Status');
    await selectFallback({ versioned, clock: server.clock, onRefused: () => undefined }).request(
      plain,
      true,
      async (select) => seen.push(select),
    );
    expect(seen[0]).toBe(plain);
    await server.request(plain);
    expect(server.calls.at(-1)).toBe('ChatSessionId,Status,Ticket/Title');
  });
});
