/** Changing a session is one call that names what changes: nothing else of the session may be touched. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Emulator, JsonRecord } from '../../../src/emulator/index.js';
import { authorization, gatewayOnEmulator, type GatewayWithEmulator } from '../../support/query-gateway.js';

const update = `mutation ($id: ID!, $input: ChatSessionUpdateInput!, $expected: ChatSessionExpectedInput) {
  updateChatSession(id: $id, input: $input, expected: $expected) {
    session { id customerName customerEmail alertLevel person { id fullName } } userErrors { code field message } } }`;

const guest = { authorization: `Basic ${Buffer.from('lxl@example.com:x').toString('base64')}` };

/** The complete record, read from SuperOffice directly. */
async function wholeRecord({ url }: Emulator, id: number): Promise<JsonRecord> {
  const path = `/api/v1/Agents/Chat/GetChatSessionEntity?chatSessionEntityId=${id}`;
  const response = await fetch(`${url}${path}`, { method: 'POST', headers: { authorization } });
  return (await response.json()) as JsonRecord; // the emulator's own record
}

const sent = ({ emulator }: GatewayWithEmulator): readonly (readonly [line: string, body: unknown])[] =>
  emulator.log.map(({ line, bodyText }) => [line, bodyText === '' ? null : JSON.parse(bodyText)]);

const replace = (path: string, value: unknown) => ({ op: 'replace', path, value });

describe('a session', () => {
  it('is changed by one call, which has what the client names and selects', async () => {
    await using gateway = await gatewayOnEmulator();
    const input = { customerName: 'Ada Lind', alertLevel: 2 };
    const { data, errors } = await gateway.query(update, { id: '43', input });
    expect(errors).toBeUndefined();
    expect(data.updateChatSession).toMatchObject({
      session: { id: '43', customerName: 'Ada Lind', alertLevel: 2 },
      userErrors: [],
    });
    expect(sent(gateway)).toEqual([
      ['PATCH /api/v1/ChatSession/43', [replace('/CustomerName', 'Ada Lind'), replace('/AlertLevel', 2)]],
    ]);
    const [{ url, headers } = { url: '', headers: {} }] = gateway.emulator.log;
    expect(decodeURIComponent(url)).toContain(
      '?$select=AlertLevel,ChatSessionId,CustomerEmail,CustomerName,Person/FullName,Person/PersonId',
    );
    expect(headers['content-type']).toBe('application/json-patch+json');
  });

  it('is linked to a person and to others by their ids, and unlinked by null', async () => {
    await using gateway = await gatewayOnEmulator();
    const input = { personId: '2018', contactId: '3018', projectId: null, saleId: null, ticketId: null };
    const { data } = await gateway.query(update, { id: '43', input });
    expect(data.updateChatSession.session.person.id).toBe('2018');
    expect(sent(gateway)[0]?.[1]).toEqual([
      replace('/Person', { PersonId: 2018 }),
      replace('/Contact', { ContactId: 3018 }),
      ...['/Project', '/Sale', '/Ticket'].map((path) => replace(path, null)),
    ]);
    const unlinked = await gateway.query(update, { id: '43', input: { personId: null } });
    expect(unlinked.data.updateChatSession.session.person).toBeNull();
  });

  it('has its texts cleared by null', async () => {
    await using gateway = await gatewayOnEmulator();
    const input = { customerEmail: null, customerConsented: null, alertLevel: null };
    const { data } = await gateway.query(update, { id: '43', input });
    expect(data.updateChatSession.session.customerEmail).toBeNull();
    expect(sent(gateway)[0]?.[1]).toEqual([
      replace('/CustomerEmail', ''),
      replace('/CustomerConsented', false),
      replace('/AlertLevel', 0),
    ]);
  });

  it('keeps everything that the client does not name, also what a newer server has', async () => {
    await using gateway = await gatewayOnEmulator();
    const { emulator } = gateway;
    const texts = fc.option(fc.string({ maxLength: 32, unit: 'grapheme' }));
    const ids = fc.option(fc.integer({ min: 1, max: 200 }).map(String));
    const inputs = fc
      .record(
        {
          ...{ customerName: texts, customerAlias: texts, customerEmail: texts, customerPhone: texts },
          ...{
            customerCompanyName: texts,
            customerConsented: fc.option(fc.boolean()),
            alertLevel: fc.option(fc.nat(9)),
          },
          ...{ personId: ids, contactId: ids, projectId: ids, saleId: ids, ticketId: ids },
        },
        { requiredKeys: [] },
      )
      .filter((input) => Object.keys(input).length > 0);
    const property = (name: string): string =>
      name.endsWith('Id')
        ? name.charAt(0).toUpperCase() + name.slice(1, -2)
        : name.charAt(0).toUpperCase() + name.slice(1);
    await fc.assert(
      fc.asyncProperty(inputs, fc.constantFrom(4, 18, 43, 192), async (input, id) => {
        emulator.putSession({
          ...(await wholeRecord(emulator, id)),
          User: null,
          TopicId: 1,
          NewerProperty: { a: [id] },
        } as never); // it is in no contract
        const before = await wholeRecord(emulator, id);
        const { errors } = await gateway.query(update, { id: String(id), input });
        expect(errors).toBeUndefined();
        const names = new Set(Object.keys(input).map(property));
        const others = (record: JsonRecord) =>
          Object.fromEntries(Object.entries(record).filter(([name]) => !names.has(name)));
        const after = await wholeRecord(emulator, id);
        expect(others(after)).toEqual(others(before));
        expect(after).toHaveProperty('NewerProperty', { a: [id] });
      }),
      { numRuns: 60 },
    );
  });
});

