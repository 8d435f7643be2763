/**
 * Responses to actions: which ones prove that the action was done, that it was not, and which leave the result unknown.
 */
import { describe, expect, it } from '@jest/globals';
import { presenceCall, withAgent } from '../support/chat-agent-calls.js';
import { answering } from '../support/conversation-records.js';

describe('an action without a result', () => {
  it('is done when the response is empty', () =>
    withAgent(async (agent, emulator) => {
      expect(await agent.nothing(presenceCall)).toBeUndefined();
      expect(emulator.requests).toEqual(['SaveChatPresence']);
    }));

  it.each([{}, 'done', [], false])('is unknown with any response, such as %j', (json) =>
    withAgent(async (agent, emulator) => {
      emulator.injectFault(answering('SaveChatPresence', json));

      await expect(agent.nothing(presenceCall)).rejects.toMatchObject({ code: 'UPSTREAM_OUTCOME_UNKNOWN' });
      expect(emulator.requests).toEqual(['SaveChatPresence']);
    }),
  );

  it.each([
    ['no such operation', { kind: 'status', status: 404, body: '{"Message":"No HTTP resource"}' } as const],
    ['no such record', answering('SaveChatPresence', { Error: true, ErrorType: 'SoNotFoundException' })],
  ])('is refused by %s', (_what, fault) =>
    withAgent(async (agent, emulator) => {
      emulator.injectFault(fault);

      await expect(agent.nothing(presenceCall)).rejects.toMatchObject({ code: 'UPSTREAM_REJECTED' });
    }),
  );
});

describe('an action on a record', () => {
  const act = {
    operation: 'PickUpChatSession' as const,
    body: { ChatSessionId: 5 },
    isAction: true,
    identity: 'ChatSessionId',
  };
  const call = { ...act, subject: { property: 'ChatSessionId', id: '5' }, projection: null };

  it('with the response null did nothing', () =>
    withAgent(async (agent, emulator) => {
      emulator.injectFault(answering('PickUpChatSession', null));

      expect(await agent.record(call)).toBeNull();
    }));

  it.each([{}, { ChatSessionId: null, Status: 'UserLast' }, { ChatSessionId: 0 }, { Message: 7, Id: 1 }])(
    'with the response %j, which proves nothing, is unknown',
    (json) =>
      withAgent(async (agent, emulator) => {
        emulator.injectFault(answering('PickUpChatSession', json));

        await expect(agent.record(call)).rejects.toMatchObject({ code: 'UPSTREAM_OUTCOME_UNKNOWN' });
        expect(emulator.requests).toHaveLength(1);
      }),
  );

  it.each([
    [{ Message: 'An error has occurred.' }, 'UPSTREAM_REJECTED'],
    [{ Error: true, ErrorType: 'SoInvalidArgumentException' }, 'UPSTREAM_REJECTED'],
    [{ Error: true, ErrorType: 'SuperOffice.Exceptions.SoSentryException' }, 'FORBIDDEN'],
    [{ Error: true, ErrorType: 'System.NullReferenceException' }, 'UPSTREAM_OUTCOME_UNKNOWN'],
    [{ Error: true, ErrorType: 'SoDbAccessException' }, 'UPSTREAM_OUTCOME_UNKNOWN'],
  ])('with the response %j ends as %s', (json, code) =>
    withAgent(async (agent, emulator) => {
      emulator.injectFault(answering('PickUpChatSession', json));

      await expect(agent.record(call)).rejects.toMatchObject({ code });
    }),
  );
});
