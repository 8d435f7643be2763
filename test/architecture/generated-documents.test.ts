/** What is generated in docs/ is what the code says. `npm run docs` writes it, `npm test` compares it. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { schemaPages } from '../support/documents/schema-reference.js';
import { environmentExample, tables } from '../support/documents/tables.js';
import { readText } from '../support/source-files.js';

const between = (name: string): RegExp => new RegExp(`(<!-- ${name} -->\n)[^]*?(\n<!-- /${name} -->)`);

const pages = readdirSync('docs').filter((name) => name.endsWith('.md'));

const pageWith = (name: string): string => {
  const [page, ...others] = pages.filter((path) => between(name).test(readText(`docs/${path}`)));
  if (page === undefined || others.length > 0)
    throw new Error(`<!-- ${name} --> … <!-- /${name} --> is not in one page`);
  return `docs/${page}`;
};

/** The text of each file, by path. */
const generated = new Map<string, () => string | Promise<string>>([
  ['.env.example', environmentExample],
  ...Object.entries(schemaPages).map(([name, text]) => [`docs/schema/${name}`, text] as const),
  ...Object.entries(tables).map(([name, text]) => {
    const path = pageWith(name);
    const page = async (): Promise<string> => {
      const table = await text();
      return readText(path).replace(
        between(name),
        (_all, before: string, after: string) => `${before}\n${table}\n${after}`,
      );
    };
    return [path, page] as const;
  }),
]);

describe('`npm run docs` updates', () => {
  it.each([...generated])('%s from the code', async (path, textOf) => {
    const text = await textOf();
    if (process.env['UPDATE_DOCS'] === '1') {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    expect(readText(path)).toBe(text);
  });

  it('each page of docs/schema', () => {
    expect(readdirSync('docs/schema').sort()).toEqual(Object.keys(schemaPages).sort());
  });
});