describe('expected values', () => {
  const input = { customerName: 'Ada' };

  it('that the session has are compared by SuperOffice, in the same call', async () => {
    await using gateway = await gatewayOnEmulator();
    const { CustomerName, AlertLevel } = await wholeRecord(gateway.emulator, 43);
    gateway.emulator.clearLog();
    const expected = { customerName: CustomerName, alertLevel: AlertLevel };
    const { data } = await gateway.query(update, { id: '43', input, expected });
    expect(data.updateChatSession).toMatchObject({ session: { customerName: 'Ada' }, userErrors: [] });
    expect(sent(gateway)).toEqual([
      [
        'PATCH /api/v1/ChatSession/43',
        [
          { op: 'test', path: '/CustomerName', value: CustomerName },
          { op: 'test', path: '/AlertLevel', value: AlertLevel },
          replace('/CustomerName', 'Ada'),
        ],
      ],
    ]);
  });

  it('that it has not leave it as it is, and bring its values', async () => {
    await using gateway = await gatewayOnEmulator();
    const before = await wholeRecord(gateway.emulator, 43);
    gateway.emulator.clearLog();
    const { data, errors } = await gateway.query(update, { id: '43', input, expected: { customerName: 'Eve' } });
    expect(errors).toBeUndefined();
    expect(data.updateChatSession).toMatchObject({
      session: { id: '43', customerName: before['CustomerName'] },
      userErrors: [{ code: 'CHANGED_MEANWHILE', field: ['expected'] }],
    });
    expect(gateway.emulator.requests.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'PATCH /api/v1/ChatSession/43',
      'GetChatSessionEntity 43',
    ]);
    expect(await wholeRecord(gateway.emulator, 43)).toEqual(before);
  });

  it('that it has not cost no other call where no more than the id is selected', async () => {
    await using gateway = await gatewayOnEmulator();
    for (const selection of ['userErrors { code }', 'session { id } userErrors { code }']) {
      gateway.emulator.clearLog();
      const { data } = await gateway.query(
        `mutation { updateChatSession(id: 43, input: { alertLevel: 1 }, expected: { customerName: "Eve" }) { ${selection} } }`,
      );
      expect(data.updateChatSession.userErrors).toEqual([{ code: 'CHANGED_MEANWHILE' }]);
      expect(gateway.emulator.requests).toHaveLength(1);
    }
  });

  it('that it has not are reported, also when the session cannot be read then', async () => {
    await using gateway = await gatewayOnEmulator({}, { MAX_RETRIES: '0' });
    gateway.emulator.injectFault({ kind: 'status', status: 500, match: { operation: 'GetChatSessionEntity' } });
    const { data, errors } = await gateway.query(update, { id: '43', input, expected: { customerName: 'Eve' } });
    expect(errors).toBeUndefined();
    expect(data.updateChatSession).toMatchObject({ session: null, userErrors: [{ code: 'CHANGED_MEANWHILE' }] });
  });

  it('are current ones, whatever an earlier field of the operation has read', async () => {
    await using gateway = await gatewayOnEmulator();
    const query = `mutation {
      a: updateChatSession(id: 43, input: { customerName: "First" }) { session { customerName } }
      b: updateChatSession(id: 43, input: { customerName: "Second" }, expected: { customerName: "Other" }) { session { customerName } userErrors { code } }
    }`;
    const { data } = await gateway.query(query);
    expect(data.b).toEqual({ session: { customerName: 'First' }, userErrors: [{ code: 'CHANGED_MEANWHILE' }] });
    expect(gateway.emulator.requests).toHaveLength(3);
  });
});

