/** Declarations of operations: what is refused as the process starts, and which reads bring entities. */
import { describe, expect, it } from '@jest/globals';
import { bringsEntity, operationsOf } from '../../../src/catalog/operation.js';
import { chatContract } from '../../../src/contract/generated/chat.js';
import { topicAgentEntity } from '../../../src/entities/topic-agent.js';
import { topicEntity } from '../../../src/entities/topic.js';

const { record, list } = operationsOf(chatContract);

const topic = record('GetChatTopicEntity', { of: topicEntity, id: 'chatTopicEntityId' });
const agentOf = (about: string | null) =>
  record('GetChatTopicUserAgent', { of: topicAgentEntity, id: 'ChatTopicId', about });

describe('a declaration', () => {
  it('is about the own id of the record, where the id is in the query', () => {
    expect([topic.about, topic.id]).toEqual(['ChatTopicId', { name: 'chatTopicEntityId', isInQuery: true }]);
  });

  it('of records that do not have the property that is checked is refused, by name', () => {
    const declare = () => record('GetChatTopicUserAgent', { of: topicAgentEntity, id: 'ChatTopicId' });
    expect(declare).toThrow('GetChatTopicUserAgent: its records have no ChatTopicId. Name the property');
    expect(() => list('GetChatTopicUserAgentList', { of: topicAgentEntity, id: 'ChatTopicId' })).toThrow(TypeError);
    expect(agentOf('TopicId').about).toBe('TopicId');
  });

  it('of a record without an id needs the property that is checked', () => {
    expect(() => agentOf(null)).toThrow('a record without an id needs `about`');
  });
});

describe('a read of an entity', () => {
  it('takes the id of the record, and nothing else', () => {
    expect(bringsEntity(topic)).toBe(true);
    expect(bringsEntity(record('CreateDefaultChatTopicEntity', { of: topicEntity }))).toBe(false);
    expect(bringsEntity(agentOf('TopicId'))).toBe(false);
    expect(bringsEntity(list('ChatTopicsForUser', { of: topicEntity }))).toBe(false);
  });
});
