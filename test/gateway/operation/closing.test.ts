/**
 * Closing a session changes its status only, by a patch or, on servers without PATCH, by saving the whole record: no property may be lost.
 */
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import type { Emulator, JsonRecord, SessionRecord } from '../../../src/emulator/index.js';
import { gatewayWithSession } from '../../support/console-sessions.js';
import { comesTrue } from '../../support/eventually.js';
import { authorization, gatewayOnEmulator, type GatewayWithEmulator } from '../../support/query-gateway.js';

const close = 'mutation ($id: ID!) { closeChatSession(id: $id) { session { id status } userErrors { code field } } }';

/** All properties of a session, read from SuperOffice directly. */
async function wholeRecord(url: string, id: number): Promise<JsonRecord> {
  const path = `/api/v1/Agents/Chat/GetChatSessionEntity?chatSessionEntityId=${id}`;
  const response = await fetch(`${url}${path}`, { method: 'POST', headers: { authorization } });
  return (await response.json()) as JsonRecord; // as the specification says
}

/** What SuperOffice itself sets when a session ends. */
const setByServer = ['WhenEnded', 'WhenIdle', 'LastMessage', 'Flags'];

/** The session as it is stored, but open. */
async function openedSession(emulator: Emulator, id: number): Promise<JsonRecord> {
  const before = { ...(await wholeRecord(emulator.url, id)), Status: 'UserLast', NewerProperty: 'kept' };
  emulator.putSession(before as never); // with a property that is in no contract
  emulator.clearLog();
  return before;
}

const patchOf = (): unknown => [
  { op: 'test', path: '/Status', value: 'UserLast' },
  { op: 'replace', path: '/Status', value: 'Finished' },
];

const wholeOf = (before: JsonRecord): unknown => ({ ...before, Status: 'Finished' });

interface Way {
  readonly how: string;
  readonly read: string;
  readonly write: string;
  /** The body of the second call. */
  readonly sentFor: (before: JsonRecord) => unknown;
  /** Properties that the emulator's save does not store. */
  readonly unsaved: readonly string[];
}

const ways: readonly Way[] = [
  {
    how: 'patch',
    read: 'GetChatSessionEntity 4 $select=ChatSessionId,Status',
    write: 'PATCH /api/v1/ChatSession/4',
    sentFor: patchOf,
    unsaved: [],
  },
  {
    how: 'save',
    read: 'GetChatSessionEntity 4',
    write: 'SaveChatSessionEntity 4',
    sentFor: wholeOf,
    unsaved: ['NewerProperty'],
  },
];

