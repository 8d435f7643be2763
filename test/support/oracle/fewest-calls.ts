/**
 * The oracle collects the selected fields of an operation from the document and the published SDL, and looks up by hand-written rules which
 * properties of a record each field requires (required-properties.ts). It follows each link by the key that the emulator's whole record holds
 * (full-records.ts), so it finds the calls that the data make necessary. What several fields require of one record is merged into one call, and
 * the paths are written as SuperOffice takes them in `$select` (select-text.ts). It shares no code with the gateway, so a mistake in a field table,
 * a projection or a loader differs from what it expects.
 */
import { getVariableValues, Kind, parse, type GraphQLSchema } from 'graphql';
import type { JsonRecord, JsonValue } from '../../../src/emulator/index.js';
import { isList, isRecord } from '../../../src/emulator/json-record.js';
import { fetchInFull, jsonBytes, thinned, type AgentCall } from './full-records.js';
import {
  mergedPaths,
  requiredAnywhere,
  requirementsOf,
  selectedFields,
  type Operation,
  type Paths,
  type Requirements,
  type SelectedField,
} from './required-properties.js';
import { selectText } from './select-text.js';

export interface FewestCalls {
  /** Lines as in the emulator's log, sorted. */
  readonly calls: readonly string[];
  /** @returns the fewest bytes in which SuperOffice could respond to them */
  bytes(): Promise<number>;
  /** What is required of topics, by id; the list of the caller's own brings some of them. */
  readonly topics: ReadonlyMap<number, Paths>;
  /** What `myChatTopics` requires; null: it is not selected. */
  readonly topicList: Paths | null;
  readonly ownTopicIds: readonly number[];
  /** What is selected of topics wherever that is: the list may bring it before the keys are known. */
  readonly selectedOfTopics: Paths;
}

type Args = SelectedField['args'];
type FetchRecords = (call: AgentCall) => Promise<JsonValue>;

const byId = (operation: string, parameter: string, id: number): AgentCall => ({
  operation,
  query: `?${parameter}=${id}`,
  line: `${operation} ${id}`,
});
const sessionCall = (id: number) => byId('GetChatSessionEntity', 'chatSessionEntityId', id);
const topicCall = (id: number) => byId('GetChatTopicEntity', 'chatTopicEntityId', id);
const plainCall = (operation: string): AgentCall => ({ operation, line: operation });
const withBody = (operation: string, body: JsonRecord, ...positionals: readonly unknown[]): AgentCall => ({
  operation,
  body,
  line: [operation, ...positionals.filter((one) => one !== '' && one !== false)].join(' '),
});

const topicList = plainCall('ChatTopicsForUser');

/** By which the user behind a transfer target is found among the agents of the caller's topics. */
const userPaths = new Set(['AssociateId', 'EjUserId', 'FullName', 'Name', 'UserName'].map((name) => `User/${name}`));

const recordsIn = (value: JsonValue | undefined): readonly JsonRecord[] =>
  value !== undefined && isList(value) ? value.filter(isRecord) : [];

const isId = (value: JsonValue | undefined): value is number => typeof value === 'number' && value > 0;

/** `CustomerLast` as GraphQL spells it. */
const enumName = (name: JsonValue | undefined): string =>
  String(name)
    .replace(/(?<=[a-z])(?=[A-Z])/g, '_')
    .toUpperCase();

interface RequiredCall {
  readonly call: AgentCall;
  /** null: there is nothing to select. */
  readonly paths: Paths | null;
}

class CallsOfOperation {
  readonly #fetch: FetchRecords;
  readonly #operation: Operation;
  readonly #calls = new Map<string, RequiredCall>();
  readonly #topics = new Map<number, Paths>();
  #topicList: Paths | null = null;
  /** Session → the message to begin after. */
  readonly #messages = new Map<number, { readonly after: number; readonly paths: Paths }>();

  constructor(fetchRecords: FetchRecords, operation: Operation) {
    this.#fetch = fetchRecords;
    this.#operation = operation;
  }

