/** When a circuit opens, admits one attempt, and closes: by monotonic time, independent of the wall clock. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Circuit } from '../../../src/http/circuit.js';

const config = { failurePercent: 50, minCalls: 4, windowMs: 10_000, halfOpenMs: 5_000 };

function stage(more: Partial<typeof config> = {}) {
  const time = { monotonicMs: 1_000_000, wallMs: Date.UTC(2026, 0, 1) };
  const states: string[] = [];
  const clock = { now: () => time.wallMs, monotonicMs: () => time.monotonicMs };
  const circuit: Circuit = new Circuit({ ...config, ...more }, clock, () => states.push(circuit.state));
  const pass = (ms: number): void => {
    time.monotonicMs += ms;
    time.wallMs += ms;
  };
  /** One attempt; whether it was made. */
  const attempt = (isFailure: boolean): boolean => {
    if (!circuit.admits()) return false;
    circuit.report(isFailure, circuit.state === 'half-open');
    return true;
  };
  return { circuit, states, time, pass, attempt };
}

function opened() {
  const made = stage();
  for (let calls = 0; calls < 4; calls += 1) made.attempt(true);
  expect(made.circuit.state).toBe('open');
  return made;
}

describe('a circuit', () => {
  it('opens when more than the share of enough attempts fails, not before', () => {
    const { circuit, attempt } = stage();
    for (const isFailure of [true, true, true]) attempt(isFailure);
    expect(circuit.state).toBe('closed');
    attempt(false);
    attempt(true);
    expect(circuit.state).toBe('open');
  });

  it('ignores attempts that are older than the window', () => {
    const { circuit, attempt, pass } = stage();
    for (const isFailure of [true, true, true]) attempt(isFailure);
    pass(11_000);
    attempt(true);
    expect(circuit.state).toBe('closed');
  });

  it('admits one attempt after its time, and closes when that succeeds', () => {
    const { circuit, states, attempt, pass } = opened();
    pass(4_999);
    expect(attempt(false)).toBe(false);
    pass(1);
    expect(circuit.admits()).toBe(true);
    expect([circuit.admits(), circuit.state]).toEqual([false, 'half-open']);
    circuit.report(false, true);
    expect([circuit.state, attempt(true), circuit.state]).toEqual(['closed', true, 'closed']);
    expect(states).toEqual(['open', 'half-open', 'closed']);
  });

  it('opens again for the same time when that fails', () => {
    const { circuit, attempt, pass } = opened();
    pass(5_000);
    expect([attempt(true), circuit.state]).toEqual([true, 'open']);
    pass(4_999);
    expect(attempt(false)).toBe(false);
    pass(1);
    expect([attempt(false), circuit.state]).toEqual([true, 'closed']);
  });

  it.each([-3_600_000, 3_600_000, -Date.UTC(2026, 0, 1)])(
    'closes in its time even if the wall clock steps by %i ms',
    (ms) => {
      const { circuit, attempt, pass, time } = opened();
      time.wallMs += ms;
      expect(attempt(false)).toBe(false);
      pass(5_000);
      expect([attempt(false), circuit.state]).toEqual([true, 'closed']);
    },
  );

  it('never admits more than one attempt while it is not closed, and always closes after enough successes', () => {
    const step = fc.record({ ms: fc.nat(8_000), isFailure: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const { circuit, attempt, pass } = stage();
        for (const { ms, isFailure } of steps) {
          pass(ms);
          const before = circuit.state;
          const isMade = attempt(isFailure);
          expect(isMade || before !== 'closed').toBe(true);
          expect(circuit.state).not.toBe('half-open');
        }
        pass(5_000);
        expect([attempt(false), circuit.state]).toEqual([true, 'closed']);
      }),
    );
  });
});
