/** All installed and bundled packages have a licence that requires no more than a notice. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readText, root } from '../support/source-files.js';

const allowed = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0']);

/** An SPDX expression: all of its parts, or one where it offers a choice. */
function isAllowed(licence: unknown): boolean {
  const parts = String(licence).replace(/^\(|\)$/g, '');
  return parts.includes(' OR ')
    ? parts.split(' OR ').some((part) => allowed.has(part))
    : parts.split(' AND ').every((part) => allowed.has(part));
}

interface Installed {
  readonly version: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly license?: string;
}

const { packages } = JSON.parse(readText('package-lock.json')) as { packages: Record<string, Installed> }; // npm's own
const production = Object.entries(packages).filter(
  ([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional,
);

/** According to the package itself; the lock file may differ. */
const licenceOf = (path: string): unknown => JSON.parse(readText(join(path, 'package.json'))).license;

describe('licences', () => {
  it('of all production dependencies are on the list', () => {
    expect(production.length).toBeGreaterThan(100);
    const others = production.map(([path]) => [path, licenceOf(path)]).filter(([, licence]) => !isAllowed(licence));
    expect(others).toEqual([]);
  });

  it('are those of the lock file', () => {
    const differing = production.filter(([path, { license }]) => license !== undefined && license !== licenceOf(path));
    expect(differing.map(([path]) => path)).toEqual([]);
  });

  it('of bundled packages are next to the bundle, each with its text', () => {
    const parts = readText('dist/cli/LICENSES.txt').split('\n----\n\n');
    const bundled = parts.map((part) => /^(\S+) \S+: (.*)\n\n([^]*)$/.exec(part) ?? []);
    expect(bundled.map(([, name, licence]) => [name, licence]).filter(([, licence]) => !isAllowed(licence))).toEqual(
      [],
    );
    expect(bundled.filter(([, , , text = '']) => text.length < 100).map(([, name]) => name)).toEqual([]);
    const names = bundled.map(([, name]) => name);
    expect(names).toEqual(expect.arrayContaining(['@apollo/server', 'fastify', 'got', 'graphql', 'pino', 'undici']));
    expect(readdirSync(join(root, 'dist/cli')).filter((name) => name.endsWith('.js')).length).toBeGreaterThan(3);
  });
});
