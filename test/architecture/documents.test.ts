/** The documents about settings and errors match the code. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { settings } from '../../src/config/settings.js';
import { errorTexts } from '../../src/errors/error-codes.js';
import { readText } from '../support/source-files.js';

/** prettier pads the columns of tables. */
const unpadded = (path: string): string => readText(path).replace(/ {2,}/g, ' ');
const readme = unpadded('README.md');
const settingsPage = unpadded('src/config/README.md');

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
  it.each(Object.keys(errorTexts))('%s is in the table of the README', (code) => {
    expect(readme).toMatch(new RegExp(`^\\| \`${code}\` \\|`, 'm'));
  });
});

describe('the README', () => {
  it('stays under 300 lines', () => {
    expect(readme.split('\n').length).toBeLessThan(300);
  });

  it('has no broken links', () => {
    const targets = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target = '']) => target);
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets) expect(readText(target).length).toBeGreaterThan(0);
  });
});

describe('the table of the bench', () => {
  const [, shown = ''] = /<!-- bench -->([\s\S]*?)<!-- \/bench -->/.exec(readme) ?? [];

  it('has its markers, which `npm run bench -- --publish` fills', () => {
    expect(shown).toMatch(/No run has been published yet|^\| ours \|/m);
  });

  it('is that of the published run', () => {
    const runs = ['test/bench/published-run.json'].filter((path) => existsSync(path));
    const dates = runs.map((path) => (JSON.parse(readText(path)) as { date: string }).date.slice(0, 10));
    expect(shown.match(/^\d{4}-\d\d-\d\d/gm) ?? []).toEqual(dates);
  });
});
