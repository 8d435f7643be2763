/**
 * A change of the schema that breaks clients or composition is made on purpose: it is declared in the same commit, as a line
 * of declared-changes.txt, or this test fails. The yardstick is published.graphql, the schema as it was last published.
 */
import { describe, expect, it } from '@jest/globals';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildASTSchema, parse } from 'graphql';
import { readText } from '../support/source-files.js';

/** A key that goes breaks a supergraph; the inspector thinks of clients only and calls it dangerous. */
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
  it('breaks nothing that is not declared in test/federation/declared-changes.txt', async () => {
    const declared = readText('test/federation/declared-changes.txt')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(await breakingChanges(published, readText('src/generated/subgraph.graphql'))).toEqual(declared);
  });

  it.each([
    ['a field that goes', 'customerName: String @tag(name: "pii")', 'customersName: String'],
    ['a field of another type', 'topicId: ID', 'topicId: Int'],
    ['a field that may be null now', 'id: ID!', 'id: ID'],
    ['a key that goes', 'type ChatSession @key(fields: "id")', 'type ChatSession'],
  ])('is noticed: %s', async (_name, before, after) => {
    expect(published).toContain(before);
    expect((await breakingChanges(published, published.replace(before, after))).length).toBeGreaterThan(0);
  });
});
