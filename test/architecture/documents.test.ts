/** The documents about settings and errors match the code. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { settings } from '../../src/config/settings.js';
import { errorTexts } from '../../src/errors/error-codes.js';
import { readText } from '../support/source-files.js';

/** prettier pads the columns of tables. */
const unpadded = (path: string): string => readText(path).replace(/ {2,}/g, ' ');
const readme = unpadded('README.md');
const settingsPage = unpadded('docs/settings.md');
const errorsPage = unpadded('docs/errors.md');
const performancePage = unpadded('docs/performance.md');

const pages = readdirSync('docs').filter((name) => name.endsWith('.md'));

describe('settings', () => {
  it.each(Object.entries(settings))(
    '%s is in the list of settings and in .env.example, with its default',
    (name, { defaultText }) => {
      const row = settingsPage.split('\n').find((line) => line.startsWith(`| \`${name}\``));
      expect(row).toContain(`| ${defaultText} |`);
      expect(readText('.env.example')).toContain(`# Default: ${defaultText}\n# ${name}=\n`);
    },
  );

  it('that do not exist are not documented', () => {
    const documented = [...settingsPage.matchAll(/^\| `([A-Z][A-Z_]+)` \|.*\|.*\|$/gm)].map(([, name = '']) => name);
    expect(documented.filter((name) => !(name in settings))).toEqual([]);
    expect(documented.length).toBeGreaterThan(20);
  });
});

describe('error codes', () => {
  it.each(Object.keys(errorTexts))('%s is in the table of the errors', (code) => {
    expect(errorsPage).toMatch(new RegExp(`^\\| \`${code}\` \\|`, 'm'));
  });
});

describe('the README', () => {
  it('has at most 700 words, and no line over 240 characters but the request', () => {
    const prose = readme.replace(/```[^]*?```/g, '');
    expect(readme.split(/\s+/).length).toBeLessThanOrEqual(700);
    expect(prose.split('\n').filter((line) => line.length > 240)).toEqual([]);
  });
});

describe('the pages', () => {
  it.each(['README.md', ...pages.map((page) => `docs/${page}`)])('%s has no broken links', (path) => {
    const links = readText(path).matchAll(/(?:\]\(|src(?:set)?=")(?!https?:)([^)#"]+)/g);
    const targets = [...links].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(join(path, '..', target)))).toEqual([]);
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
    expect(shown).toMatch(/No run has been published yet|^\| ours \|/m);
  });

  it('is that of the published run', () => {
    const runs = ['test/bench/published-run.json'].filter((path) => existsSync(path));
    const dates = runs.map((path) => (JSON.parse(readText(path)) as { date: string }).date.slice(0, 10));
    expect(shown.match(/^\d{4}-\d\d-\d\d/gm) ?? []).toEqual(dates);
  });
});
