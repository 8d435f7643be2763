/**
 * The fewest calls that the data allow for an operation, and the fewest bytes in which SuperOffice could answer them: worked out
 * from its whole records, by following each link with the key that the record really has. Knows no code of the gateway.
 */
import { getVariableValues, Kind, parse, type GraphQLSchema } from 'graphql';
import type { JsonRecord, JsonValue } from '../../src/emulator/index.js';
import { isList, isRecord } from '../../src/emulator/json-record.js';
import { askInFull, jsonBytes, thinned, type AgentCall } from './full-records.js';
import { askedFields, needsIn, type Asked, type Needs, type Operation } from './selection-needs.js';

export interface LeastAnswers {
  /** Lines as in the emulator's log, without `$select`, sorted. */
  readonly calls: readonly string[];
  readonly bytes: number;
}

type Args = Asked['args'];

const byId = (operation: string, parameter: string, id: number): AgentCall => ({
  operation,
  query: `?${parameter}=${id}`,
  line: `${operation} ${id}`,
});
const sessionCall = (id: number) => byId('GetChatSessionEntity', 'chatSessionEntityId', id);
const topicCall = (id: number) => byId('GetChatTopicEntity', 'chatTopicEntityId', id);
const plainCall = (operation: string): AgentCall => ({ operation, line: operation });
const withBody = (operation: string, body: JsonRecord, ...words: readonly unknown[]): AgentCall => ({
  operation,
  body,
  line: [operation, ...words.filter((word) => word !== '' && word !== false)].join(' '),
});

interface Wanted {
  readonly call: AgentCall;
  readonly paths: ReadonlySet<string>;
}

class LeastCalls {
  readonly #url: string;
  readonly #operation: Operation;
  readonly #wanted = new Map<string, Wanted>();
  readonly #topics = new Map<number, ReadonlySet<string>>();
  /** Session → the message to begin after. */
  readonly #messages = new Map<number, { readonly after: number; readonly paths: ReadonlySet<string> }>();

  constructor(url: string, operation: Operation) {
    this.#url = url;
    this.#operation = operation;
  }

  async root(field: Asked): Promise<void> {
    const { name, args, type } = field;
    const needs = needsIn(field.below, type?.name ?? '', this.#operation);
    if (name === 'chatSession') return this.#session(Number(args['id']), needs);
    if (name === 'chatSessions') for (const id of args['ids'] as string[]) await this.#session(Number(id), needs);
    if (name === 'myChatSessions') return this.#mySessions(needs, args);
    if (name === 'chatMessages') this.#wantMessages(Number(args['sessionId']), args, needs.paths);
    if (name === 'chatTopic') return this.#topic(Number(args['id']), needs);
    if (name === 'myChatTopics') return this.#myTopics(needs);
    if (name === 'chatPresence') return this.#presence(needs);
    if (name === 'transferTargets') this.#targets(needs, args);
    if (name === '_entities') return this.#references(field);
  }

  #want(call: AgentCall, paths: ReadonlySet<string> = new Set()): void {
    const known = this.#wanted.get(call.line)?.paths ?? [];
    this.#wanted.set(call.line, { call, paths: new Set([...known, ...paths]) });
  }

