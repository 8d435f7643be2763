/**
 * SuperOffice's possible responses for messages and transcripts, and what is returned of them.
 */
import { describe, expect, it } from '@jest/globals';
import { answering, entitiesOf, failures, messageRecord, references } from '../../support/conversation-records.js';
import { gatewayOnEmulator } from '../../support/query-gateway.js';

const everything = 'id chatSessionId type message author readByCustomer specialType specialParam whenPosted';
const messagesOnly = 'GetChatMessages 5 $select=ChatMessageId,ChatSessionId,Message';

describe('a message', () => {
  it('is returned with all selected fields, in the names of the schema', async () => {
    await using gateway = await gatewayOnEmulator();
    const options = { Type: 'Special', SpecialType: 'Options', SpecialParam: '["a"]', Author: null, ReadByCustomer: 1 };
    gateway.emulator.putMessages(5, [messageRecord(1), messageRecord(2, options)]);

    const { data, errors } = await gateway.query(`{ chatMessages(sessionId: 5) { ${everything} } }`);

    expect(errors).toBeUndefined();
    expect(data.chatMessages).toEqual([
      {
        id: '101',
        chatSessionId: '5',
        type: 'TO_USER',
        message: 'text 1',
        author: 'Ann',
        readByCustomer: false,
        specialType: 'NONE',
        specialParam: null,
        whenPosted: '2024-05-01T12:00:01Z',
      },
      expect.objectContaining({
        type: 'SPECIAL',
        specialType: 'OPTIONS',
        specialParam: '["a"]',
        author: null,
        readByCustomer: true,
      }),
    ]);
    expect(gateway.emulator.requests).toEqual([
      'GetChatMessages 5 $select=Author,ChatMessageId,ChatSessionId,Message,ReadByCustomer,SpecialParam,SpecialType,Type,WhenPosted',
    ]);
  });

  it('of an unpublished kind is UNRECOGNIZED, and the operator is informed', async () => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.putMessages(5, [messageRecord(1, { Type: 'ToRobot', SpecialType: 'Hologram' })]);

    const { data, errors } = await gateway.query('{ chatMessages(sessionId: 5) { type specialType } }');

    expect(errors).toBeUndefined();
    expect(data.chatMessages).toEqual([{ type: 'UNRECOGNIZED', specialType: 'UNRECOGNIZED' }]);
    expect(gateway.log()).toMatch(/ToRobot[^]*Hologram|Hologram[^]*ToRobot/);
    expect(gateway.emulator.requests).toHaveLength(1);
  });

  it.each([
    ['2024-05-01T12:00:00', '2024-05-01T12:00:00Z'],
    ['2024-05-01T12:00:00.125', '2024-05-01T12:00:00.125Z'],
    ['2024-05-01T12:00:00Z', '2024-05-01T12:00:00Z'],
    ['2024-05-01T12:00:00+02:00', '2024-05-01T12:00:00+02:00'],
    ['0001-01-01T00:00:00', null],
    [null, null],
  ])('posted at %p was posted at %p, whatever the base zone', async (sent, posted) => {
    await using gateway = await gatewayOnEmulator({}, { SUPEROFFICE_TIME_ZONE: 'America/New_York' });
    gateway.emulator.putMessages(5, [messageRecord(1, { WhenPosted: sent })]);

    const { data, errors } = await gateway.query('{ chatMessages(sessionId: 5) { whenPosted } }');

    expect({ data, errors }).toEqual({ data: { chatMessages: [{ whenPosted: posted }] }, errors: undefined });
    expect(gateway.emulator.requests).toEqual(['GetChatMessages 5 $select=ChatMessageId,ChatSessionId,WhenPosted']);
  });

  it('with a value of the wrong kind fails in that field alone', async () => {
    await using gateway = await gatewayOnEmulator();
    const records = [messageRecord(1, { Message: 7, ReadByCustomer: true }), messageRecord(2)];
    gateway.emulator.injectFault(answering('GetChatMessages', records));

    const { data, errors } = await gateway.query('{ chatMessages(sessionId: 5) { id message readByCustomer } }');

    expect([data.chatMessages, failures(errors)]).toEqual([
      [
        { id: '101', message: null, readByCustomer: null },
        { id: '102', message: 'text 2', readByCustomer: false },
      ],
      ['chatMessages.0.message: UPSTREAM_INVALID_RESPONSE', 'chatMessages.0.readByCustomer: UPSTREAM_INVALID_RESPONSE'],
    ]);
    expect(gateway.emulator.requests).toHaveLength(1);
  });

  it.each([0, -1, null])('of id %p is left out', async (id) => {
    await using gateway = await gatewayOnEmulator();
    const records = [messageRecord(1, { ChatMessageId: id }), messageRecord(2)];
    gateway.emulator.injectFault(answering('GetChatMessages', records));

    const { data, errors } = await gateway.query('{ chatMessages(sessionId: 5) { message } }');

    expect({ data, errors }).toEqual({ data: { chatMessages: [{ message: 'text 2' }] }, errors: undefined });
    expect(gateway.emulator.requests).toEqual([messagesOnly]);
  });
});

