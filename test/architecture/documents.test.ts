/** The documents have no broken links, and are in the table of contents. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readText } from '../support/source-files.js';

const readme = readText('README.md');
const performancePage = readText('docs/performance.md');
const pages = readdirSync('docs').filter((name) => name.endsWith('.md'));
const allPages = [
  'README.md',
  ...readdirSync('docs', { recursive: true }).map((name) => `docs/${String(name)}`),
].filter((path) => path.endsWith('.md'));

/** The anchors that GitHub gives to the headings of a page. */
const anchorsOf = (path: string): readonly string[] =>
  [...readText(path).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/\]\([^)]*\)|[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );

describe('the README', () => {
  it('has at most 700 words, and no line over 240 characters but the request', () => {
    const prose = readme.replace(/```[^]*?```/g, '');
    expect(readme.split(/\s+/).length).toBeLessThanOrEqual(700);
    expect(prose.split('\n').filter((line) => line.length > 240)).toEqual([]);
  });
});

describe('the pages', () => {
  it.each(allPages)('%s has no broken links', (path) => {
    const links = readText(path).matchAll(/(?:\]\(|src(?:set)?=")(?!https?:)([^)#"]+)/g);
    const targets = [...links].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(join(path, '..', target)))).toEqual([]);
  });

  it.each(allPages)('%s links to headings that there are', (path) => {
    const links = [...readText(path).matchAll(/\]\(([\w./-]*\.md)?#([^)]+)\)/g)];
    const broken = links.filter(
      ([, page, anchor = '']) => !anchorsOf(page ? join(path, '..', page) : path).includes(anchor),
    );
    expect(broken.map(([link]) => link)).toEqual([]);
  });

  it('are all in the table of contents', () => {
    const contents = readText('docs/README.md');
    expect(pages.filter((page) => page !== 'README.md' && !contents.includes(`](${page})`))).toEqual([]);
  });
});

/** The pages of clients have the code that test:clients runs. */
describe('snippets', () => {
  const folder = 'test/clients/snippets';
  const files = readdirSync(folder).flatMap((client) =>
    readdirSync(join(folder, client)).map((name) => join(client, name)),
  );

  it.each(files)('%s is in the page of its client', (file) => {
    const code = readText(join(folder, file)).replace(/^\/\*\*[^]*?\*\/\n/, '');
    expect(readText(`docs/${dirname(file)}.md`)).toContain(`\n\`\`\`js\n${code}\`\`\`\n`);
  });
});

describe('the table of the bench', () => {
  const [, shown = ''] = /<!-- bench -->([\s\S]*?)<!-- \/bench -->/.exec(performancePage) ?? [];

  it('has its markers, which `npm run bench -- --publish` fills', () => {
    expect(shown).toMatch(/No run has been published yet|^\| ours +\|/m);
  });

  it('is that of the published run', () => {
    const runs = ['test/bench/published-run.json'].filter((path) => existsSync(path));
    const dates = runs.map((path) => (JSON.parse(readText(path)) as { date: string }).date.slice(0, 10));
    expect(shown.match(/^\d{4}-\d\d-\d\d/gm) ?? []).toEqual(dates);
  });
});
