/**
 * Answers that SuperOffice might give, made up from the field tables: records that are there and link to others, or nothing at
 * all. For working out what a query may cost; the values in between do not matter and are null.
 */
import { chatSessionEntity } from '../entities/chat-session.js';
import type { Embeddable } from '../entities/field-table.js';
import { messageEntity } from '../entities/message.js';
import { presenceEntity } from '../entities/presence.js';
import { topicEntity } from '../entities/topic.js';
import { topicAgentEntity } from '../entities/topic-agent.js';
import { transferTargetEntity } from '../entities/transfer-target.js';
import type { CarrierRecord } from '../superoffice/carrier-record.js';
import type { AgentCall } from '../superoffice/client.js';

/** What operations answer with. */
const lists = new Map<string, Embeddable<never>>([
  ['ChatSessionsForUser', chatSessionEntity],
  ['GetChatMessages', messageEntity],
  ['ChatTopicsForUser', topicEntity],
  ['GetChatTopicUserAgentList', topicAgentEntity],
  ['GetChatPresence', presenceEntity],
  ['GetUserAgentList', transferTargetEntity],
]);

const records = new Map<string, Embeddable<never>>([
  ['GetChatTopicEntity', topicEntity],
  ['AddChatMessage', messageEntity],
]);

const values = new Map<string, unknown>([
  ['GetChatTranscript', ''],
  ['IsWithinOpeningHours', true],
  ['SaveChatPresence', null],
]);

/** Statuses that lists are made of, so that every filter finds some. */
const statuses =
  'Invalid PreChatForm Faq OfflineForm InQueue CustomerLast UserLast Finished Deleted Closed RequestPosted ClosedFromQueue'.split(
    ' ',
  );

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

  return (call) => {
    const { operation, id } = call;
    if (values.has(operation)) return values.get(operation);
    const entity = lists.get(operation);
    if (entity) return list(entity, call);
    const single = records.get(operation) ?? chatSessionEntity;
    const isOwnId = single !== messageEntity && operation !== 'CreateChatSessionForTopic' && id !== '';
    const answer = record(single, isOwnId ? Number(id) : nextId());
    return single === messageEntity ? { ...answer, ChatSessionId: Number(id) } : answer;
  };
}

/** Answers in which nothing is there, but for the caller's own topics: those with these ids. */
export function nothingThere(ownTopicIds: readonly number[]): (call: AgentCall) => unknown {
  return ({ operation }) =>
    operation === 'ChatTopicsForUser' ? ownTopicIds.map((ChatTopicId) => ({ ChatTopicId })) : null;
}
