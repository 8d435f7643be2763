/**
 * Answers that SuperOffice might give, made up from the field tables: records that are there and link to others, or nothing at
 * all. For working out what a query may cost; the values in between do not matter and are null.
 */
import { chatContract } from '../contract/generated/chat.js';
import { chatSessionEntity } from '../entities/chat-session.js';
import type { Embeddable } from '../entities/field-table.js';
import { messageEntity } from '../entities/message.js';
import { presenceEntity } from '../entities/presence.js';
import { topicEntity } from '../entities/topic.js';
import { topicAgentEntity } from '../entities/topic-agent.js';
import { transferTargetEntity } from '../entities/transfer-target.js';
import type { CarrierRecord } from '../superoffice/carrier-record.js';
import type { AgentCall } from '../superoffice/client.js';

/** By the type that the contract has for them. */
const entities = new Map<string, Embeddable<never>>([
  ['ChatSessionEntity', chatSessionEntity],
  ['ChatMessage', messageEntity],
  ['ChatTopicEntity', topicEntity],
  ['ChatTopicAgent', topicAgentEntity],
  ['ChatPresence', presenceEntity],
  ['MDOListItem', transferTargetEntity],
]);

function entityOf(type: string): Embeddable<never> {
  const entity = entities.get(type);
  if (!entity) throw new Error(`There is no entity for ${type}, with which an operation answers`);
  return entity;
}

/** What an operation answers with, as the contract has it. */
type Result = (typeof chatContract.operations)[keyof typeof chatContract.operations]['result'];

const results: Readonly<Record<string, { readonly result: Result }>> = chatContract.operations;

/** @throws {Error} SuperOffice publishes no such operation */
function resultOf(operation: string): Result {
  const known = results[operation];
  if (known === undefined) throw new Error(`SuperOffice publishes no operation ${operation}`);
  return known.result;
}

const plainValues: Readonly<Record<string, unknown>> = { text: '', boolean: true, int: 1 };

/** So that every filter of a list finds some. */
const statuses = chatContract.types.ChatSessionEntity.Status.oneOf;

/** From here on ids are made up: high enough to be nobody's. */
export const firstMadeUpId = 2_000_000_000;

export interface MadeUp {
  /** Items of each list, times the statuses that there are. */
  readonly itemsPerStatus: number;
}

/** @returns answers in which everything is there: each link leads to another record, each list has items */
export function everythingThere({ itemsPerStatus }: MadeUp): (call: AgentCall) => unknown {
  let lastId = firstMadeUpId;
  const nextId = (): number => (lastId += 1);

  /** Foreign keys of links; a list of them where the property is one. */
  function linksOf({ fields, identity }: Embeddable<never>): CarrierRecord {
    const links = Object.values(fields).filter(({ kind, needs }) => kind === 'link' && needs[0] !== identity);
    return Object.fromEntries(links.map(({ needs }) => [needs[0], needs[0] === 'ChatTopics' ? [nextId()] : nextId()]));
  }

  function record(entity: Embeddable<never>, id: number, status = 'InQueue'): CarrierRecord {
    const own = entity.identity === null ? {} : { [entity.identity]: id };
    const target = { AssociateId: nextId(), Name: null, UserName: null };
    const listed = entity === transferTargetEntity ? { Name: '-', ChildItems: [{ Id: nextId(), Name: '-' }] } : {};
    return { ...linksOf(entity), ...own, ...listed, Status: status, TransferTo: target };
  }

  function list(entity: Embeddable<never>, { id }: AgentCall): readonly CarrierRecord[] {
    const items = statuses.flatMap((status) =>
      Array.from({ length: itemsPerStatus }, () => record(entity, nextId(), status)),
    );
    const owner = Number(id);
    const isOwned = entity === messageEntity || entity === topicAgentEntity;
    return isOwned ? items.map((item) => ({ ...item, ChatSessionId: owner, TopicId: owner })) : items;
  }

  function single(type: string, { operation, id }: AgentCall): CarrierRecord {
    const entity = entityOf(type);
    const isOwnId = entity !== messageEntity && operation !== 'CreateChatSessionForTopic' && id !== '';
    const answer = record(entity, isOwnId ? Number(id) : nextId());
    return entity === messageEntity ? { ...answer, ChatSessionId: Number(id) } : answer;
  }

  return (call) => {
    const result = resultOf(call.operation);
    if (result === null) return null;
    if (typeof result === 'string') return plainValues[result] ?? null;
    return 'list' in result ? list(entityOf(result.list.of), call) : single(result.of, call);
  };
}

/** Answers in which nothing is there, but for the caller's own topics: those with these ids. */
export function nothingThere(ownTopicIds: readonly number[]): (call: AgentCall) => unknown {
  return ({ operation }) =>
    operation === 'ChatTopicsForUser' ? ownTopicIds.map((ChatTopicId) => ({ ChatTopicId })) : null;
}
