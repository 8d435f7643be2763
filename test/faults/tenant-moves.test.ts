/** A tenant that moves to another host during operations. */
import { describe, expect, it } from '@jest/globals';
import { callsMade, gatewayOfTenant, statesAsked, tenant } from '../support/tenant-gateway.js';

const one = '{ chatSession(id: 192) { status } }';
const expected = { chatSession: { status: 'CLOSED' } };

/** Sending a call to the new host is not a retry. */
const onlyOne = { UPSTREAM_RETRIES: '0', RETRY_BUDGET_PERCENT: '0' };

describe('U30 a tenant that has moved', () => {
  it('U30 has its state requested once, and the call is sent once more, to its new host', async () => {
    await using gateway = await gatewayOfTenant({}, onlyOne);
    const { emulator } = gateway;
    await gateway.query(one);
    const moved = await emulator.moveTenant(tenant);

    const { data, errors } = await gateway.query(one);

    expect([data, errors]).toEqual([expected, undefined]);
    expect(callsMade(emulator)).toEqual([
      { host: emulator.url, status: 200 },
      { host: emulator.url, status: 421 },
      { host: moved, status: 200 },
    ]);
    expect(statesAsked(emulator)).toBe(2);
    expect(gateway.log()).toContain('The tenant has moved');
    expect(gateway.log()).not.toContain(moved.replace('http://', ''));
  });

  // A 421 that arrives when the new host is known must not cause another request of the state.
  it('U30 has its state requested once, though some responses of its old host are late', async () => {
    await using gateway = await gatewayOfTenant({}, onlyOne);
    const { emulator } = gateway;
    await gateway.query(one);
    const moved = await emulator.moveTenant(tenant);
    emulator.injectFault({ kind: 'delay', delayMs: 400, match: { id: '7' } });

    const late = gateway.query('{ chatSession(id: 7) { id status } }');
    const responses = await Promise.all([one, one, one, one].map((document) => gateway.query(document)));
    expect(callsMade(emulator).filter(({ host, status }) => host === moved && status === 200)).toHaveLength(4);

    expect(responses.map(({ data }) => data)).toEqual([expected, expected, expected, expected]);
    expect((await late).data).toMatchObject({ chatSession: { id: '7' } });
    expect(callsMade(emulator).at(-1)).toEqual({ host: moved, status: 200 });
    expect(statesAsked(emulator)).toBe(2);
  });

  it('U30 gets an action once more: a 421 says that it was not done', async () => {
    await using gateway = await gatewayOfTenant({}, onlyOne);
    const { emulator } = gateway;
    await gateway.query(one);
    await emulator.moveTenant(tenant);

    const { data, errors } = await gateway.query(
      'mutation { addChatMessage(sessionId: 5, message: "hello") { message { message } } }',
    );

    expect([data, errors]).toEqual([{ addChatMessage: { message: { message: 'hello' } } }, undefined]);
    const added = emulator.log.filter(({ operation }) => operation === 'AddChatMessage');
    expect(added.map(({ status }) => status)).toEqual([421, 200]);
    expect(statesAsked(emulator)).toBe(2);
  });

  it('U30 may fail on its new host, which is retried as usual', async () => {
    await using gateway = await gatewayOfTenant();
    const { emulator } = gateway;
    await gateway.query(one);
    await emulator.moveTenant(tenant);
    emulator.injectFault({ kind: 'status', status: 421, match: { id: '192' } }); // of the old host
    emulator.injectFault({ kind: 'status', status: 503, match: { id: '192' } });

    const { data, errors } = await gateway.query(one);

    expect([data, errors]).toEqual([expected, undefined]);
    expect(callsMade(emulator).map(({ status }) => status)).toEqual([200, 421, 503, 200]);
  });

  it('U30 without a new host is UPSTREAM_UNAVAILABLE, and its state is not requested by every call', async () => {
    await using gateway = await gatewayOfTenant();
    const { emulator } = gateway;
    emulator.injectFault({ kind: 'status', status: 421, match: { id: '192' }, times: Infinity });

    for (const time of [1, 2, 3]) {
      const { data, errors } = await gateway.query(one);
      const codes = errors?.map(({ extensions }) => extensions.code);
      expect([time, data, codes]).toEqual([time, { chatSession: null }, ['UPSTREAM_UNAVAILABLE']]);
    }

    expect(callsMade(emulator).map(({ status }) => status)).toEqual([421, 421, 421]);
    expect(statesAsked(emulator)).toBe(2);
  });

  it('U30 that moves again at once is not followed twice by one call', async () => {
    await using gateway = await gatewayOfTenant();
    const { emulator } = gateway;
    await gateway.query(one);
    await emulator.moveTenant(tenant);
    emulator.injectFault({ kind: 'status', status: 421, match: { id: '192' }, times: 2 });

    const [first, second] = [await gateway.query(one), await gateway.query(one)];

    expect(first.errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_UNAVAILABLE']);
    expect(second.data).toEqual(expected);
    expect(callsMade(emulator).map(({ status }) => status)).toEqual([200, 421, 421, 200]);
    expect(statesAsked(emulator)).toBe(2);
  });

  it('U30 with a fixed SUPEROFFICE_URL is UPSTREAM_UNAVAILABLE: it has no state to request', async () => {
    await using gateway = await gatewayOfTenant();
    const fixed = { SUPEROFFICE_TENANT: '', SUPEROFFICE_ALLOWED_HOSTS: '' };
    await using other = await gatewayOfTenant({}, { ...fixed, SUPEROFFICE_URL: gateway.emulator.url });
    gateway.emulator.injectFault({ kind: 'status', status: 421 });

    const { errors } = await other.query(one);

    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_UNAVAILABLE']);
    expect([statesAsked(gateway.emulator), statesAsked(other.emulator)]).toEqual([0, 0]);
  });
});

describe('a tenant that moves during 1,000 operations', () => {
  const operations = 1_000;
  const atOnce = 50;

  it('lets none fail, and its state is requested once', async () => {
    await using gateway = await gatewayOfTenant({ latencyMs: 2 }, onlyOne);
    const { emulator } = gateway;
    let [started, moved] = [0, ''];

    async function sendInSequence(): Promise<readonly unknown[]> {
      const responses: unknown[] = [];
      while (started < operations) {
        started += 1;
        if (started === operations / 2) moved = await emulator.moveTenant(tenant);
        const id = 1 + (started % 250);
        const { data, errors } = await gateway.query(
          `{ chatSession(id: ${id}) { id } again: chatSession(id: 192) { status } }`,
        );
        responses.push({ data, errors });
      }
      return responses;
    }

    const answers = (await Promise.all(Array.from({ length: atOnce }, sendInSequence))).flat();

    expect(answers).toHaveLength(operations);
    expect(answers.filter((given) => (given as { errors?: object }).errors !== undefined)).toEqual([]);
    const statuses = callsMade(emulator);
    expect(statuses.filter(({ status }) => status === 421).length).toBeGreaterThan(0);
    expect(statuses.filter(({ host, status }) => status === 200 && host === moved).length).toBeGreaterThan(
      operations / 2,
    );
    expect(statesAsked(emulator)).toBe(2); // at the start, and for the move
    // After the last 421 no call goes to the old host.
    const last = statuses.map(({ status }) => status).lastIndexOf(421);
    expect(statuses.slice(last + 1).filter(({ host }) => host !== moved)).toEqual([]);
  });
});
