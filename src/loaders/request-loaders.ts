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
  /** Who is assigned to the caller's own topics, as records of GetChatTopicUserAgentList; one list, as above. */
  readonly topicUsers: ListLoader;
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

/** Of a list whose ids are all that is wanted: they come in any case. */
const nothingButTheId: Projection = new Map();

/** The lists of transfer targets that there are. */
export const targetsId = (isFlat: boolean, isPresentOnly: boolean): string => `${isFlat} ${isPresentOnly}`;

/** How loads are fetched that belong together. */
type Fetching<Demand, Answer> = Pick<LoaderOptions<Demand, Answer>, 'rules' | 'fetch'>;

/** Makers of loaders, by name, that report what they saved. */
function makers(onSaved: (loads: number) => void, beginBatch: BeginBatch) {
  const joining = <Demand, Answer>(name: string, fetching: Fetching<Demand, Answer>) =>
    joiningLoader({ name, onSaved, beginBatch, ...fetching });
  return {
    joining,
    projected: <Answer>(name: string, fetchOne: (id: string, projection: Projection) => Promise<Answer>) =>
      joining(name, { rules: projections, fetch: oneByOne(fetchOne) }),
    plain: <Value>(name: string, fetchOne: (id: string) => Promise<Value>) =>
      joining(name, { rules: nothingToSelect, fetch: oneByOne(fetchOne) }),
  };
}

/** Each is made when it is first asked for: most operations use one or two. */
class LoadersOfRequest implements RequestLoaders {
  private readonly make: ReturnType<typeof makers>;
  private readonly made: Partial<{ -readonly [Name in keyof RequestLoaders]: RequestLoaders[Name] }> = {};

  constructor(
    private readonly sources: DataSources,
    private readonly onSaved: (loads: number) => void,
    beginBatch: BeginBatch,
  ) {
    this.make = makers(onSaved, beginBatch);
  }

  get chatSession(): RecordLoader {
    return (this.made.chatSession ??= this.make.projected('chatSession', this.sources.sessions.read));
  }

  get mySessions(): ListLoader {
    return (this.made.mySessions ??= this.make.projected('mySessions', async (_id, projection) => {
      const records = await this.sources.sessions.readMine(projection);
      for (const record of records ?? []) this.chatSession.prime(String(record['ChatSessionId']), projection, record);
      return records;
    }));
  }

  get messages(): RequestLoaders['messages'] {
    const { read } = this.sources.messages;
    return (this.made.messages ??= this.make.joining('messages', { rules: messagesFrom, fetch: oneByOne(read) }));
  }

  get transcript(): RequestLoaders['transcript'] {
    const { transcript } = this.sources.messages;
    return (this.made.transcript ??= {
      text: this.make.plain('transcript', (id) => transcript(id, false)),
      html: this.make.plain('transcriptHtml', (id) => transcript(id, true)),
    });
  }

  get topicsToCome(): ExpectedDemands<Projection> {
    return (this.made.topicsToCome ??= expectedDemands());
  }

  get myTopics(): ListLoader {
    const { readMine } = this.sources.topics;
    return (this.made.myTopics ??= this.make.projected('myTopics', (_id, projection) => readMine(projection)));
  }

  get chatTopic(): RecordLoader {
    return (this.made.chatTopic ??= this.make.joining('chatTopic', {
      rules: projections,
      fetch: fetchTopics({
        fetchOne: this.sources.topics.read,
        mine: this.myTopics,
        toCome: this.topicsToCome.all,
        onSaved: this.onSaved,
      }),
    }));
  }

  get isOpen(): ValueLoader<boolean> {
    return (this.made.isOpen ??= this.make.plain('isOpen', this.sources.topics.isOpen));
  }

  get agents(): ListLoader {
    return (this.made.agents ??= this.make.projected('agents', this.sources.topics.agents));
  }

  get topicUsers(): ListLoader {
    return (this.made.topicUsers ??= this.make.projected('topicUsers', async (_id, projection) => {
      const topics = await this.myTopics.load(onlyList, nothingButTheId);
      const ids = (topics ?? []).map((topic) => String(topic['ChatTopicId']));
      const lists = await Promise.all(ids.map((id) => this.agents.load(id, projection)));
      return lists.flatMap((list) => list ?? []);
    }));
  }

  get presence(): ListLoader {
    const { presence } = this.sources.users;
    return (this.made.presence ??= this.make.projected('presence', (_id, projection) => presence(projection)));
  }

  get transferTargets(): ListLoader {
    const { transferTargets } = this.sources.users;
    return (this.made.transferTargets ??= this.make.projected('transferTargets', (id, projection) => {
      const [isFlat, isPresentOnly] = id.split(' ').map((word) => word === 'true');
      return transferTargets({ isFlat: isFlat === true, isPresentOnly: isPresentOnly === true }, projection);
    }));
  }
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
  return new LoadersOfRequest(sources, onSaved, beginBatch);
}

/** Drops what is known of a session, because it was just changed. */
export function forgetSession(loaders: RequestLoaders, id: string): void {
  const { chatSession, mySessions, messages, transcript, presence } = loaders;
  for (const loader of [chatSession, messages, transcript.text, transcript.html]) loader.clear(id);
  for (const loader of [mySessions, presence]) loader.clear(onlyList);
}
