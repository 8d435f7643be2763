/**
 * Limits of calls and of response size of one operation; partial responses are kept.
 */
import { describe, expect, it } from '@jest/globals';
import { answering, failures, withIds } from '../../support/conversation-records.js';
import { gatewayOnEmulator } from '../../support/query-gateway.js';

describe('the call budget of an operation', () => {
  it('is exact, and data fetched within it is returned', async () => {
    await using gateway = await gatewayOnEmulator({}, { MAX_UPSTREAM_CALLS: '3' });

    const { status, data, errors } = await gateway.query('{ myChatSessions { id messages(last: 1) { id } } }');

    const messages = data.myChatSessions.map((session: { messages: unknown }) => session.messages);
    expect(status).toBe(200);
    expect(messages).toEqual([[{ id: '4004' }], [{ id: '18004' }], null, null, null, null]);
    expect(failures(errors)).toEqual(
      [2, 3, 4, 5].map((index) => `myChatSessions.${index}.messages: UPSTREAM_CALL_LIMIT`),
    );
    expect(gateway.emulator.requests).toEqual([
      'ChatSessionsForUser $select=ChatSessionId',
      'GetChatMessages 4 $select=ChatMessageId,ChatSessionId',
      'GetChatMessages 18 $select=ChatMessageId,ChatSessionId',
    ]);
  });

  it('belongs to one operation: the next one starts with a full budget', async () => {
    await using gateway = await gatewayOnEmulator({}, { MAX_UPSTREAM_CALLS: '1' });
    gateway.emulator.injectFault({ ...answering('GetChatPresence', [{ UserId: 701 }]), times: Infinity });
    const query = '{ chatPresence { id } transferTargets { id } }';

    for (let operation = 1; operation <= 2; operation += 1) {
      const { data, errors } = await gateway.query(query);

      expect([data, failures(errors)]).toEqual([
        { chatPresence: withIds(['701']), transferTargets: null },
        ['transferTargets: UPSTREAM_CALL_LIMIT'],
      ]);
      expect(gateway.emulator.requests).toHaveLength(operation);
    }
  });
});

describe('the size of a response', () => {
  const aliases = Array.from({ length: 50 }, (_, index) => `a${index}: messages { id }`).join(' ');
  const ids = Array(100).fill('5').join(', ');

  it.each([
    ['messages', `{ chatSessions(ids: [${ids}]) { ${aliases} } }`, 2],
    ['transcripts', `{ chatSessions(ids: [${ids}]) { ${aliases.replaceAll('messages { id }', 'transcript')} } }`, 2],
    [
      'field properties',
      `{ chatSessions(ids: [${ids.replaceAll('5', '7')}]) { ${aliases.replaceAll('messages { id }', 'fieldProperties { name }')} } }`,
      1,
    ],
    [
      'child items',
      `{ ${aliases.replaceAll('messages { id }', 'transferTargets(flat: false) { childItems { id } }')} }`,
      1,
    ],
    ['lists', `{ ${aliases.replaceAll('messages', 'chatPresence')} }`, 1],
    [
      'lines of addresses',
      `{ chatSessions(ids: [${ids.replaceAll('5', '2')}]) { contact { address { ${aliases.replaceAll('messages { id }', 'localizedAddress { name }')} } } } }`,
      1,
    ],
  ])('is limited, however often the same %s are selected', async (_what, query, calls) => {
    await using gateway = await gatewayOnEmulator({}, { MAX_ANSWER_RECORDS: '200' });

    const { status, data, errors = [] } = await gateway.query(query);

    expect(status).toBe(200);
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['OPERATION_TOO_LARGE']));
    expect(JSON.stringify(data).length).toBeLessThan(100_000);
    expect(gateway.emulator.requests).toHaveLength(calls);
  });

  it('is limited by the length of messages, too: few long ones also fill a process', async () => {
    await using gateway = await gatewayOnEmulator({}, { MAX_ANSWER_RECORDS: '200' });
    const long = { ChatMessageId: 1, ChatSessionId: 5, Message: 'x'.repeat(60_000) };
    gateway.emulator.injectFault({ ...answering('GetChatMessages', [long]), times: Infinity });
    const four = [1, 2, 3, 4].map((index) => `a${index}: chatMessages(sessionId: 5) { message }`).join(' ');

    const { data, errors } = await gateway.query(`{ ${four} }`);
    const { errors: without } = await gateway.query(`{ ${four.replaceAll('message }', 'id }')} }`);

    expect(failures(errors)).toEqual(['a4: OPERATION_TOO_LARGE']);
    expect(data.a3[0].message).toHaveLength(60_000);
    expect(without).toBeUndefined(); // data that is not returned does not count
    expect(gateway.emulator.requests).toHaveLength(2);
  });

  it('allows what is within it', async () => {
    await using gateway = await gatewayOnEmulator({}, { MAX_ANSWER_RECORDS: '105' });

    const { errors } = await gateway.query(`{ chatSessions(ids: [${ids}]) { id } chatMessages(sessionId: 5) { id } }`);

    expect(errors).toBeUndefined();
    expect(gateway.emulator.requests).toHaveLength(2);
  });
});