  async #session(id: number, needs: Needs): Promise<void> {
    this.#want(sessionCall(id), needs.paths);
    await this.#followSession(await askInFull(this.#url, sessionCall(id)), needs);
  }

  async #mySessions(needs: Needs, { status }: Args): Promise<void> {
    const list = plainCall('ChatSessionsForUser');
    const statuses = isList(status as JsonValue) ? (status as readonly string[]) : null; // as the SDL says
    this.#want(list, new Set([...needs.paths, ...(statuses ? ['status'] : [])]));
    for (const session of recordsIn(await askInFull(this.#url, list)))
      if (statuses?.includes(enumName(session['Status'])) !== false) await this.#followSession(session, needs);
  }

  async #followSession(session: JsonValue, { links }: Needs): Promise<void> {
    if (!isRecord(session)) return;
    const id = Number(session['ChatSessionId']);
    for (const { name, args, below } of links) {
      if (name === 'messages') this.#wantMessages(id, args, needsIn(below, 'ChatMessage', this.#operation).paths);
      if (name === 'topic') await this.#link(session['TopicId'], needsIn(below, 'ChatTopic', this.#operation));
      if (name !== 'transcript') continue;
      const isHtml = args['format'] === 'HTML';
      this.#want(withBody('GetChatTranscript', { ChatSessionId: id, Html: isHtml }, id, isHtml && 'html'));
    }
  }

  #wantMessages(id: number, args: Args, paths: ReadonlySet<string>): void {
    const known = this.#messages.get(id);
    const after = Math.min(Number(args['after'] ?? 0), known?.after ?? Infinity);
    this.#messages.set(id, { after, paths: new Set([...(known?.paths ?? []), ...paths]) });
  }

  /** A reference of which nothing but the key is wanted needs no data. */
  async #link(key: JsonValue | undefined, needs: Needs): Promise<void> {
    if (typeof key !== 'number' || key <= 0) return;
    if (needs.paths.size > 1) await this.#topic(key, needs);
    else await this.#followTopic(key, needs);
  }

  async #topic(id: number, needs: Needs): Promise<void> {
    this.#topics.set(id, new Set([...(this.#topics.get(id) ?? []), ...needs.paths]));
    await this.#followTopic(id, needs);
  }

  async #followTopic(id: number, { links }: Needs): Promise<void> {
    for (const { name, below } of links) {
      if (name === 'isOpen') this.#want(withBody('IsWithinOpeningHours', { ChatTopicId: id }, id));
      if (name !== 'agents') continue;
      const { paths } = needsIn(below, 'ChatTopicAgent', this.#operation);
      this.#want(withBody('GetChatTopicUserAgentList', { ChatTopicId: id }, id), paths);
    }
  }

  async #myTopics(needs: Needs): Promise<void> {
    const list = plainCall('ChatTopicsForUser');
    this.#want(list, needs.paths);
    for (const topic of recordsIn(await askInFull(this.#url, list)))
      await this.#followTopic(Number(topic['ChatTopicId']), needs);
  }

  async #presence(needs: Needs): Promise<void> {
    const list = plainCall('GetChatPresence');
    this.#want(list, needs.paths);
    for (const user of recordsIn(await askInFull(this.#url, list)))
      for (const { below } of needs.links)
        for (const id of user['ChatTopics'] as readonly number[])
          await this.#link(id, needsIn(below, 'ChatTopic', this.#operation));
  }

  #targets({ paths }: Needs, { flat, onlyPresent }: Args): void {
    const body = { Flat: flat === true, OnlyPresent: onlyPresent === true };
    this.#want(withBody('GetUserAgentList', body, body.Flat && 'flat', body.OnlyPresent && 'present'), paths);
  }

  async #references({ args, below }: Asked): Promise<void> {
    for (const { __typename: type, id } of args['representations'] as readonly { __typename: string; id: string }[]) {
      const needs = needsIn(below, type, this.#operation);
      if (type === 'ChatTopic') await this.#link(Number(id), needs);
      else if (needs.paths.size > 1) await this.#session(Number(id), needs);
      else await this.#followSession({ ChatSessionId: Number(id) }, needs);
    }
  }

  /** Topics come one by one, or with the list of the caller's own where that is fewer calls. */
  async #settleTopics(): Promise<void> {
    const list = plainCall('ChatTopicsForUser');
    const own = recordsIn(await askInFull(this.#url, list)).map((topic) => topic['ChatTopicId']);
    const held = [...this.#topics].filter(([id]) => own.includes(id));
    const isListed = this.#wanted.has(list.line) || held.length > 1;
    for (const [id, paths] of this.#topics) this.#want(isListed && own.includes(id) ? list : topicCall(id), paths);
  }

  async all(): Promise<LeastAnswers> {
    await this.#settleTopics();
    for (const [id, { after, paths }] of this.#messages) {
      const body = { ChatSessionId: id, After: after };
      this.#want(withBody('GetChatMessages', body, id, after > 0 && `after=${after}`), paths);
    }
    const wanted = [...this.#wanted.values()];
    const answers = await Promise.all(wanted.map(({ call }) => askInFull(this.#url, call)));
    const sizes = wanted.map(({ paths }, index) => jsonBytes(thinned(answers[index] ?? null, paths)));
    return { calls: [...this.#wanted.keys()].sort(), bytes: sizes.reduce((sum, size) => sum + size, 0) };
  }
}

const recordsIn = (value: JsonValue): readonly JsonRecord[] => (isList(value) ? value.filter(isRecord) : []);

/** `CustomerLast` as GraphQL spells it. */
const enumName = (name: JsonValue | undefined): string =>
  String(name)
    .replace(/(?<=[a-z])(?=[A-Z])/g, '_')
    .toUpperCase();

/** @param document one operation whose variables all have defaults */
export async function leastAnswers(
  emulatorUrl: string,
  schema: GraphQLSchema,
  document: string,
): Promise<LeastAnswers> {
  const { definitions } = parse(document);
  const [operation] = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const { coerced } = getVariableValues(schema, operation?.variableDefinitions ?? [], {});
  const parts: Operation = {
    schema,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    variables: coerced ?? {},
  };
  const least = new LeastCalls(emulatorUrl, parts);
  for (const field of askedFields(operation?.selectionSet, 'Query', parts)) await least.root(field);
  return least.all();
}