describe('a server without PATCH (SESSION_CHANGES=save)', () => {
  const settings = { SESSION_CHANGES: 'save' };

  it('has the complete record saved, with what the client names', async () => {
    await using gateway = await gatewayOnEmulator({ patch: 'missing' }, settings);
    const before = await wholeRecord(gateway.emulator, 43);
    gateway.emulator.clearLog();
    const input = { customerName: 'Ada Lind', personId: '2018', customerEmail: null };
    const expected = { alertLevel: before['AlertLevel'] };
    const { data, errors } = await gateway.query(update, { id: '43', input, expected });
    expect(errors).toBeUndefined();
    expect(data.updateChatSession).toMatchObject({
      session: { id: '43', customerName: 'Ada Lind', customerEmail: null, person: { id: '2018' } },
      userErrors: [],
    });
    expect(gateway.emulator.requests).toEqual(['GetChatSessionEntity 43', 'SaveChatSessionEntity 43']);
    expect(sent(gateway)[1]?.[1]).toEqual({
      ...before,
      ...{ CustomerName: 'Ada Lind', CustomerEmail: '', Person: { PersonId: 2018 } },
    });
  });

  it('has expected values compared by the gateway', async () => {
    await using gateway = await gatewayOnEmulator({ patch: 'missing' }, settings);
    const { data } = await gateway.query(update, {
      id: '43',
      input: { alertLevel: 1 },
      expected: { customerName: 'Eve' },
    });
    expect(data.updateChatSession).toMatchObject({
      session: { id: '43' },
      userErrors: [{ code: 'CHANGED_MEANWHILE' }],
    });
    expect(gateway.emulator.requests.map((line) => line.split(' ')[0])).toEqual([
      'GetChatSessionEntity',
      'GetChatSessionEntity',
    ]);
  });

  it('takes an empty text, false and 0 for none, whatever is stored', async () => {
    await using gateway = await gatewayOnEmulator({ patch: 'missing' }, settings);
    const before = await wholeRecord(gateway.emulator, 43);
    gateway.emulator.putSession({ ...before, CustomerEmail: null, AlertLevel: null } as never); // as it was read
    const expected = { customerEmail: '', alertLevel: 0 };
    const { data } = await gateway.query(update, { id: '43', input: { customerName: 'Ada' }, expected });
    expect(data.updateChatSession).toMatchObject({ session: { customerName: 'Ada' }, userErrors: [] });
  });

  it('has no such session: nothing is saved', async () => {
    await using gateway = await gatewayOnEmulator({ patch: 'missing' }, settings);
    const { data } = await gateway.query(update, { id: '9999', input: { alertLevel: 1 } });
    expect(data.updateChatSession).toEqual({
      session: null,
      userErrors: [expect.objectContaining({ code: 'NOT_FOUND' })],
    });
    expect(gateway.emulator.requests).toEqual(['GetChatSessionEntity 9999']);
  });
});