describe.each(ways)('closing by $how', ({ how, read, write, sentFor, unsaved }) => {
  const settings = { SESSION_CHANGES: how };

  it('reads the session, then changes its status', async () => {
    await using gateway = await gatewayWithSession(settings);
    const { data, errors } = await gateway.query(close, { id: '4' });
    expect([data.closeChatSession, errors]).toEqual([
      { session: { id: '4', status: 'FINISHED' }, userErrors: [] },
      undefined,
    ]);
    expect(gateway.emulator.requests).toEqual([read, write]);
  });

  it.each([4, 18, 44, 192])('loses nothing of session %i but its status', async (id) => {
    await using gateway = await gatewayOnEmulator({}, settings);
    const before = await openedSession(gateway.emulator, id);
    const { data } = await gateway.query(close, { id: String(id) });
    expect(data.closeChatSession.userErrors).toEqual([]);
    const after = await wholeRecord(gateway.emulator.url, id);
    const changes = Object.keys(before).filter((name) => !isDeepStrictEqual(after[name], before[name]));
    expect(changes.filter((name) => ![...setByServer, ...unsaved].includes(name))).toEqual(['Status']);
    expect(after).toMatchObject({ Status: 'Finished' });
    expect(JSON.parse(gateway.emulator.log.at(-2)?.bodyText ?? '')).toEqual(sentFor(before));
  });

  it('by two at once: both get a closed session', async () => {
    await using gateway = await gatewayWithSession(settings);
    const responses = await Promise.all([gateway.query(close, { id: '4' }), gateway.query(close, { id: '4' })]);
    for (const { data } of responses) expect(data.closeChatSession.session).toEqual({ id: '4', status: 'FINISHED' });
    const { data } = await gateway.query('{ chatSession(id: 4) { status isOpen } }');
    expect(data.chatSession).toEqual({ status: 'FINISHED', isOpen: false });
  });

  it.each(['Finished', 'Closed', 'ClosedFromQueue', 'Deleted', 'RequestPosted'])(
    'leaves a session that is %s unchanged, and reports it',
    async (status) => {
      await using gateway = await gatewayOnEmulator({}, settings);
      gateway.emulator.putSession({ ...(await wholeRecord(gateway.emulator.url, 4)), Status: status } as SessionRecord);
      gateway.emulator.clearLog();
      const { data } = await gateway.query(close, { id: '4' });
      expect(data.closeChatSession).toMatchObject({ session: { id: '4' }, userErrors: [{ code: 'ALREADY_OVER' }] });
      expect(gateway.emulator.requests).toEqual([
        read,
        'GetChatSessionEntity 4 $select=ChatSessionId,Status', // in the caller's language
      ]);
    },
  );

  it('changes nothing when the read fails', async () => {
    await using gateway = await gatewayWithSession(settings);
    gateway.emulator.injectFault({ kind: 'status', status: 403 });
    const { errors } = await gateway.query(close, { id: '4' });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(gateway.emulator.requests).toEqual([read]);
  });

  it('reads the session again, whatever an earlier field of the operation has read', async () => {
    await using gateway = await gatewayWithSession(settings);
    const { data } = await gateway.query(`mutation {
      a: resetChatSession(id: 4) { session { status } }
      b: closeChatSession(id: 4) { session { status } userErrors { code } } }`);
    expect(data).toEqual({
      a: { session: { status: 'IN_QUEUE' } },
      b: { session: { status: 'FINISHED' }, userErrors: [] },
    });
    expect(gateway.emulator.requests.slice(1)).toEqual([read, write]);
  });
});

describe('a session that changes between the two calls', () => {
  /** The response to the read is late: by then the session has another status. */
  async function raced(gateway: GatewayWithEmulator, status: string) {
    const before = await wholeRecord(gateway.emulator.url, 4);
    gateway.emulator.clearLog();
    gateway.emulator.injectFault({ kind: 'delay', delayMs: 200 });
    const response = gateway.query(close, { id: '4' });
    await comesTrue(() => gateway.emulator.requests.length > 0);
    gateway.emulator.putSession({ ...before, Status: status } as SessionRecord);
    return response;
  }

  it.each([
    ['UserLast', 'CHANGED_MEANWHILE', 'USER_LAST'],
    ['Closed', 'ALREADY_OVER', 'CLOSED'],
  ])('to %s is left as it is: %s', async (status, code, shown) => {
    await using gateway = await gatewayWithSession();
    const response = await raced(gateway, status);
    const userErrors = [{ code, field: null }]; // no argument has the expected status
    expect(response.data.closeChatSession).toEqual({ session: { id: '4', status: shown }, userErrors });
    expect(await wholeRecord(gateway.emulator.url, 4)).toMatchObject({ Status: status });
  });
});

describe('closing by saving', () => {
  const settings = { SESSION_CHANGES: 'save' };

  it("reads the stored values, not translations, and returns the caller's language", async () => {
    await using gateway = await gatewayWithSession(settings);
    const query = 'mutation { closeChatSession(id: 4) { session { contact { businessName } } } }';

    const { data } = await gateway.query(query, {}, { authorization, 'so-timezone': 'NO', 'so-language': 'no' });

    expect(data.closeChatSession.session).toEqual({ contact: { businessName: 'Informasjonsteknologi' } });
    const [read, save] = gateway.emulator.log;
    expect(read?.headers).not.toHaveProperty('accept-language');
    expect(read?.headers).not.toHaveProperty('so-language');
    expect(read?.headers).not.toHaveProperty('so-timezone');
    expect(save?.headers).not.toHaveProperty('so-timezone');
    expect(save?.bodyText).toContain('NO:\\"Informasjonsteknologi\\";US:');
  });

  it("keeps the customer's session key out of the response and the log, though it reads and saves it", async () => {
    await using gateway = await gatewayWithSession(settings);

    const response = await gateway.query(close, { id: '4' });

    expect(gateway.emulator.log.at(-1)?.bodyText).toContain('secret-session-key-4');
    expect(JSON.stringify(response.data) + gateway.log()).not.toContain('secret-session-key');
  });
});
