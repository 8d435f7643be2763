/** Memory for responses: what a call reserves, what it keeps, and when it is released. */
import { describe, expect, it } from '@jest/globals';
import { ByteBudget, HeldBytes } from '../../../src/http/byte-budget.js';

function begun(budget: ByteBudget, operation = 'GetChatMessages') {
  const held = new HeldBytes(budget);
  const call = held.call(operation);
  call.take();
  return { held, call };
}

describe('bytes of a call', () => {
  it('are reserved as it begins; what did not arrive is released at its end, the rest at the end of its request', () => {
    const budget = new ByteBudget(8_000, 8_000);
    const { held, call } = begun(budget);
    expect(budget.held).toBe(1_000); // an eighth: nothing is known of the operation
    expect(call.arrive(300)).toBe(true);
    call.end();
    expect(budget.held).toBe(300);
    held.release();
    expect(budget.held).toBe(0);
  });

  it('follow the size of recent responses: a larger one at once, smaller ones by and by', () => {
    const budget = new ByteBudget(8_000, 8_000);
    for (const size of [2_000, 1_000]) {
      const { held, call } = begun(budget);
      call.arrive(size);
      call.end();
      held.release();
    }
    begun(budget);
    expect(budget.held).toBe(1_800);
  });

  it('beyond the budget and its overdraft are refused, and others wait until some are released', () => {
    const budget = new ByteBudget(8_000, 8_000);
    let released = 0;
    budget.onRoom = () => (released += 1);
    const { held, call } = begun(budget);
    expect([call.arrive(8_000), call.arrive(2_000), call.arrive(1)]).toEqual([true, true, false]);
    call.end();
    const other = new HeldBytes(budget).call('GetChatMessages');
    expect(other.isFree()).toBe(false);
    held.release();
    expect([other.isFree(), released]).toEqual([true, 2]);
  });

  it('of a call that ends after its request are not counted any more', () => {
    const budget = new ByteBudget(8_000, 8_000);
    const { held, call } = begun(budget);
    held.release();
    call.arrive(500);
    call.end();
    expect(budget.held).toBe(0);
  });
});
