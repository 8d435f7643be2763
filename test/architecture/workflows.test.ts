/** The workflows of GitHub cannot be run here: the scripts, files and settings that they name are there. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readText, root } from '../support/source-files.js';

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

interface Job {
  readonly uses?: string;
  readonly needs?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
}

const workflow = (name: string) => parse(readText(`.github/workflows/${name}.yml`)) as Workflow; // as GitHub documents it
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const { scripts } = JSON.parse(readText('package.json')) as { scripts: Readonly<Record<string, string>> }; // our own file
const stepsOf = (name: string): readonly Step[] =>
  Object.values(workflow(name).jobs).flatMap(({ steps = [] }) => steps);

describe.each(['ci', 'release'])('the workflow %s', (name) => {
  it('runs scripts that there are', () => {
    const commands = stepsOf(name).map(({ run = '' }) => run);
    for (const [, script = ''] of commands.join('\n').matchAll(/npm run (\S+)/g))
      expect(scripts).toHaveProperty([script]);
    for (const [path] of commands.join('\n').matchAll(/^\.ci\/run/gm)) expect(existsSync(join(root, path))).toBe(true);
  });

  it('uses actions by their versions', () => {
    for (const { uses } of stepsOf(name)) if (uses) expect(uses).toMatch(/^[\w-]+\/[\w-]+@v\d+$/);
  });
});

describe('a release', () => {
  const { jobs } = workflow('release');

  it('is published after everything that CI runs', () => {
    expect(jobs['test']?.uses).toBe('./.github/workflows/ci.yml');
    expect(workflow('ci').on).toHaveProperty('workflow_call');
    expect([jobs['packages']?.needs, jobs['image']?.needs]).toEqual(['test', 'test']);
  });

  it('has provenance of both packages, and a signed image with its SBOM', () => {
    const published = (jobs['packages']?.steps ?? []).flatMap(({ run = '' }) =>
      run.startsWith('npm publish') ? [run] : [],
    );
    expect(published).toHaveLength(2);
    for (const command of published) expect(command).toContain('--provenance');
    for (const job of ['packages', 'image']) expect(jobs[job]?.permissions).toMatchObject({ 'id-token': 'write' });
    const build = jobs['image']?.steps?.find(({ uses = '' }) => uses.startsWith('docker/build-push-action'));
    expect(build?.with).toMatchObject({ sbom: true, provenance: 'mode=max' });
    expect(jobs['image']?.steps?.at(-1)?.run).toContain('cosign sign');
  });
});