  async roots(sets: SelectedField['below']): Promise<FewestCalls> {
    await Promise.all(selectedFields(sets, 'Query', this.#operation).map((field) => this.#root(field)));
    return { ...(await this.#all()), selectedOfTopics: requiredAnywhere('ChatTopic', sets, 'Query', this.#operation) };
  }

  async #root(field: SelectedField): Promise<void> {
    const { args, type, below } = field;
    const name = field.name.replace('fetch__Chat', 'chat'); // Relay's names
    const required = this.#requirements(below, type?.name ?? '');
    if (name === 'chatSession') return this.#session(Number(args['id']), required);
    if (name === 'chatSessions') {
      await Promise.all((args['ids'] as string[]).map((id) => this.#session(Number(id), required)));
      return;
    }
    if (name === 'myChatSessions') return this.#mySessions(required, args);
    if (name === 'chatMessages') return this.#requireMessages(Number(args['sessionId']), args, required.paths);
    if (name === 'chatTopic') return this.#topic(Number(args['id']), required);
    if (name === 'myChatTopics') return this.#myTopics(required);
    if (name === 'chatPresence') return this.#presence(required);
    if (name === 'transferTargets') return this.#targets(required, args);
    if (name === '_entities') return this.#references(field);
    if (!name.startsWith('_')) throw new Error(`The oracle has no root field ${name}: add it here.`);
  }

  #requirements(below: SelectedField['below'], type: string): Requirements {
    return requirementsOf(below, type, this.#operation);
  }

  #require(call: AgentCall, paths: Paths | null): void {
    const cached = this.#calls.get(call.line)?.paths ?? [];
    this.#calls.set(call.line, { call, paths: paths && mergedPaths(cached, paths) });
  }

  async #session(id: number, required: Requirements): Promise<void> {
    this.#require(sessionCall(id), required.paths);
    await this.#followSession(await this.#fetch(sessionCall(id)), required);
  }

  async #mySessions(required: Requirements, { status }: Args): Promise<void> {
    const list = plainCall('ChatSessionsForUser');
    const statuses = Array.isArray(status) ? (status as readonly string[]) : null; // as the SDL says
    if (statuses?.length === 0) return;
    this.#require(list, mergedPaths(required.paths, statuses ? ['Status'] : []));
    for (const session of recordsIn(await this.#fetch(list)))
      if (statuses?.includes(enumName(session['Status'])) !== false) await this.#followSession(session, required);
  }

  async #followSession(session: JsonValue, { links }: Requirements): Promise<void> {
    if (!isRecord(session) || !isId(session['ChatSessionId'])) return;
    const id = session['ChatSessionId'];
    for (const { name, args, below } of links) {
      if (name === 'messages') this.#requireMessages(id, args, this.#requirements(below, 'ChatMessage').paths);
      if (name === 'topic') await this.#linkedTopic(session['TopicId'], this.#requirements(below, 'ChatTopic'));
      if (name !== 'transcript') continue;
      const isHtml = args['format'] === 'HTML';
      this.#require(withBody('GetChatTranscript', { ChatSessionId: id, Html: isHtml }, id, isHtml && 'html'), null);
    }
  }

  #requireMessages(id: number, args: Args, paths: Paths): void {
    const cached = this.#messages.get(id);
    const after = Math.min(Number(args['after'] ?? 0), cached?.after ?? Infinity);
    this.#messages.set(id, { after, paths: mergedPaths(cached?.paths ?? [], paths) });
  }

  /** A reference that requires nothing but the key requires no call. */
  async #linkedTopic(key: JsonValue | undefined, required: Requirements): Promise<void> {
    if (!isId(key)) return;
    if (required.paths.size > 1) await this.#topic(key, required);
    else this.#followTopic(key, required);
  }

  async #topic(id: number, required: Requirements): Promise<void> {
    this.#topics.set(id, mergedPaths(this.#topics.get(id) ?? [], required.paths));
    const topic = await this.#fetch(topicCall(id));
    if (isRecord(topic) && topic['ChatTopicId'] === id) this.#followTopic(id, required);
  }

