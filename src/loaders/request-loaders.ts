/**
 * The loaders of one request. Whatever asks for a record, query, reference resolver or link, asks the same loader.
 */
import { untracedBatches, type BeginBatch } from '../observability/batch-trace.js';
import type { CarrierRecord } from '../superoffice/carrier-record.js';
import type { ChatMessageSource, WantedMessages } from '../superoffice/data-sources/chat-messages.js';
import type { ChatSessionSource } from '../superoffice/data-sources/chat-sessions.js';
import type { ChatTopicSource } from '../superoffice/data-sources/chat-topics.js';
import type { ChatUserSource } from '../superoffice/data-sources/chat-users.js';
import { covers, joinProjections, type Projection } from '../superoffice/projection.js';
import { expectedDemands, type ExpectedDemands } from './expected-demands.js';
import { joiningLoader, oneByOne, type DemandRules, type JoiningLoader, type LoaderOptions } from './joining-loader.js';
import { fetchTopics, onlyList, type ListLoader, type RecordLoader } from './topic-loader.js';

/** For what has nothing to select: a plain value. */
type ValueLoader<Value> = JoiningLoader<null, Value | null>;

export interface RequestLoaders {
  readonly chatSession: RecordLoader;
  /** One list: `onlyList` is its id. Its sessions are known to `chatSession` from then on. */
  readonly mySessions: ListLoader;
  /** By session. */
  readonly messages: JoiningLoader<WantedMessages, readonly CarrierRecord[] | null>;
  /** By session, as text and as HTML. */
  readonly transcript: { readonly text: ValueLoader<string>; readonly html: ValueLoader<string> };
  readonly chatTopic: RecordLoader;
  /** Of topics, by sessions that are under way. */
  readonly topicsToCome: ExpectedDemands<Projection>;
  /** One list, as above. */
  readonly myTopics: ListLoader;
  /** By topic. */
  readonly isOpen: ValueLoader<boolean>;
  /** By topic. */
  readonly agents: ListLoader;
  /** One list, as above. */
  readonly presence: ListLoader;
  /** By `targetsId`. */
  readonly transferTargets: ListLoader;
}

export interface DataSources {
  readonly sessions: ChatSessionSource;
  readonly messages: ChatMessageSource;
  readonly topics: ChatTopicSource;
  readonly users: ChatUserSource;
}

const projections: DemandRules<Projection> = { covers, join: joinProjections };

const nothingToSelect: DemandRules<null> = { covers: () => true, join: () => null };

const messagesFrom: DemandRules<WantedMessages> = {
  covers: (known, wanted) => known.after <= wanted.after && covers(known.projection, wanted.projection),
  join: (first, second) => ({
    after: Math.min(first.after, second.after),
    projection: joinProjections(first.projection, second.projection),
  }),
};

/** The lists of transfer targets that there are. */
export const targetsId = (isFlat: boolean, isPresentOnly: boolean): string => `${isFlat} ${isPresentOnly}`;

/** How loads are fetched that belong together. */
type Fetching<Demand, Answer> = Pick<LoaderOptions<Demand, Answer>, 'rules' | 'fetch'>;

/** Makers of loaders, by name, that report what they saved. */
function makers(onSaved: (loads: number) => void, beginBatch: BeginBatch) {
  const joining = <Demand, Answer>(name: string, fetching: Fetching<Demand, Answer>) =>
    joiningLoader({ name, rules: fetching.rules, fetch: fetching.fetch, onSaved, beginBatch });
  return {
    onSaved,
    joining,
    projected: <Answer>(name: string, fetchOne: (id: string, projection: Projection) => Promise<Answer>) =>
      joining(name, { rules: projections, fetch: oneByOne(fetchOne) }),
    plain: <Value>(name: string, fetchOne: (id: string) => Promise<Value>) =>
      joining(name, { rules: nothingToSelect, fetch: oneByOne(fetchOne) }),
  };
}

type Makers = ReturnType<typeof makers>;

function sessionLoaders({ projected, plain, joining }: Makers, { sessions, messages }: DataSources) {
  const chatSession: RecordLoader = projected('chatSession', sessions.read);
  const mySessions: ListLoader = projected('mySessions', async (_id, projection) => {
    const records = await sessions.readMine(projection);
    for (const record of records ?? []) chatSession.prime(String(record['ChatSessionId']), projection, record);
    return records;
  });
  return {
    chatSession,
    mySessions,
    messages: joining('messages', { rules: messagesFrom, fetch: oneByOne(messages.read) }),
    transcript: {
      text: plain('transcript', (id) => messages.transcript(id, false)),
      html: plain('transcriptHtml', (id) => messages.transcript(id, true)),
    },
  };
}

function topicLoaders({ projected, plain, joining, onSaved }: Makers, { topics }: DataSources) {
  const topicsToCome = expectedDemands<Projection>();
  const myTopics: ListLoader = projected('myTopics', (_id, projection) => topics.readMine(projection));
  const fetch = fetchTopics({ fetchOne: topics.read, mine: myTopics, toCome: topicsToCome.all, onSaved });
  return {
    myTopics,
    topicsToCome,
    chatTopic: joining('chatTopic', { rules: projections, fetch }),
    isOpen: plain('isOpen', topics.isOpen),
    agents: projected('agents', topics.agents),
  };
}

/**
 * @param onSaved told of loads that cost no call of their own
 * @param beginBatch told of every batch
 */
export function requestLoaders(
  sources: DataSources,
  onSaved: (loads: number) => void,
  beginBatch: BeginBatch = untracedBatches,
): RequestLoaders {
  const make = makers(onSaved, beginBatch);
  const { users } = sources;
  return {
    ...sessionLoaders(make, sources),
    ...topicLoaders(make, sources),
    presence: make.projected('presence', (_id, projection) => users.presence(projection)),
    transferTargets: make.projected('transferTargets', (id, projection) => {
      const [isFlat, isPresentOnly] = id.split(' ').map((word) => word === 'true');
      return users.transferTargets({ isFlat: isFlat === true, isPresentOnly: isPresentOnly === true }, projection);
    }),
  };
}

/** Drops what is known of a session, because it was just changed. */
export function forgetSession(loaders: RequestLoaders, id: string): void {
  const { chatSession, mySessions, messages, transcript, presence } = loaders;
  for (const loader of [chatSession, messages, transcript.text, transcript.html]) loader.clear(id);
  for (const loader of [mySessions, presence]) loader.clear(onlyList);
}
