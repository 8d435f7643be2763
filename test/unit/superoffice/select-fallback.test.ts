/**
 * What is learned from refusals, call by call: a server is a function from what is asked to an answer or a refusal.
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

/** Names under a clock that stands until it is moved; `calls` are what the server was asked for. */
function names(serve: (select: string | null) => unknown) {
  const clock = { nowMs: 0, monotonicMs: () => clock.nowMs };
  const calls: (string | null)[] = [];
  const refused: string[] = [];
  const known = selectFallback({ versioned, clock, onRefused: (paths) => void refused.push(...paths) });
  const ask: RequestBySelect = async (projection) => {
    const select = projection === null ? null : write(projection);
    calls.push(select);
    await Promise.resolve();
    return serve(select);
  };
  return { clock, calls, refused, ask: (projection: Projection) => known.request(projection, true, ask) };
}

/** Refuses these names, and has no others of its own but `has`. */
const refusing =
  (pattern: RegExp, has: object = {}) =>
  (select: string | null): unknown => {
    if (select !== null && pattern.test(select)) throw new UpstreamRejectedError('refused');
    return { ChatSessionId: 1, ...has };
  };

describe('refused names', () => {
  it('of a call that is refused in its plainer form too are suspected again after ten minutes, not before', async () => {
    const server = names(() => {
      throw new UpstreamRejectedError('always');
    });
    const asked = record('Ticket/Language');

    await expect(server.ask(asked)).rejects.toThrow(UpstreamRejectedError);
    await expect(server.ask(asked)).rejects.toThrow(UpstreamRejectedError);
    expect(server.calls).toHaveLength(3);
    server.clock.nowMs = 10 * 60_000;
    await expect(server.ask(asked)).rejects.toThrow(UpstreamRejectedError);
    expect(server.calls).toHaveLength(5);
    expect(server.refused).toEqual([]);
  });

  it('are not acquitted by another failure than a refusal', async () => {
    let failures = 1;
    const server = names((select) => {
      if (select === 'ChatSessionId,Ticket/Language') throw new UpstreamRejectedError('refused');
      if (failures-- > 0) throw new ForbiddenError('somebody else may');
      return { ChatSessionId: 1 };
    });

    await expect(server.ask(record('Ticket/Language'))).rejects.toThrow(ForbiddenError);
    expect(await server.ask(record('Ticket/Language'))).toEqual({ ChatSessionId: 1 });
    expect(server.calls).toHaveLength(4);
  });

  it('that the server has all the same are asked for again once, and then always in whole records', async () => {
    const server = names(refusing(/Rating/, { Rating: 4 }));
    const asked = record('Rating');

    for (let round = 0; round < 4; round += 1) expect(await server.ask(asked)).toEqual({ ChatSessionId: 1, Rating: 4 });

    expect(server.calls).toEqual(['ChatSessionId,Rating', null, 'ChatSessionId,Rating', null, null, null]);
  });

  it('that are left out stay out of the answer, even if the server sends them unasked', async () => {
    let isUpgraded = false;
    const server = names((select) => refusing(/Rating/, isUpgraded ? { Rating: 0 } : {})(select));

    await server.ask(record('Rating'));
    isUpgraded = true;
    expect(await server.ask(record('Rating'))).toEqual({ ChatSessionId: 1 });
    expect(server.calls).toEqual(['ChatSessionId,Rating', null, 'ChatSessionId']);
  });

  it('cost one trial, however many find out at once', async () => {
    const server = names(refusing(/Language/));
    const asked = Array.from({ length: 200 }, () => server.ask(record('Ticket/Language')));

    expect(new Set((await Promise.all(asked)).map((json) => JSON.stringify(json)))).toEqual(
      new Set(['{"ChatSessionId":1}']),
    );
    expect(server.refused).toEqual(['Ticket/Language']);
    expect(server.calls).toHaveLength(400);
    server.calls.length = 0;
    await Promise.all(Array.from({ length: 200 }, () => server.ask(record('Ticket/Language', 'Ticket/Title'))));
    expect(new Set(server.calls)).toEqual(new Set(['ChatSessionId,Ticket']));
    expect(server.calls).toHaveLength(200);
  });

  it('that two find out at once, of which one has more of them, are all found out', async () => {
    const server = names(refusing(/Language|Rating/));

    const answers = await Promise.all([
      server.ask(record('Ticket/Language')),
      server.ask(record('Ticket/Language', 'Rating')),
    ]);

    expect(answers).toEqual([{ ChatSessionId: 1 }, { ChatSessionId: 1 }]);
    expect(server.refused).toEqual(['Ticket/Language', 'Rating']);
    expect(server.calls).toHaveLength(5);
  });

  it('do not touch projections without them, which are handed on as they are', async () => {
    const server = names(refusing(/Language/));
    await server.ask(record('Ticket/Language'));
    const seen: unknown[] = [];
    const plain = record('Ticket/Title', 'Status');
    await selectFallback({ versioned, clock: server.clock, onRefused: () => undefined }).request(
      plain,
      true,
      async (select) => seen.push(select),
    );
    expect(seen[0]).toBe(plain);
    await server.ask(plain);
    expect(server.calls.at(-1)).toBe('ChatSessionId,Status,Ticket/Title');
  });
});