  #followTopic(id: number, { links }: Requirements): void {
    for (const { name, args, below } of links) {
      if (name === 'agent')
        this.#requireAgent(id, String(args['userName']), this.#requirements(below, 'ChatTopicAgent').paths);
      if (name === 'isOpen') this.#require(withBody('IsWithinOpeningHours', { ChatTopicId: id }, id), null);
      if (name === 'agents') this.#requireAgents(id, this.#requirements(below, 'ChatTopicAgent').paths);
    }
  }

  #requireAgent(topicId: number, name: string, paths: Paths): void {
    const body = { ChatTopicId: topicId, Username: name };
    this.#require(withBody('GetChatTopicUserAgent', body, topicId, `user=${name}`), mergedPaths(['TopicId'], paths));
  }

  #requireAgents(topicId: number, paths: Paths): void {
    this.#require(withBody('GetChatTopicUserAgentList', { ChatTopicId: topicId }, topicId), paths);
  }

  async #ownTopicIds(): Promise<readonly number[]> {
    return recordsIn(await this.#fetch(topicList)).map((topic) => Number(topic['ChatTopicId']));
  }

  async #myTopics(required: Requirements): Promise<void> {
    this.#topicList = mergedPaths(this.#topicList ?? [], required.paths);
    this.#require(topicList, required.paths);
    for (const id of await this.#ownTopicIds()) this.#followTopic(id, required);
  }

  async #presence({ paths, links }: Requirements): Promise<void> {
    const list = plainCall('GetChatPresence');
    this.#require(list, paths);
    for (const user of recordsIn(await this.#fetch(list)))
      for (const { below } of links)
        for (const id of user['ChatTopics'] as readonly number[])
          await this.#linkedTopic(id, this.#requirements(below, 'ChatTopic'));
  }

  async #targets(required: Requirements, { flat, onlyPresent }: Args): Promise<void> {
    const body = { Flat: flat === true, OnlyPresent: onlyPresent === true };
    const call = withBody('GetUserAgentList', body, body.Flat && 'flat', body.OnlyPresent && 'present');
    this.#require(call, required.paths);
    if (!this.#needsUsers(recordsIn(await this.#fetch(call)), required)) return;
    this.#require(topicList, new Set(['ChatTopicId']));
    for (const id of await this.#ownTopicIds()) this.#requireAgents(id, mergedPaths(['TopicId'], userPaths));
  }

  /** Whether the user behind some of the items is selected: only an item with an id and a name has one. */
  #needsUsers(items: readonly JsonRecord[], { links }: Requirements): boolean {
    const targets = items.filter(({ Id: id }) => isId(id));
    return links.some(({ name, below }) => {
      if (name !== 'childItems') return targets.some((item) => item['Name'] !== '' || item['FullName'] !== '');
      const required = this.#requirements(below, 'ChatTransferTarget');
      return this.#needsUsers(
        targets.flatMap((item) => recordsIn(item['ChildItems'])),
        required,
      );
    });
  }

  async #references({ args, below }: SelectedField): Promise<void> {
    for (const { __typename: type, id } of args['representations'] as readonly { __typename: string; id: string }[]) {
      const required = this.#requirements(below, type);
      if (type === 'ChatTopic') await this.#linkedTopic(Number(id), required);
      else if (required.paths.size > 1) await this.#session(Number(id), required);
      else await this.#followSession({ ChatSessionId: Number(id) }, required);
    }
  }

  /** Topics come one by one, or with the list of the caller's own where that is fewer calls. */
  #settleTopics(own: readonly number[]): void {
    const held = [...this.#topics].filter(([id]) => own.includes(id));
    const isListed = this.#calls.has(topicList.line) || held.length > 1;
    for (const [id, paths] of this.#topics)
      this.#require(isListed && own.includes(id) ? topicList : topicCall(id), paths);
  }

  async #all(): Promise<Omit<FewestCalls, 'selectedOfTopics'>> {
    const ownTopicIds = await this.#ownTopicIds();
    this.#settleTopics(ownTopicIds);
    for (const [id, { after, paths }] of this.#messages) {
      const body = { ChatSessionId: id, After: after };
      this.#require(withBody('GetChatMessages', body, id, after > 0 && `after=${after}`), paths);
    }
    const calls = [...this.#calls.values()];
    return {
      calls: calls.map(({ call, paths }) => (paths ? `${call.line} $select=${selectText(paths)}` : call.line)).sort(),
      bytes: async () => {
        const sizes = calls.map(async ({ call, paths }) =>
          jsonBytes(thinned(await this.#fetch(call), paths ?? new Set())),
        );
        return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
      },
      topics: this.#topics,
      topicList: this.#topicList,
      ownTopicIds,
    };
  }
}

/** @returns the fewest calls of a document, one query with values for its variables; records are fetched once, so they must not change */
export function oracleFor(emulatorUrl: string, schema: GraphQLSchema) {
  const cached = new Map<string, Promise<JsonValue>>();
  const fetchRecords: FetchRecords = (call) => {
    const records = cached.get(call.line) ?? fetchInFull(emulatorUrl, call);
    cached.set(call.line, records);
    return records;
  };
  return async (document: string, variables: Readonly<Record<string, unknown>> = {}): Promise<FewestCalls> => {
    const { definitions } = parse(document);
    const [operation] = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    const { coerced } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables);
    const parts: Operation = {
      schema,
      fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
      variables: coerced ?? {},
    };
    return new CallsOfOperation(fetchRecords, parts).roots(operation ? [operation.selectionSet] : []);
  };
}

export type Oracle = ReturnType<typeof oracleFor>;
