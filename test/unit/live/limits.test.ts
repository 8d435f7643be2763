/** The limits of reads for streams: calls of a caller, rounds at once, the circuit. */
import { describe, expect, it } from '@jest/globals';
import { CircuitBreaker } from '../../../src/http/circuit-breaker.js';
import { CallAllowance } from '../../../src/live/call-allowance.js';
import { RoundLimit } from '../../../src/live/round.js';

const clockAt = (time: { ms: number }) => ({ now: () => time.ms, monotonicMs: () => time.ms });

describe('the allowance of calls', () => {
  it('is a minute behind at most, however many calls first events took', () => {
    const time = { ms: 0 };
    const allowance = new CallAllowance(60, clockAt(time));
    expect(allowance.waitMs).toBe(0);
    for (let count = 0; count < 120; count += 1) allowance.take(50);
    expect(allowance.waitMs).toBeLessThanOrEqual(61_000);
    time.ms = 61_000;
    expect(allowance.waitMs).toBe(0);
  });
});

describe('rounds', () => {
  function recorded(limit: RoundLimit) {
    const begun: string[] = [];
    const ends = new Map<string, () => void>();
    const start = (payer: string, name: string, isFirst = false): void =>
      limit.start({
        payer,
        isFirst,
        run: () => {
          begun.push(name);
          return new Promise((resolve) => ends.set(name, resolve));
        },
      });
    const end = async (name: string): Promise<void> => {
      ends.get(name)?.();
      await new Promise((resolve) => setTimeout(resolve, 5));
    };
    return { begun, start, end };
  }

  it('of one payer do not delay those of another, and first events come first', async () => {
    const { begun, start, end } = recorded(new RoundLimit(4));
    for (const name of ['a1', 'a2', 'a3', 'a4']) start('a', name);
    start('b', 'b1');
    expect(begun).toEqual(['a1', 'a2', 'b1']);
    start('c', 'c1');
    start('d', 'd1');
    start('e', 'e1', true);
    await end('b1');
    expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'e1']);
    await end('a1');
    expect(begun.at(-1)).toBe('a3');
  });
});

describe('the circuit', () => {
  const config = { failurePercent: 50, minCalls: 2, windowMs: 10_000, halfOpenMs: 5_000 };

  it('of streams does not stop queries; that of queries stops streams, which may find out that it is over', () => {
    const time = { ms: 0 };
    const breaker = new CircuitBreaker({ config, clock: clockAt(time), onStateChange: () => undefined });
    for (let count = 0; count < 4; count += 1) breaker.circuitFor('http://x', true).report(true, false);
    expect(breaker.circuitFor('http://x', true).admits()).toBe(false);
    expect(breaker.circuitFor('http://x').admits()).toBe(true);
    for (let count = 0; count < 4; count += 1) breaker.circuitFor('http://x').report(true, false);
    time.ms = 100;
    expect(breaker.circuitFor('http://x', true).admits()).toBe(false);
    time.ms = 6_000;
    const probe = breaker.circuitFor('http://x', true);
    expect(probe.admits()).toBe(true);
    probe.report(false, true);
    expect(breaker.state).toBe('closed');
  });
});
