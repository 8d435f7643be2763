/**
 * The shapes of requests and responses: how an operation is sent, and which responses are accepted.
 */
import { describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../src/emulator/index.js';
import { presenceCall, withAgent, type Agent, type ListCall, type RecordCall } from '../support/chat-agent-calls.js';
import { answering } from '../support/conversation-records.js';
import { projectionOf } from '../support/projections.js';

const topicCall: RecordCall = {
  operation: 'GetChatTopicEntity',
  query: 'chatTopicEntityId=1',
  subject: { property: 'ChatTopicId', id: '1' },
  identity: 'ChatTopicId',
  projection: projectionOf({ Name: 'whole' }),
};

const messagesCall: ListCall = {
  operation: 'GetChatMessages',
  body: { ChatSessionId: 5, After: 0 },
  subject: { property: 'ChatSessionId', id: '5' },
  identity: 'ChatMessageId',
  projection: projectionOf({ Message: 'whole' }),
};

const mineCall: ListCall = {
  operation: 'ChatTopicsForUser',
  subject: null,
  identity: 'ChatTopicId',
  projection: projectionOf({ Name: 'whole' }),
};

const transcriptCall = {
  operation: 'GetChatTranscript',
  body: { ChatSessionId: 5, Html: false },
  subject: { property: 'ChatSessionId', id: '5' },
  type: 'string',
} as const;

const openCall = {
  operation: 'IsWithinOpeningHours',
  body: { ChatTopicId: 1 },
  subject: { property: 'ChatTopicId', id: '1' },
  type: 'boolean',
} as const;

/** The parts of the first request that concern its body. */
function bodyOf({ log }: Emulator) {
  const { bodyText, headers } = log[0] ?? { bodyText: '', headers: {} };
  return { bodyText, type: headers['content-type'], length: headers['content-length'] };
}

/** No operation has it, but the format allows it. */
const oddBody = { Ünïcode: '日本 "語"' };

describe('on the wire', () => {
  it.each<readonly [string, (agent: Agent) => Promise<unknown>, object]>([
    ['a list', (agent) => agent.list(messagesCall), messagesCall.body ?? {}],
    ['a value', (agent) => agent.value<string>(transcriptCall), transcriptCall.body],
    ['nothing', (agent) => agent.nothing(presenceCall), presenceCall.body],
    ['a record', (agent) => agent.record({ ...topicCall, body: oddBody as unknown as undefined }), oddBody],
  ])('parameters of an operation that returns %s are JSON, with its type and its length in bytes', (_what, act, body) =>
    withAgent(async (agent, emulator) => {
      await act(agent);

      const bodyText = JSON.stringify(body);
      expect(bodyOf(emulator)).toEqual({
        bodyText,
        type: 'application/json',
        length: String(Buffer.byteLength(bodyText)),
      });
      expect(emulator.requests).toHaveLength(1);
    }),
  );

  it.each<readonly [string, (agent: Agent) => Promise<unknown>, string]>([
    ['a record', (agent) => agent.record(topicCall), 'GetChatTopicEntity 1 $select=ChatTopicId,Name'],
    ['a list', (agent) => agent.list(mineCall), 'ChatTopicsForUser $select=ChatTopicId,Name'],
  ])('an operation that returns %s and has no parameters in a body sends an empty one', (_what, act, line) =>
    withAgent(async (agent, emulator) => {
      await act(agent);

      expect(bodyOf(emulator)).toEqual({ bodyText: '', type: undefined, length: '0' });
      expect(emulator.requests).toEqual([line]);
    }),
  );

  it.each<readonly [string, (agent: Agent) => Promise<unknown>, string]>([
    ['query and $select', (agent) => agent.record(topicCall), '?chatTopicEntityId=1&$select=ChatTopicId,Name'],
    ['query alone', (agent) => agent.record({ ...topicCall, projection: null }), '?chatTopicEntityId=1'],
    ['$select alone', (agent) => agent.list(mineCall), '?$select=ChatTopicId,Name'],
    ['nothing', (agent) => agent.value<boolean>(openCall), ''],
  ])('the URL has %s and nothing else', (_what, act, search) =>
    withAgent(async (agent, emulator) => {
      await act(agent);

      const { operation, url, method } = emulator.log[0] ?? {};
      expect([method, url]).toEqual(['POST', `/api/v1/Agents/Chat/${operation}${search}`]);
    }),
  );

  it('properties that the checks read are always selected', () =>
    withAgent(async (agent, emulator) => {
      await agent.list(messagesCall);
      await agent.list({ ...messagesCall, identity: null });
      await agent.list({
        ...messagesCall,
        projection: projectionOf({ ChatMessageId: 'whole', ChatSessionId: 'whole' }),
      });
      await agent.list({ ...mineCall, identity: null });

      expect(emulator.log.map(({ select }) => select)).toEqual([
        'ChatMessageId,ChatSessionId,Message',
        'ChatSessionId,Message',
        'ChatMessageId,ChatSessionId',
        'Name',
      ]);
    }));
});

describe('a record', () => {
  it('is the one that was requested', () =>
    withAgent(async (agent, emulator) => {
      expect(await agent.record(topicCall)).toMatchObject({ ChatTopicId: 1, Name: 'Support' });
      expect(emulator.requests).toEqual(['GetChatTopicEntity 1 $select=ChatTopicId,Name']);
    }));

  it.each([null, { ChatTopicId: 0 }, { ChatTopicId: null }])('with the response %j is null', (json) =>
    withAgent(async (agent, emulator) => {
      emulator.injectFault(answering('GetChatTopicEntity', json));

      expect(await agent.record(topicCall)).toBeNull();
      expect(emulator.requests).toHaveLength(1);
    }),
  );

  it.each<readonly [unknown, string]>([
    [{ ChatTopicId: 2, Name: 'secret-text' }, 'the response is about another record'],
    [{ ChatTopicId: '1', Name: 'secret-text' }, 'the response is about another record'],
    [{ Name: 'secret-text' }, 'the response is about another record'],
    [[{ ChatTopicId: 1 }], 'the response is not an object'],
    ['secret-text', 'the response is not an object'],
    [true, 'the response is not an object'],
  ])('with the response %j is an invalid response: %s', (json, objection) =>
    withAgent(async (agent, emulator) => {
      emulator.injectFault(answering('GetChatTopicEntity', json));

      await expect(agent.record(topicCall)).rejects.toMatchObject({
        code: 'UPSTREAM_INVALID_RESPONSE',
        detail: `GetChatTopicEntity 1: ${objection}`,
      });
      expect(emulator.requests).toHaveLength(1);
    }),
  );

  it('that SuperOffice chooses itself may be any, but one without an id is none', () =>
    withAgent(async (agent, emulator) => {
      const picked = { ...topicCall, subject: null };
      emulator.injectFault(answering('GetChatTopicEntity', { ChatTopicId: 2 }));
      emulator.injectFault(answering('GetChatTopicEntity', { ChatTopicId: 0 }));

      expect([await agent.record(picked), await agent.record(picked)]).toEqual([{ ChatTopicId: 2 }, null]);
      expect(emulator.requests).toHaveLength(2);
    }));

  it('of an action that returns another record leaves the result unknown', () =>
    withAgent(async (agent, emulator) => {
      emulator.injectFault(answering('GetChatTopicEntity', { ChatTopicId: 2 }));

      await expect(agent.record({ ...topicCall, isAction: true })).rejects.toMatchObject({
        code: 'UPSTREAM_OUTCOME_UNKNOWN',
        detail: 'GetChatTopicEntity 1: the response is about another record',
      });
      expect(emulator.requests).toHaveLength(1);
    }));
});

describe('a list', () => {
  const message = { ChatMessageId: 101, ChatSessionId: 5, Message: 'secret-text' };

  it.each<readonly [unknown, unknown]>([
    [null, null],
    [[], []],
    [[message], [message]],
    [[{ ...message, ChatMessageId: 0 }, { ...message, ChatMessageId: -1 }, message], [message]],
    [[{ ...message, ChatMessageId: null }, { ChatSessionId: 5 }], []],
  ])('with the response %j is %j', (json, expected) =>
    withAgent(async (agent, emulator) => {
      emulator.injectFault(answering('GetChatMessages', json));

      expect(await agent.list(messagesCall)).toEqual(expected);
      expect(emulator.requests).toHaveLength(1);
    }),
  );

  it.each<readonly [unknown, string]>([
    [[message, { ...message, ChatSessionId: 6 }], 'an item is about another record'],
    [[{ ...message, ChatSessionId: '5' }], 'an item is about another record'],
    [[message, null], 'an item is not an object'],
    [[message, 'secret-text'], 'an item is not an object'],
    [message, 'the response is not a list'],
    [7, 'the response is not a list'],
  ])('with the response %j is an invalid response: %s', (json, objection) =>
    withAgent(async (agent, emulator) => {
      emulator.injectFault(answering('GetChatMessages', json));

      await expect(agent.list(messagesCall)).rejects.toMatchObject({
        code: 'UPSTREAM_INVALID_RESPONSE',
        detail: `GetChatMessages 5: ${objection}`,
      });
      expect(emulator.requests).toHaveLength(1);
    }),
  );

  it('of records without their own id has all of them', () =>
    withAgent(async (agent, emulator) => {
      const items = [{ ChatSessionId: 5 }, { ChatSessionId: 5, ChatMessageId: 0 }];
      emulator.injectFault(answering('GetChatMessages', items));

      expect(await agent.list({ ...messagesCall, identity: null })).toEqual(items);
      expect(emulator.requests).toHaveLength(1);
    }));
});

describe('a value', () => {
  it('is what SuperOffice returns, null included', () =>
    withAgent(async (agent, emulator) => {
      emulator.injectFault(answering('GetChatTranscript', 'words'));
      emulator.injectFault(answering('GetChatTranscript', ''));
      emulator.injectFault(answering('GetChatTranscript', null));
      emulator.injectFault(answering('IsWithinOpeningHours', false));

      expect(await agent.value<string>(transcriptCall)).toBe('words');
      expect(await agent.value<string>(transcriptCall)).toBe('');
      expect(await agent.value<string>(transcriptCall)).toBeNull();
      expect(await agent.value<boolean>(openCall)).toBe(false);
      expect(emulator.requests).toHaveLength(4);
    }));

  it.each<readonly [string, unknown]>([
    ['string', 7],
    ['string', true],
    ['string', ['secret-text']],
    ['string', { text: 'secret-text' }],
    ['boolean', 'true'],
    ['boolean', 1],
    ['boolean', {}],
  ])('of type %s with the response %j is an invalid response', (type, json) =>
    withAgent(async (agent, emulator) => {
      const call = type === 'string' ? transcriptCall : openCall;
      emulator.injectFault(answering(call.operation, json));

      const act = type === 'string' ? agent.value<string>(transcriptCall) : agent.value<boolean>(openCall);
      await expect(act).rejects.toMatchObject({
        code: 'UPSTREAM_INVALID_RESPONSE',
        detail: `${call.operation} ${call.subject.id}: the response is not a ${type}`,
      });
      expect(emulator.requests).toHaveLength(1);
    }),
  );
});
