/** The schema is complete and described, and its names suit a supergraph. */
import { describe, expect, it } from '@jest/globals';
import { buildASTSchema, concatAST, isEnumType, isInputObjectType, isInterfaceType, isNonNullType } from 'graphql';
import { isObjectType, isUnionType, Kind, parse, print, visit } from 'graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { chatSessionEntity } from '../../src/entities/chat-session.js';
import { fieldPropertyFields, fieldRightFields, tableRightFields } from '../../src/entities/access.js';
import { addressFields } from '../../src/entities/address.js';
import type { FieldTable } from '../../src/entities/field-table.js';
import { startEmulator } from '../../src/emulator/index.js';
import { printApiSdl, printSubgraphSdl } from '../../src/subgraph/print-sdl.js';
import { typeDefs } from '../../src/subgraph/type-defs.js';
import { authorization } from '../support/query-gateway.js';
import { readText } from '../support/source-files.js';

const document = concatAST(typeDefs({ exposeSessionKey: true, mutations: true, admin: true }));
const schema = buildASTSchema(document, { assumeValidSDL: true });
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const composite = types.filter((type) => isObjectType(type) || isInterfaceType(type) || isInputObjectType(type));

describe('names', () => {
  it('of types all begin with Chat, so that they do not collide in a supergraph; PageInfo is shared by all connections', () => {
    const named = types.filter((type) => isEnumType(type) || isUnionType(type) || composite.includes(type as never));
    expect(
      named.map(({ name }) => name).filter((name) => !/^(Chat[A-Z]|Query$|Mutation$|PageInfo$)/.test(name)),
    ).toEqual([]);
  });

  it('of fields are camelCase (but those that Relay names), of enum values SCREAMING_CASE', () => {
    const fields = composite.flatMap((type) => Object.keys('getFields' in type ? type.getFields() : {}));
    expect(fields.filter((name) => !/^([a-z]|fetch__[A-Z])[a-zA-Z0-9]*$/.test(name))).toEqual([]);
    const values = types.flatMap((type) => (isEnumType(type) ? type.getValues().map(({ name }) => name) : []));
    expect(values.filter((name) => !/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(name))).toEqual([]);
  });
});

describe('descriptions', () => {
  it('are on every type, field, argument and enum value', () => {
    const silent: string[] = [];
    const isBuiltIn = new Set(['String', 'Int', 'Float', 'Boolean', 'ID']);
    visit(document, {
      enter: (node) => {
        const describable =
          /^(Object|Scalar|Enum|Interface|Union|InputObject)TypeDefinition$|^(Field|InputValue|EnumValue)Definition$/;
        if (!describable.test(node.kind) || !('name' in node) || !node.name) return;
        if ('description' in node && node.description) return;
        if (!isBuiltIn.has(node.name.value)) silent.push(`${node.kind} ${node.name.value}`);
      },
    });
    expect(silent).toEqual([]);
  });
});

describe('nullability', () => {
  it('guarantees only keys: missing rights can make every value null', () => {
    const promised = composite.flatMap((type) =>
      Object.values('getFields' in type ? type.getFields() : {})
        .filter((field) => isNonNullType(field.type))
        .map(({ name }) => `${type.name}.${name}`),
    );
    const keys = promised.filter((field) => !field.endsWith('.id'));
    expect(keys.sort()).toEqual([
      'ChatCustomField.name',
      'ChatDeletionPayload.userErrors',
      'ChatFieldProperty.name',
      'ChatMessage.chatSessionId',
      'ChatMessagePayload.userErrors',
      'ChatPresencePayload.userErrors',
      'ChatSessionConnection.edges',
      'ChatSessionConnection.nodes',
      'ChatSessionConnection.pageInfo',
      'ChatSessionEdge.cursor',
      'ChatSessionOrder.direction',
      'ChatSessionOrder.field',
      'ChatSessionPayload.userErrors',
      'ChatTimeZoneRule.name',
      'ChatTopicAgent.topicId',
      'ChatTopicAgentInput.roles',
      'ChatTopicAgentInput.userName',
      'ChatTopicAgentsPayload.userErrors',
      'ChatTopicPayload.userErrors',
      'ChatUserError.code',
      'ChatUserError.message',
      'PageInfo.hasNextPage',
      'PageInfo.hasPreviousPage',
      'Query.chatSessions',
    ]);
  });
});

