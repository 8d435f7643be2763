/**
 * Words that this code base has given up for plain, current technical English. They stay out of names, comments, documents and texts; the term
 * to use instead stands next to each below.
 */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readText, root } from '../support/source-files.js';

/** By retired word, as a regular expression: what to say. */
const retired: Readonly<Record<string, string>> = {
  '(no|some|every)body': 'no caller, a client, all callers',
  'whoever|whom': 'the caller who, any client that',
  'he|him|his': 'they, them, their',
  'lest|anew|in the midst': 'so that … not, again, during',
  'tells?|told|telling': 'report, say, inform',
  beside: 'next to, in addition to',
  'doubt(s|ful)?': 'unknown, ambiguous',
  'standings?|acquit(s|ted)?': 'support, state, exclude',
  'made-up|rehears(e|ed|al)': 'generated, dry run',
  'mend(s|ed)?': 'fix',
  'whole sizes?': 'size of full records',
  patience: 'timeout',
  carried: 'sent, contained',
};

const words = new RegExp(`(?<![\\w'])(${Object.keys(retired).join('|')})(?![\\w'])`, 'gi');

const termFor = (word: string): string =>
  Object.entries(retired).find(([pattern]) => new RegExp(`^(${pattern})$`, 'i').test(word))?.[1] ?? '';

const isOurs = (path: string): boolean =>
  /\.(ts|mjs|js|jsx|graphql|md|css|ya?ml)$/.test(path) &&
  !/(^|\/)(node_modules|dist|generated)\//.test(path) &&
  !['test/federation/published.graphql', 'docs/reworded-messages.md'].includes(path) && // they quote what was published
  path !== 'test/architecture/retired-words.test.ts';

function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter(isOurs);
}

/** CHANGELOG.md is left out: its past entries are history. */
const documents = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'codegen.yml', 'eslint.config.js', 'jest.config.js'];

describe('retired words', () => {
  it.each(['src', 'schema', 'test', 'docs', '.'])('are not used in %s', (folder) => {
    const files = folder === '.' ? documents : filesBelow(folder);
    expect(files.length).toBeGreaterThan(0);
    const uses = files.flatMap((path) =>
      readText(path)
        .split('\n')
        .flatMap((line, index) => {
          const found = [...line.matchAll(words)].map(([word]) => `${word}: say ${termFor(word)}`);
          return found.length === 0 ? [] : [`${path}:${index + 1} ${found.join('; ')}`];
        }),
    );
    expect(uses).toEqual([]);
  });
});
