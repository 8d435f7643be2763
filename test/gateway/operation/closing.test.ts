/**
 * Closing a session reads the whole record and saves it: no property may be lost.
 */
import { describe, expect, it } from '@jest/globals';
import { startEmulator, type JsonRecord } from '../../../src/emulator/index.js';
import { gatewayWithSession } from '../../support/console-sessions.js';
import { authorization, gatewayAt, gatewayOnEmulator } from '../../support/query-gateway.js';

const close = 'mutation ($id: ID!) { closeChatSession(id: $id) { session { id status } userErrors { code } } }';

/** All properties of a session, read from SuperOffice directly. */
async function wholeRecord(url: string, id: number): Promise<JsonRecord> {
  const path = `/api/v1/Agents/Chat/GetChatSessionEntity?chatSessionEntityId=${id}`;
  const response = await fetch(`${url}${path}`, { method: 'POST', headers: { authorization } });
  return (await response.json()) as JsonRecord; // as the specification says
}

describe('closing', () => {
  it('reads the whole record without $select and saves it with another status', async () => {
    await using gateway = await gatewayWithSession();

    const { data, errors } = await gateway.query(close, { id: '4' });

    expect([data.closeChatSession, errors]).toEqual([
      { session: { id: '4', status: 'FINISHED' }, userErrors: [] },
      undefined,
    ]);
    expect(gateway.emulator.requests).toEqual(['GetChatSessionEntity 4', 'SaveChatSessionEntity 4']);
  });

  it.each([4, 18, 44, 192])('loses nothing of session %i but its status', async (id) => {
    await using emulator = await startEmulator();
    await using gateway = await gatewayAt(emulator.url);
    const before = { ...(await wholeRecord(emulator.url, id)), Status: 'UserLast' };
    emulator.putSession(before);

    const { data } = await gateway.query(close, { id: String(id) });

    expect(data.closeChatSession.userErrors).toEqual([]);
    const saved = JSON.parse(emulator.log.at(-1)?.bodyText ?? '{}') as JsonRecord; // what the gateway sent
    expect(saved).toEqual({ ...before, Status: 'Finished' });
  });

  it('by two at once: both get a closed session', async () => {
    await using gateway = await gatewayWithSession();

    const responses = await Promise.all([gateway.query(close, { id: '4' }), gateway.query(close, { id: '4' })]);

    for (const { data } of responses) expect(data.closeChatSession.session).toEqual({ id: '4', status: 'FINISHED' });
    const { data } = await gateway.query('{ chatSession(id: 4) { status isOpen } }');
    expect(data.chatSession).toEqual({ status: 'FINISHED', isOpen: false });
  });

  it.each(['Finished', 'Closed', 'ClosedFromQueue', 'Deleted', 'RequestPosted'])(
    'leaves a session that is %s unchanged, and reports it',
    async (status) => {
      await using gateway = await gatewayOnEmulator();
      gateway.emulator.putSession({ ...(await wholeRecord(gateway.emulator.url, 4)), Status: status });
      gateway.emulator.clearLog();

      const { data } = await gateway.query(close, { id: '4' });

      expect(data.closeChatSession).toMatchObject({ session: { id: '4' }, userErrors: [{ code: 'ALREADY_OVER' }] });
      expect(gateway.emulator.requests).toEqual([
        'GetChatSessionEntity 4',
        'GetChatSessionEntity 4 $select=ChatSessionId,Status', // in the caller's language
      ]);
    },
  );

  it("reads the stored values, not translations, and returns the caller's language", async () => {
    await using gateway = await gatewayWithSession();
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

  it('saves nothing when the read fails', async () => {
    await using gateway = await gatewayWithSession();
    gateway.emulator.injectFault({ kind: 'status', status: 403 });

    const { errors } = await gateway.query(close, { id: '4' });

    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(gateway.emulator.requests).toEqual(['GetChatSessionEntity 4']);
  });

  it("keeps the customer's session key out of the response and the log, though it reads and saves it", async () => {
    await using gateway = await gatewayWithSession();

    const response = await gateway.query(close, { id: '4' });

    expect(gateway.emulator.log.at(-1)?.bodyText).toContain('secret-session-key-4');
    expect(JSON.stringify(response.data) + gateway.log()).not.toContain('secret-session-key');
  });
});
