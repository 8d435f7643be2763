/** How many rows of the two fault matrices have a test: the table of docs/reliability.md is computed from the names of the tests. */
import { describe, expect, it } from '@jest/globals';
import { readText, sourceFiles } from '../support/source-files.js';

const text = ['test/faults', 'test/timing']
  .flatMap((folder) => sourceFiles(folder))
  .map((file) => file.text)
  .join('\n');

/** Ids at the beginning of a test's name or of a row of a table of tests. */
const named = new Set([...text.matchAll(/['"`]([UC]\d{1,2})\b/g)].map(([, id = '']) => id));

const rows = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);

const upstream = rows('U', 47);
const client = rows('C', 42);

const missing = (ids: readonly string[]): readonly string[] => ids.filter((id) => !named.has(id));

describe('the fault matrices', () => {
  it('have a test for every row', () => {
    expect(missing([...upstream, ...client])).toEqual([]);
  });

  it('are counted in docs/reliability.md', () => {
    const covered = (ids: readonly string[]): string => `${ids.length - missing(ids).length} of ${ids.length}`;
    const readme = readText('docs/reliability.md').replace(/ {2,}/g, ' ');
    expect(readme).toContain(`| U1–U47: what goes wrong behind the gateway | ${covered(upstream)} |`);
    expect(readme).toContain(`| C1–C42: what clients send | ${covered(client)} |`);
  });
});
