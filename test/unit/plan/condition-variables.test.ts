/** The variables that affect the selection. */
import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { conditionVariables, fragmentsOf } from '../../../src/plan/document-facts.js';

describe('conditionVariables', () => {
  it.each([
    ['{ chatSession(id: $id) { status } }', []],
    ['{ chatSession(id: $id) @include(if: $x) { status } }', ['x']],
    ['{ chatSession(id: "1") { status @skip(if: $x) rank @include(if: $y) topicId @include(if: $x) } }', ['x', 'y']],
    [
      '{ chatSession(id: "1") { ...f @include(if: $x) } } fragment f on ChatSession { status @skip(if: $y) }',
      ['x', 'y'],
    ],
    ['{ chatSession(id: "1") { user { name @skip(if: $x) } } }', ['x']],
    ['{ chatSession(id: "1") { fieldProperties(names: $names) { name } } }', []],
  ])('%s: %j', (query, names) => {
    const document = parse(query);
    const operations = document.definitions.slice(0, 1);

    expect([...conditionVariables(operations, fragmentsOf(document))].sort()).toEqual(names);
  });
});