/** Every property name of a field table, including nested tables. */
function mappedNames(table: FieldTable<never>, path: string): readonly string[] {
  return Object.values(table).flatMap((entry) => [
    ...entry.needs.map((need) => `${path}${need}`),
    ...(entry.kind === 'embedded' ? mappedNames(entry.entity().fields, `${path}${entry.needs[0]}/`) : []),
  ]);
}

/** Every property name of a JSON value; dictionaries and values without an identity end the path. */
function sentNames(value: object, path: string): readonly string[] {
  return Object.entries(value).flatMap(([name, child]: [string, unknown]) => {
    const isDeeper =
      typeof child === 'object' && child !== null && !['TableRight', 'FieldProperties', 'Address'].includes(name);
    return [`${path}${name}`, ...(isDeeper ? sentNames(child, `${path}${name}/`) : [])];
  });
}

describe('completeness', () => {
  it("reaches every property of the specification's sample", async () => {
    await using emulator = await startEmulator();
    const url = `${emulator.url}/api/v1/Agents/Chat/GetChatSessionEntity?chatSessionEntityId=192`;
    const response = await fetch(url, { method: 'POST', headers: { authorization } });
    const sample = (await response.json()) as object;

    const sent = sentNames(sample, '');
    const mapped = new Set(mappedNames(chatSessionEntity.fields, ''));

    expect(sent.length).toBeGreaterThan(200);
    expect(sent.filter((name) => !mapped.has(name))).toEqual([]);
  });

  it('reaches properties of values without an identity', () => {
    const names = (table: FieldTable<never>): string[] => Object.values(table).flatMap(({ needs }) => [...needs]);
    expect(names(tableRightFields)).toEqual(['Mask', 'Reason']);
    expect(names(fieldRightFields)).toEqual(['Mask', 'Reason']);
    expect(names(fieldPropertyFields)).toEqual(['Name', 'FieldRight', 'FieldType', 'FieldLength']);
    expect(names(addressFields)).toEqual(expect.arrayContaining(['Street', 'Postal', 'LocalizedAddress', 'Formatted']));
  });

  it('has a field in the schema for every entry, and an entry for every field', () => {
    const session = schema.getType('ChatSession');
    const fields = isObjectType(session) ? Object.keys(session.getFields()) : [];
    expect(Object.keys(chatSessionEntity.fields).sort()).toEqual(fields.sort());
  });
});

describe('the committed SDL', () => {
  const normal = (sdl: string): string =>
    print(parse(printSchema(lexicographicSortSchema(buildASTSchema(parse(sdl), { assumeValidSDL: true })))));

  it('is what print-schema prints', () => {
    expect(normal(readText('src/generated/subgraph.graphql'))).toBe(
      normal(printSubgraphSdl({ exposeSessionKey: false, mutations: true })),
    );
  });

  it('for clients is what print-schema --api prints, with the types that Relay can fetch', () => {
    const [committed, printed] = [
      readText('src/generated/api.graphql'),
      printApiSdl({ exposeSessionKey: false, mutations: true }),
    ];
    const fetchable = (sdl: string) =>
      [...sdl.matchAll(/^type (\w+) @fetchable\(field_name: "id"\)/gm)].map(([, name]) => name);
    expect(normal(committed)).toBe(normal(printed));
    expect([fetchable(committed), fetchable(printed).sort()]).toEqual(Array(2).fill(['ChatSession', 'ChatTopic']));
  });
});

it('begins with what readers look for: queries, then mutations and subscriptions', () => {
  const sdl = printApiSdl({ exposeSessionKey: false, mutations: true, subscriptions: true });
  const names = parse(sdl).definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION ? [definition.name.value] : [],
  );
  expect(names[0]).toBe('Query');
});
