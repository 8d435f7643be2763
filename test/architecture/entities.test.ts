/** Entities match the schema: a missing one is reported by its name. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { isEnumType, isObjectType, type GraphQLSchema } from 'graphql';
import { fieldTables } from '../../src/catalog/catalog.js';
import { chatContract } from '../../src/contract/generated/chat.js';
import type { Embeddable } from '../../src/entities/field-table.js';
import { schemaName } from '../../src/entities/enum-names.js';
import { entityResolvers } from '../../src/resolvers/entity-resolvers.js';
import { subgraphSchema } from '../../src/subgraph/subgraph-schema.js';
import { root } from '../support/source-files.js';

const schema: GraphQLSchema = subgraphSchema({ exposeSessionKey: true, mutations: true });

const isEntity = (value: unknown): value is Embeddable<never> =>
  typeof value === 'object' && value !== null && 'name' in value && 'fields' in value && 'identity' in value;

async function allEntities(): Promise<readonly Embeddable<never>[]> {
  const files = readdirSync(join(root, 'src/entities')).filter((name) => name.endsWith('.ts'));
  const modules = await Promise.all(files.map((name) => import(`../../src/entities/${name.replace(/\.ts$/, '.js')}`)));
  return modules.flatMap((module: object) => Object.values(module).filter(isEntity));
}

const fieldsOfType = (name: string): Readonly<Record<string, unknown>> | null => {
  const type = schema.getType(name);
  return isObjectType(type) ? type.getFields() : null;
};

describe('entities', () => {
  let entities: readonly Embeddable<never>[] = [];
  beforeAll(async () => void (entities = await allEntities()));

  it('have a type in the schema, and only fields that it has', () => {
    expect(entities.length).toBeGreaterThan(15);
    const missing = entities.flatMap(({ name, fields }) => {
      const known = fieldsOfType(name);
      if (known === null) return [name];
      return Object.keys(fields).flatMap((field) => (field in known ? [] : [`${name}.${field}`]));
    });
    expect(missing).toEqual([]);
  });
});

const { types } = chatContract;

const resolversByType: Readonly<Record<string, object>> = entityResolvers;

describe('fields', () => {
  it('are resolved, including those of separate calls: by a read of the catalog, or by hand', () => {
    const unresolved = Object.entries(fieldTables).flatMap(([type, table]) =>
      Object.keys(table).flatMap((field) => (field in (resolversByType[type] ?? {}) ? [] : [`${type}.${field}`])),
    );
    expect(Object.keys(fieldTables).length).toBeGreaterThan(25);
    expect(unresolved).toEqual([]);
  });
});

/** Enums of the schema, by their published names. */
const enums = [
  ['ChatSessionStatus', types.ChatSessionEntity.Status],
  ['ChatMessageType', types.ChatMessage.Type],
  ['ChatMessageSpecialType', types.ChatMessage.SpecialType],
  ['ChatSaleStatus', types.Sale.Status],
  ['ChatSaleCompletion', types.Sale.Completed],
  ['ChatTicketSecurityLevel', types.Ticket.Slevel],
  ['ChatTicketBaseStatus', types.Ticket.BaseStatus],
  ['ChatTicketOrigin', types.Ticket.Origin],
  ['ChatTicketReadStatus', types.Ticket.ReadStatus],
  ['ChatWidgetSize', types.ChatWidgetSettings.Size],
  ['ChatWidgetTheme', types.ChatWidgetSettings.Theme],
  ['ChatAddressType', types.StructuredAddress.AtypeIdx],
  ['ChatAssociateType', types.Associate.Type],
] as const;

describe('enums', () => {
  it.each(enums)('%s has in the schema each published member, and UNRECOGNIZED', (name, { oneOf }) => {
    const type = schema.getType(name);
    const members = isEnumType(type) ? type.getValues().map((value) => value.name) : [];
    const published = oneOf.map((member) => schemaName(member));
    expect({ name, missing: published.filter((member) => !members.includes(member)) }).toEqual({ name, missing: [] });
    expect(members.filter((member) => !published.some((one) => one === member))).toEqual(['UNRECOGNIZED']);
  });
});
