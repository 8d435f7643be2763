/**
 * A change of the schema that breaks clients or composition must be declared in the same commit, as a line of
 * declared-changes.txt. The baseline is published.graphql, the schema as it was last published.
 */
import { describe, expect, it } from '@jest/globals';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildASTSchema, parse } from 'graphql';
import { readText } from '../support/source-files.js';

/** A removed key breaks a supergraph; the inspector considers clients only and reports it as dangerous. */
const lostDirective = 'DIRECTIVE_USAGE_OBJECT_REMOVED';

const schemaOf = (sdl: string) => buildASTSchema(parse(sdl), { assumeValidSDL: true });

async function breakingChanges(published: string, current: string): Promise<readonly string[]> {
  const changes = await diff(schemaOf(published), schemaOf(current));
  return changes
    .filter(({ criticality, type }) => criticality.level === CriticalityLevel.Breaking || type === lostDirective)
    .map(({ message }) => message);
}

const published = readText('test/federation/published.graphql');

describe('the subgraph schema', () => {
  it('has no breaking change that is not in test/federation/declared-changes.txt', async () => {
    const declared = readText('test/federation/declared-changes.txt')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(await breakingChanges(published, readText('src/generated/subgraph.graphql'))).toEqual(declared);
  });

  it.each([
    ['a removed field', 'customerName: String @tag(name: "pii")', 'customersName: String'],
    ['a field of another type', 'topicId: ID', 'topicId: Int'],
    ['a field that became nullable', 'id: ID!', 'id: ID'],
    ['a removed key', 'type ChatSession @key(fields: "id")', 'type ChatSession'],
  ])('is detected: %s', async (_name, before, after) => {
    expect(published).toContain(before);
    expect((await breakingChanges(published, published.replace(before, after))).length).toBeGreaterThan(0);
  });
});
