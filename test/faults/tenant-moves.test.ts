/** A tenant that moves to another host while it is used. */
import { describe, expect, it } from '@jest/globals';
import { callsMade, gatewayOfTenant, statesAsked, tenant } from '../support/tenant-gateway.js';

const one = '{ chatSession(id: 192) { status } }';
const answer = { chatSession: { status: 'CLOSED' } };

/** Sending a call on to the new host is no retry. */
const onlyOne = { UPSTREAM_RETRIES: '0', RETRY_BUDGET_PERCENT: '0' };

describe('U30 a tenant that has moved', () => {
  it('U30 is asked for once more, and the call is sent once more, to its new host', async () => {
    await using gateway = await gatewayOfTenant({}, onlyOne);
    const { emulator } = gateway;
    await gateway.query(one);
    const moved = await emulator.moveTenant(tenant);

    const { data, errors } = await gateway.query(one);

    expect([data, errors]).toEqual([answer, undefined]);
    expect(callsMade(emulator)).toEqual([
      { host: emulator.url, status: 200 },
      { host: emulator.url, status: 421 },
      { host: moved, status: 200 },
    ]);
    expect(statesAsked(emulator)).toBe(2);
    expect(gateway.log()).toContain('The tenant has moved');
    expect(gateway.log()).not.toContain(moved.replace('http://', ''));
  });

  // A 421 that comes when the new host is known already must not have it asked for again.
  it('U30 is asked for once, though some answers of its old host come late', async () => {
    await using gateway = await gatewayOfTenant({}, onlyOne);
    const { emulator } = gateway;
    await gateway.query(one);
    const moved = await emulator.moveTenant(tenant);
    emulator.injectFault({ kind: 'delay', delayMs: 400, match: { id: '7' } });

    const late = gateway.query('{ chatSession(id: 7) { id status } }');
    const answers = await Promise.all([one, one, one, one].map((document) => gateway.query(document)));
    expect(callsMade(emulator).filter(({ host, status }) => host === moved && status === 200)).toHaveLength(4);

    expect(answers.map(({ data }) => data)).toEqual([answer, answer, answer, answer]);
    expect((await late).data).toMatchObject({ chatSession: { id: '7' } });
    expect(callsMade(emulator).at(-1)).toEqual({ host: moved, status: 200 });
    expect(statesAsked(emulator)).toBe(2);
  });

  it('U30 gets an action once more, too: with 421 nothing was done', async () => {
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

  it('U30 may fail on its new host like on any other: that is retried as ever', async () => {
    await using gateway = await gatewayOfTenant();
    const { emulator } = gateway;
    await gateway.query(one);
    await emulator.moveTenant(tenant);
    emulator.injectFault({ kind: 'status', status: 421, match: { id: '192' } }); // the old host's
    emulator.injectFault({ kind: 'status', status: 503, match: { id: '192' } });

    const { data, errors } = await gateway.query(one);

    expect([data, errors]).toEqual([answer, undefined]);
    expect(callsMade(emulator).map(({ status }) => status)).toEqual([200, 421, 503, 200]);
  });

  it('U30 that is not to be found elsewhere is UPSTREAM_UNAVAILABLE, and not asked for by every call', async () => {
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

  it('U30 that moves again at once is not followed a second time by the same call', async () => {
    await using gateway = await gatewayOfTenant();
    const { emulator } = gateway;
    await gateway.query(one);
    await emulator.moveTenant(tenant);
    emulator.injectFault({ kind: 'status', status: 421, match: { id: '192' }, times: 2 });

    const [first, second] = [await gateway.query(one), await gateway.query(one)];

    expect(first.errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_UNAVAILABLE']);
    expect(second.data).toEqual(answer);
    expect(callsMade(emulator).map(({ status }) => status)).toEqual([200, 421, 421, 200]);
    expect(statesAsked(emulator)).toBe(2);
  });

  it('U30 with a fixed SUPEROFFICE_URL is UPSTREAM_UNAVAILABLE: there is nobody to ask', async () => {
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

  it('lets none fail, and is asked for once', async () => {
    await using gateway = await gatewayOfTenant({ latencyMs: 2 }, onlyOne);
    const { emulator } = gateway;
    let [begun, moved] = [0, ''];

    async function askOneAfterTheOther(): Promise<readonly unknown[]> {
      const answers: unknown[] = [];
      while (begun < operations) {
        begun += 1;
        if (begun === operations / 2) moved = await emulator.moveTenant(tenant);
        const id = 1 + (begun % 250);
        const { data, errors } = await gateway.query(
          `{ chatSession(id: ${id}) { id } again: chatSession(id: 192) { status } }`,
        );
        answers.push({ data, errors });
      }
      return answers;
    }

    const answers = (await Promise.all(Array.from({ length: atOnce }, askOneAfterTheOther))).flat();

    expect(answers).toHaveLength(operations);
    expect(answers.filter((given) => (given as { errors?: object }).errors !== undefined)).toEqual([]);
    const statuses = callsMade(emulator);
    expect(statuses.filter(({ status }) => status === 421).length).toBeGreaterThan(0);
    expect(statuses.filter(({ host, status }) => status === 200 && host === moved).length).toBeGreaterThan(
      operations / 2,
    );
    expect(statesAsked(emulator)).toBe(2); // at the start, and once for the move
    // After the last 421 nobody comes to the old host any more.
    const last = statuses.map(({ status }) => status).lastIndexOf(421);
    expect(statuses.slice(last + 1).filter(({ host }) => host !== moved)).toEqual([]);
  }, 120_000);
});
