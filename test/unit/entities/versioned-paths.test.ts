/** The properties that only some servers have: the field tables, the descriptions of the schema and the emulator agree on them. */
import { describe, expect, it } from '@jest/globals';
import { buildASTSchema, concatAST, isObjectType } from 'graphql';
import { chatSessionEntity } from '../../../src/entities/chat-session.js';
import type { Embeddable } from '../../../src/entities/field-table.js';
import { topicAgentEntity } from '../../../src/entities/topic-agent.js';
import { versionedPaths } from '../../../src/entities/versioned-paths.js';
import { startEmulator } from '../../../src/emulator/index.js';
import { typeDefs } from '../../../src/subgraph/type-defs.js';
import { authorization } from '../../support/query-gateway.js';

const versioned = versionedPaths([chatSessionEntity]);

const embedded = (entity: Embeddable<never>): readonly (readonly [string, Embeddable<never>])[] =>
  Object.values(entity.fields).flatMap((entry) =>
    entry.kind === 'embedded' ? [[`${entry.needs[0]}/`, entry.entity()] as const] : [],
  );

const tables: readonly (readonly [string, Embeddable<never>])[] = [
  ['', chatSessionEntity],
  ...embedded(chatSessionEntity),
];

/** Every path of a selection. */
const allPaths = new Set(
  tables.flatMap(([parent, { fields }]) =>
    Object.values(fields).flatMap(({ needs }) => needs.map((name) => `${parent}${name}`)),
  ),
);

async function refusedBy(generation: 'specification' | 'current'): Promise<readonly string[]> {
  await using emulator = await startEmulator({ generation, unknownSelect: 'bad-request' });
  const url = `${emulator.url}/api/v1/Agents/Chat/GetChatSessionEntity?chatSessionEntityId=192&$select=`;
  const refused: string[] = [];
  for (const path of allPaths) {
    const { status } = await fetch(url + path, { method: 'POST', headers: { authorization } });
    if (status !== 200) refused.push(path);
  }
  return refused;
}

describe('versioned properties', () => {
  it('are those that a server of the specification or of the current version refuses, and no others', async () => {
    const refused = new Set([...(await refusedBy('specification')), ...(await refusedBy('current'))]);
    expect([...refused].sort()).toEqual([...versioned].sort());
    expect([...versioned].filter((path) => path.startsWith('Ticket/Cust'))).toHaveLength(4);
  });

  it('are those whose fields document it in the schema, except for the renamed ones, which always exist', () => {
    const schema = buildASTSchema(concatAST(typeDefs({ exposeSessionKey: true, mutations: true })), {
      assumeValidSDL: true,
    });
    for (const [, { name, fields }] of tables) {
      const type = schema.getType(name);
      const described = Object.values(isObjectType(type) ? type.getFields() : {}).filter(({ description }) =>
        /older SuperOffice servers/.test(description ?? ''),
      );
      const marked = Object.entries(fields).filter(
        ([, entry]) => entry.kind === 'plain' && entry.isVersioned === true && entry.needs.length === 1,
      );
      expect([name, marked.map(([field]) => field).sort()]).toEqual([
        name,
        described.map((field) => field.name).sort(),
      ]);
    }
  });

  it('have the name of their parent', () => {
    expect([...versionedPaths([topicAgentEntity])].sort()).toEqual(['User/CustomFields', 'User/ExtraFields']);
    expect(versioned.has('TransferTo/CustomFields')).toBe(true);
    expect(versioned.has('Rating')).toBe(true);
  });
});