describe('a list of messages', () => {
  it('of an unknown session is null without an error', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query(
      entitiesOf('ChatSession', 'id messages { id } transcript'),
      references('ChatSession', 999_999_999),
    );

    expect({ data, errors }).toEqual({
      data: { _entities: [{ id: '999999999', messages: null, transcript: null }] },
      errors: undefined,
    });
    expect(gateway.emulator.requests.toSorted()).toEqual([
      'GetChatMessages 999999999 $select=ChatMessageId,ChatSessionId',
      'GetChatTranscript 999999999',
    ]);
  });

  it('that is empty is empty', async () => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.putMessages(5, []);

    const { data, errors } = await gateway.query('{ chatMessages(sessionId: 5, last: 3) { message } }');

    expect({ data, errors }).toEqual({ data: { chatMessages: [] }, errors: undefined });
    expect(gateway.emulator.requests).toEqual([messagesOnly]);
  });

  const unusable: readonly (readonly [string, unknown])[] = [
    ['with a message of another session', [messageRecord(1), messageRecord(2, { ChatSessionId: 6 })]],
    ['of session 0', [messageRecord(1, { ChatSessionId: 0 })]],
    ['of session null', [messageRecord(1, { ChatSessionId: null })]],
    ['whose message id is a text', [messageRecord(1, { ChatMessageId: '102' })]],
    ['whose message id is negative', [messageRecord(1, { ChatMessageId: -7 })]],
    ['whose session is a text', [messageRecord(1, { ChatSessionId: '5' })]],
    ['without a session', [{ ChatMessageId: 101, Message: 'text 1' }]],
    ['that is one message', messageRecord(1)],
    ['that is an empty object', {}],
    ['that is a text', 'text 1'],
    ['that is a number', 7],
    ['with null in it', [messageRecord(1), null]],
    ['of texts', ['text 1']],
    ['of lists', [[messageRecord(1)]]],
  ];

  it.each(unusable)('%s is an invalid response, and none of it is returned', async (_what, json) => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault(answering('GetChatMessages', json));

    const { data, errors } = await gateway.query('{ chatMessages(sessionId: 5) { message } }');

    expect([data, failures(errors)]).toEqual([{ chatMessages: null }, ['chatMessages: UPSTREAM_INVALID_RESPONSE']]);
    expect(JSON.stringify(errors) + gateway.log()).not.toMatch(/text [12]/);
    expect(gateway.emulator.requests).toEqual([messagesOnly]);
  });

  it('in any order is returned oldest first, and `last` takes the latest', async () => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault(answering('GetChatMessages', [messageRecord(3), messageRecord(1), messageRecord(2)]));

    const { data } = await gateway.query('{ chatMessages(sessionId: 5, last: 2) { message } }');

    expect(data.chatMessages).toEqual([{ message: 'text 2' }, { message: 'text 3' }]);
    expect(gateway.emulator.requests).toEqual([messagesOnly]);
  });

  it('that was invalid is not requested again by the same operation', async () => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault(answering('GetChatMessages', {}));

    const { data, errors } = await gateway.query(`{
      one: chatMessages(sessionId: 5) { message }
      other: chatMessages(sessionId: 5, last: 1) { message }
    }`);

    expect([data, failures(errors)]).toEqual([
      { one: null, other: null },
      ['one: UPSTREAM_INVALID_RESPONSE', 'other: UPSTREAM_INVALID_RESPONSE'],
    ]);
    expect(gateway.emulator.requests).toEqual([messagesOnly]);
  });
});

describe('a transcript', () => {
  it('is one call for each format, however often it is selected', async () => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.putMessages(5, [messageRecord(1, { Message: '<b>' })]);

    const { data, errors } = await gateway.query(`{ chatSession(id: 5) {
      transcript
      again: transcript(format: TEXT)
      html: transcript(format: HTML)
      htmlAgain: transcript(format: HTML)
    } }`);

    const [text, html] = ['[2024-05-01T12:00:01Z] Ann: <b>\r\n', '<b>Ann</b>: &lt;b&gt;</p></div>'];
    expect(errors).toBeUndefined();
    expect(data.chatSession).toMatchObject({ transcript: text, again: text, html: expect.stringContaining(html) });
    expect(data.chatSession.htmlAgain).toBe(data.chatSession.html);
    expect(gateway.emulator.requests.toSorted()).toEqual([
      'GetChatSessionEntity 5 $select=ChatSessionId',
      'GetChatTranscript 5',
      'GetChatTranscript 5 html',
    ]);
  });

  it('of a federation reference costs one call, and none for the session', async () => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.putMessages(5, []);

    const { data, errors } = await gateway.query(entitiesOf('ChatSession', 'transcript'), references('ChatSession', 5));

    expect({ data, errors }).toEqual({ data: { _entities: [{ transcript: '' }] }, errors: undefined });
    expect(gateway.emulator.requests).toEqual(['GetChatTranscript 5']);
  });

  it.each([7, true, ['text 1'], { Transcript: 'text 1' }])(
    'that is %j is an invalid response, and none of it is returned',
    async (json) => {
      await using gateway = await gatewayOnEmulator();
      gateway.emulator.injectFault(answering('GetChatTranscript', json));

      const { data, errors } = await gateway.query('{ chatSession(id: 5) { rank transcript } }');

      expect([data, failures(errors)]).toEqual([
        { chatSession: { rank: 6, transcript: null } },
        ['chatSession.transcript: UPSTREAM_INVALID_RESPONSE'],
      ]);
      expect(JSON.stringify(errors) + gateway.log()).not.toContain('text 1');
      expect(gateway.emulator.requests.slice(1)).toEqual(['GetChatTranscript 5']);
    },
  );
});
