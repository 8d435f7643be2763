/** The generated policies compared with the schema: every type and every list has one, also after additions. */
import { describe, expect, it } from '@jest/globals';
import { buildSchema, getNamedType, getNullableType, isListType, isObjectType, type GraphQLObjectType } from 'graphql';
import { getDataID, keys, resolvers, typePolicies } from '../../../src/client-policies/index.js';
import * as generated from '../../../src/generated/client-policies.js';
import { plugin } from '../../../src/client-policies/codegen-plugin.mjs';
import { printApiSdl } from '../../../src/subgraph/print-sdl.js';
import { sourceFiles } from '../../support/source-files.js';

const schema = buildSchema(printApiSdl({ exposeSessionKey: true, mutations: true, subscriptions: true, admin: true }));
const types = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !/^(__|Query$|Mutation$|Subscription$)/.test(type.name),
);
const fieldsOf = (type: GraphQLObjectType) => Object.values(type.getFields());
const hasId = (type: GraphQLObjectType): boolean => 'id' in type.getFields();
/** Ids of transfer targets do not identify: a group and a user may share one. */
const isRecord = (type: GraphQLObjectType): boolean => hasId(type) && type.name !== 'ChatTransferTarget';
const names = (of: readonly GraphQLObjectType[]): readonly string[] => of.map(({ name }) => name).sort();

describe('types', () => {
  it('with an id are records, all others are parts of one', () => {
    expect(types.length).toBeGreaterThan(30);
    expect(generated.records).toEqual(names(types.filter(isRecord)));
    expect(Object.keys(generated.itemKeys)).toEqual(names(types.filter((type) => !isRecord(type))));
  });

  it.each(types.filter((type) => !isRecord(type)))(
    '$name, without a key, is merged, never stored by its id alone',
    ({ name }) => {
      expect(typePolicies[name]).toMatchObject({ keyFields: false });
      expect(typePolicies[name]?.merge).toBeInstanceOf(Function);
      const isListItem = name in generated.listKeys;
      expect(keys[name]?.({ id: '1' }) ?? null).toBe(isListItem ? '{"id":"1"}' : null);
      expect(getDataID({ id: '1' }, name)).toBe(isListItem ? `${name}:{"id":"1"}` : null);
    },
  );

  it('that are items of lists are identified by a field', () => {
    expect(generated.listKeys).toEqual({
      ChatSessionEdge: ['cursor'],
      ChatTopicAgent: ['topicId', 'user'],
      ChatTransferTarget: ['id', 'name'],
    });
    const keyOf = (item: object): string | null => keys['ChatTransferTarget']?.({ ...item }) ?? null;
    expect(keyOf({ id: '1', name: 'Ann', rank: 1 })).toBe(keyOf({ id: '1', name: 'Ann', rank: 2 }));
    expect(keyOf({ id: '1', name: null })).not.toBe(keyOf({ id: '1', name: 'null' }));
    expect(keyOf({ id: '1', rank: 1 })).not.toBe(keyOf({ id: '1', rank: 2 }));
    expect(keyOf({ name: 'Ann', rank: 1 })).not.toBe(keyOf({ name: 'Ann', rank: 2 }));
    const agent = (item: object): string | null => keys['ChatTopicAgent']?.({ ...item }) ?? null;
    expect(agent({ topicId: '1', user: { id: '7' } })).toBe(
      agent({ topicId: '1', user: { id: '7' }, canListen: true }),
    );
    expect(agent({ topicId: '1', user: { id: '7' } })).not.toBe(agent({ topicId: '2', user: { id: '7' } }));
    expect(agent({ user: { id: '7' }, canListen: true })).not.toBe(agent({ user: { id: '7' }, canListen: false }));
  });

  it.each(types.filter(isRecord))('$name is stored by its name and id', ({ name }) => {
    expect(keys).not.toHaveProperty(name);
    expect(typePolicies[name]?.keyFields).toBeUndefined();
    expect(getDataID({ id: '192' }, name)).toBe(`${name}:192`);
    expect(getDataID({}, name)).toBeNull();
  });

  it('that only `resolvable` keys make records are records too', () => {
    expect(generated.records).toContain('ChatContact');
  });
});