describe('what cannot be changed', () => {
  it.each([
    ['an empty input', '43', {}, 'at least one'],
    ['a long name', '43', { customerName: 'x'.repeat(256) }, '`customerName`'],
    ['a long phone number', '43', { customerPhone: '1'.repeat(33) }, '`customerPhone`'],
    ['a NUL', '43', { customerAlias: 'a\0' }, '`customerAlias`'],
    ['a person that is no id', '43', { personId: 'x' }, '`personId`'],
    ['a person 0', '43', { personId: '0' }, '`personId`'],
    ['a long expected text', '43', { alertLevel: 1 }, '`expected.customerPhone`', { customerPhone: '1'.repeat(1_025) }],
    ['null as an expected value', '43', { alertLevel: 1 }, '`expected.customerEmail` is null', { customerEmail: null }],
    ['a session that is no id', 'x', { customerName: 'a' }, 'id'],
  ])('%s is refused without a call', async (_name, id, input, text, ...[expected]) => {
    await using gateway = await gatewayOnEmulator();
    const { errors = [] } = await gateway.query(update, { id, input, expected });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.message).toContain(text);
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('is reported: no session, no right, another refusal, an unknown outcome; the neighbour works', async () => {
    await using gateway = await gatewayOnEmulator();
    const both = `mutation ($id: ID!) {
      failing: updateChatSession(id: $id, input: { alertLevel: 3 }) { session { id } userErrors { code } }
      working: updateChatSession(id: 43, input: { alertLevel: 3 }) { session { alertLevel } } }`;
    const missing = await gateway.query(both, { id: '9999' });
    expect(missing.data).toEqual({
      failing: { session: null, userErrors: [{ code: 'NOT_FOUND' }] },
      working: { session: { alertLevel: 3 } },
    });
    await using older = await gatewayOnEmulator({ patch: 'missing' });
    expect((await older.query(both, { id: '18' })).data.failing.userErrors).toEqual([{ code: 'NOT_FOUND' }]);
    const foreign = await gateway.query(update, { id: '43', input: { alertLevel: 1 } }, guest);
    expect(foreign.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    for (const [fault, code] of [
      [{ kind: 'status', status: 405 }, 'UPSTREAM_REJECTED'],
      [{ kind: 'status', status: 409 }, 'UPSTREAM_REJECTED'],
      [{ kind: 'status', status: 412 }, 'UPSTREAM_REJECTED'],
      [{ kind: 'status', status: 421 }, 'UPSTREAM_UNAVAILABLE'],
      [{ kind: 'body', body: '{"Error":true,"ErrorType":"SoSentryException"}' }, 'FORBIDDEN'],
      [{ kind: 'status', status: 204 }, 'UPSTREAM_OUTCOME_UNKNOWN'],
      [{ kind: 'body', body: 'null' }, 'UPSTREAM_OUTCOME_UNKNOWN'],
      [{ kind: 'status', status: 500 }, 'UPSTREAM_OUTCOME_UNKNOWN'],
      [{ kind: 'reset' }, 'UPSTREAM_OUTCOME_UNKNOWN'],
    ] as const) {
      gateway.emulator.clearLog();
      gateway.emulator.injectFault({ ...fault, match: { pathEnd: 'ChatSession/18' } });
      const { data, errors = [] } = await gateway.query(both, { id: '18' });
      expect(errors.map(({ extensions }) => extensions.code)).toEqual([code]);
      expect(data).toEqual({ failing: null, working: { session: { alertLevel: 3 } } });
      expect(gateway.emulator.requests).toHaveLength(2);
    }
  });
});
