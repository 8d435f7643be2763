/** Memory for responses: what a call reserves, what it keeps, and when it is released. */
import { describe, expect, it } from '@jest/globals';
import { BytePool, ByteBudget, HeldBytes } from '../../../src/http/byte-budget.js';

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

describe('budgets of several tenants in one pool', () => {
  it('one alone gets half of the bytes; another one still gets room, and the first one when bytes are released', () => {
    const pool = new BytePool(true);
    const [one, two] = [new ByteBudget(8_000, 8_000, pool), new ByteBudget(8_000, 8_000, pool)];
    let released = 0;
    one.onRoom = () => (released += 1);
    const requests = Array.from({ length: 3 }, () => begun(one)); // 1,000 bytes each
    expect(new HeldBytes(one).call('GetChatMessages').isFree()).toBe(true);
    requests.push(begun(one));
    expect(new HeldBytes(one).call('GetChatMessages').isFree()).toBe(false);

    expect(new HeldBytes(two).call('GetChatMessages').isFree()).toBe(true);
    const other = begun(two);
    expect([one.held, two.held, pool.held]).toEqual([4_000, 1_000, 5_000]);
    for (const { held } of requests) held.release();
    expect([pool.held, released > 0]).toEqual([1_000, true]);
    expect(new HeldBytes(one).call('GetChatMessages').isFree()).toBe(true);
    other.held.release();
    expect(pool.held).toBe(0);
  });

  it('one response of a tenant may not overdraw more than its half, even where the others hold nothing', () => {
    const pool = new BytePool(true);
    const one = new ByteBudget(8_000, 8_000, pool);
    const { call } = begun(one);
    expect([call.arrive(5_000), call.arrive(1)]).toEqual([true, false]);
    const alone = begun(new ByteBudget(8_000, 8_000));
    expect(alone.call.arrive(5_001)).toBe(true);
  });
});
