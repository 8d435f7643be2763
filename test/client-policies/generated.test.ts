/** The generated policies against the schema: no type and no list can be forgotten, whatever is added. */
import { describe, expect, it } from '@jest/globals';
import { buildSchema, getNamedType, getNullableType, isListType, isObjectType, type GraphQLObjectType } from 'graphql';
import { getDataID, keys, resolvers, typePolicies } from '../../src/client-policies/index.js';
import * as generated from '../../src/generated/client-policies.js';
import { printApiSdl } from '../../src/subgraph/print-sdl.js';
import { sourceFiles } from '../support/source-files.js';

const schema = buildSchema(printApiSdl({ exposeSessionKey: true, mutations: true }));
const types = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !/^(__|Query$|Mutation$)/.test(type.name),
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

  it.each(types.filter((type) => !isRecord(type)))('$name, without a key, is merged, never filed by id', ({ name }) => {
    expect(typePolicies[name]).toMatchObject({ keyFields: false });
    expect(typePolicies[name]?.merge).toBeInstanceOf(Function);
    expect(keys[name]?.()).toBeNull();
    expect(getDataID({ id: '1' }, name)).toBeNull();
  });

  it.each(types.filter(isRecord))('$name is filed by its name and id', ({ name }) => {
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

  it('every list of objects says what becomes of the earlier one', () => {
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

  it('of parts leave it to the part: nothing below is merged by place', () => {
    const inner = types
      .filter((type) => !isRecord(type))
      .flatMap((type) => fieldsOf(type).map((field) => ({ type: type.name, field })))
      .filter(({ field }) => isObjectType(getNamedType(field.type)))
      .map(({ type, field }) => typePolicies[type]?.fields?.[field.name]?.merge);
    expect(inner.length).toBeGreaterThan(10);
    expect(new Set(inner)).toEqual(new Set([false]));
  });

  it('with an id as argument are found in the cache', () => {
    expect(generated.recordsById).toEqual({ chatSession: 'ChatSession', chatTopic: 'ChatTopic' });
    expect(Object.keys(resolvers['Query'] ?? {}).sort()).toEqual(['chatMessages', 'chatSession', 'chatTopic']);
  });

  it('with `after` and `last` are conversations, by session', () => {
    expect(generated.conversations).toEqual({ ChatSession: { messages: [] }, Query: { chatMessages: ['sessionId'] } });
  });

  it('name what tells apart the items of a list', () => {
    expect(generated.itemKeys).toMatchObject({
      ChatCustomField: 'name',
      ChatFieldProperty: 'name',
      ChatTimeZoneRule: 'name',
      ChatTopicAgent: 'user',
      ChatTransferTarget: 'id',
    });
  });
});

describe('the module', () => {
  it('runs in a browser: it imports nothing but its own files', () => {
    const targets = sourceFiles('src/client-policies').flatMap(({ text }) =>
      [...text.matchAll(/^(?:import|export) [^;]*? from '([^']+)'/gm)].map(([, target = '']) => target),
    );
    expect(targets.length).toBeGreaterThan(5);
    expect(targets.filter((target) => !/^\.\/|^\.\.\/generated\/client-policies\.js$/.test(target))).toEqual([]);
  });
});
