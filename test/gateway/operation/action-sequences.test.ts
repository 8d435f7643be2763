/** Several mutations in one operation run in order, and data that one has changed is read again. */
import { describe, expect, it } from '@jest/globals';
import { gatewayOnEmulator } from '../../support/query-gateway.js';

describe('several actions in one operation', () => {
  it('run in order, each after the effects of the one before', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data } = await gateway.query(`mutation {
      first: pickUpChatSession(id: 4) { session { messages { message } } }
      second: addChatMessage(sessionId: 4, message: "one") { message { message } }
      third: addChatMessage(sessionId: 4, message: "two") { message { message } }
      fourth: closeChatSession(id: 4) { session { status messages(last: 3) { message specialType } } }
      fifth: pickUpChatSession(id: 4) { session { id } userErrors { code } }
    }`);

    expect(data.fourth.session).toEqual({
      status: 'FINISHED',
      messages: [
        { message: 'one', specialType: 'NONE' },
        { message: 'two', specialType: 'NONE' },
        { message: expect.any(String), specialType: 'CLOSED_BY_USER' },
      ],
    });
    expect(data.fifth).toEqual({ session: null, userErrors: [{ code: 'NOT_IN_QUEUE' }] });
    expect(gateway.emulator.log.map(({ operation }) => operation)).toEqual([
      'PickUpChatSession',
      'GetChatMessages',
      'AddChatMessage',
      'AddChatMessage',
      'GetChatSessionEntity',
      'ChatSession',
      'GetChatMessages',
      'PickUpChatSession',
    ]);
  });
});

describe('data that an action changes', () => {
  it.each([
    ['messages', 'messages { message }', 'GetChatMessages'],
    ['the transcript', 'transcript', 'GetChatTranscript'],
  ])('%s: read again afterwards, even if selected alone', async (_what, selection, operation) => {
    await using gateway = await gatewayOnEmulator();

    const { data } = await gateway.query(`mutation {
      before: pickUpChatSession(id: 4) { session { ${selection} } }
      addChatMessage(sessionId: 4, message: "one more line") { message { id } }
      after: resetChatSession(id: 4) { session { ${selection} } }
    }`);

    expect(JSON.stringify(data.before)).not.toContain('one more line');
    expect(JSON.stringify(data.after)).toContain('one more line');
    const operations = gateway.emulator.log.map((request) => request.operation);
    expect(operations).toEqual(['PickUpChatSession', operation, 'AddChatMessage', 'ResetChatSession', operation]);
  });
});