describe('fields', () => {
  const holders = [...types, schema.getQueryType()].filter((type) => type !== undefined && type !== null);

  it('every list of objects has a merge policy', () => {
    const lists = holders.flatMap((type) =>
      fieldsOf(type)
        .filter((field) => isListType(getNullableType(field.type)) && isObjectType(getNamedType(field.type)))
        .map((field) => ({
          list: `${type.name}.${field.name}`,
          merge: typePolicies[type.name]?.fields?.[field.name]?.merge,
        })),
    );
    expect(lists.length).toBeGreaterThan(25);
    expect(lists.filter(({ merge }) => merge === undefined)).toEqual([]);
  });

  it('of parts leave merging to the part: nothing below is merged by index', () => {
    const inner = types
      .filter((type) => !isRecord(type))
      .flatMap((type) => fieldsOf(type).map((field) => ({ type: type.name, field })))
      .filter(({ field }) => isObjectType(getNamedType(field.type)))
      .map(({ type, field }) => typePolicies[type]?.fields?.[field.name]?.merge);
    expect(inner.length).toBeGreaterThan(10);
    expect(new Set(inner)).toEqual(new Set([false]));
  });

  it('with an id as argument are found in the cache', () => {
    expect(generated.recordsById).toEqual({
      chatSession: { type: 'ChatSession', idArgument: 'id' },
      chatTopic: { type: 'ChatTopic', idArgument: 'id' },
      fetch__ChatSession: { type: 'ChatSession', idArgument: 'id' },
      fetch__ChatTopic: { type: 'ChatTopic', idArgument: 'id' },
    });
    const read = ['chatMessages', 'chatSession', 'chatSessions', 'chatTopic', 'fetch__ChatSession', 'fetch__ChatTopic'];
    expect(Object.keys(resolvers['Query'] ?? {}).sort()).toEqual([...read, 'myChatSessions']);
  });

  it('with the wanted values of their items leave out the others', () => {
    expect(generated.filteredLists).toEqual({
      myChatSessions: { name: 'status', keyArguments: ['assignedToMe', 'status', 'topicIds'] },
    });
  });

  it('with `after` and `last` are one conversation with the field of Query', () => {
    const lists = { field: 'messages', queryField: 'chatMessages', idArgument: 'sessionId' };
    expect(generated.conversations).toEqual({ ChatSession: lists });
  });

  it('with arguments and a policy have the argument that separates their values', () => {
    const policies = holders.flatMap((type) =>
      fieldsOf(type)
        .filter(({ args }) => args.some(({ name }) => name !== 'after' && name !== 'last'))
        .map(({ name }) => ({ field: `${type.name}.${name}`, policy: typePolicies[type.name]?.fields?.[name] }))
        .filter(({ policy }) => policy?.read !== undefined),
    );
    expect(policies.length).toBeGreaterThan(3);
    expect(policies.filter(({ policy }) => policy?.keyArgs === undefined || policy.keyArgs === false)).toEqual([]);
  });

  it('name the fields that identify the items of a list', () => {
    expect(generated.itemKeys).toMatchObject({
      ChatCustomField: 'name',
      ChatFieldProperty: 'name',
      ChatTimeZoneRule: 'name',
      ChatTopicAgent: 'user',
      ChatTransferTarget: 'id',
    });
  });
});

describe('the generator', () => {
  const message = 'type ChatMessage @key(fields: "id") { id: ID! }';
  const session = (fields: string): string => `type ChatSession @key(fields: "id") { id: ID! ${fields} }`;
  const made = (query: string, fields = ''): string =>
    plugin(
      buildSchema(
        `directive @key(fields: String!) on OBJECT ${message} ${session(fields)} type Query { chatSession(id: ID!): ChatSession ${query} }`,
      ),
    );
  const lists = 'messages(after: ID, last: Int): [ChatMessage!]';

  it('accepts fields whose values one argument separates', () => {
    expect(made('chatMessages(sessionId: ID!, after: ID, last: Int): [ChatMessage!]', lists)).toContain('sessionId');
  });

  it.each([
    ['a record by more than its id', 'other(id: ID!, archived: Boolean): ChatSession', ''],
    ['a conversation of Query without an id', 'chatMessages(after: ID, last: Int): [ChatMessage!]', lists],
    [
      'a conversation of a record that an argument changes',
      '',
      'messages(to: ID, after: ID, last: Int): [ChatMessage!]',
    ],
    ['a conversation of Query that no record has', 'm(of: ID!, after: ID, last: Int): [ChatMessage!]', ''],
    ['items of a list that nothing identifies', 'parts: [Part!] } type Part { id: ID!', ''],
    ['a list with gaps by two arguments', 'some(ids: [ID!]!, of: ID): [ChatSession]!', ''],
  ])('refuses %s', (_what, query, fields) => {
    expect(() => made(query, fields)).toThrow(/argument|needs/);
  });
});

describe('the module', () => {
  it('runs in a browser: it imports nothing but its own files, and types', () => {
    const targets = sourceFiles('src/client-policies').flatMap(({ text }) =>
      [...text.matchAll(/^(?:import|export) (?!type )[^;]*? from '([^']+)'/gm)].map(([, target = '']) => target),
    );
    expect(targets.length).toBeGreaterThan(5);
    expect(targets.filter((target) => !/^\.\/|^\.\.\/generated\/client-policies\.js$/.test(target))).toEqual([]);
  });
});
