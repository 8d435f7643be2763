/** The floors of src/ (see src/README.md): imports point down, and each place leaves certain things to others. */
import { posix } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { sourceFiles } from '../support/source-files.js';

/** From the ground up; what shares a number is one floor. */
const floors: Readonly<Record<string, number>> = {
  base: 0,
  contract: 0,
  config: 0,
  errors: 0,
  observability: 0,
  superoffice: 1,
  entities: 2,
  catalog: 2,
  loaders: 2,
  'context.ts': 3,
  generated: 3,
  execution: 3,
  plan: 3,
  'client-policies': 3,
  resolvers: 3,
  subgraph: 3,
  server: 4,
  doctor: 4,
  'gateway-or-demo.ts': 4,
  cli: 4,
  'create-gateway.ts': 5,
  'index.ts': 5,
};

/** Neighbours that do not know each other, and the side building that only the edge may enter. */
const strangers: readonly (readonly [from: string, to: string])[] = [
  ['loaders', 'entities'],
  ['entities', 'loaders'],
  ['entities', 'catalog'],
  ['catalog', 'loaders'],
  ['plan', 'execution'],
  ['plan', 'loaders'],
  ['plan', 'catalog'],
  ['plan', 'resolvers'],
  ['execution', 'superoffice'],
  ['execution', 'resolvers'],
  ['execution', 'entities'],
  ['execution', 'loaders'],
  ['server', 'cli'],
  ['doctor', 'cli'],
  ['doctor', 'server'],
];

const placeOf = (path: string): string => path.split('/')[1] ?? '';

const imports = sourceFiles('src').flatMap(({ path, text }) =>
  [...text.matchAll(/(?:from|import) '(\.[^']+)'/g)].map(([, target = '']) => ({
    from: path,
    to: posix.join(posix.dirname(path), target),
  })),
);

describe('imports', () => {
  it('are found', () => expect(imports.length).toBeGreaterThan(100));

  it('point down or stay on their floor', () => {
    const upward = imports.filter(({ from, to }) => {
      const [own, other] = [floors[placeOf(from)], floors[placeOf(to)]];
      return own !== undefined && other !== undefined && other > own;
    });
    expect(upward).toEqual([]);
  });

  it('are of places that have a floor', () => {
    const places = new Set(imports.map(({ from }) => placeOf(from)));
    expect([...places].filter((place) => place !== 'emulator' && floors[place] === undefined)).toEqual([]);
  });

  it('do not join strangers', () => {
    const joined = imports.filter(({ from, to }) =>
      strangers.some(([own, other]) => placeOf(from) === own && placeOf(to) === other),
    );
    expect(joined).toEqual([]);
  });

  it('leave the emulator an independent witness, known to the edge and the door only', () => {
    const crossing = imports.filter(({ from, to }) => (placeOf(from) === 'emulator') !== (placeOf(to) === 'emulator'));
    const forbidden = crossing.filter(({ from, to }) => {
      if (placeOf(from) === 'emulator') return !to.startsWith('src/contract/'); // what SuperOffice publishes
      return !['cli', 'gateway-or-demo.ts', 'index.ts'].includes(placeOf(from));
    });
    expect(forbidden).toEqual([]);
  });

  it('go round in no circle', () => {
    const targets = new Map<string, string[]>();
    for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to.replace(/\.js$/, '.ts')]);
    const finished = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      if (trail.includes(file) || finished.has(file)) return;
      for (const target of targets.get(file) ?? []) visit(target, [...trail, file]);
      finished.add(file);
    };
    [...targets.keys()].forEach((file) => visit(file, []));
    // A type may name its neighbour's type: those circles vanish when TypeScript is compiled.
    expect(circles.filter((circle) => !isOfTypesOnly(circle))).toEqual([]);
  });
});

function isOfTypesOnly(circle: string): boolean {
  const files = circle.split(' → ');
  return files.slice(0, -1).some((from, index) => {
    const text = sourceFiles('src').find(({ path }) => path === from)?.text ?? '';
    const name = posix.basename(files[index + 1] ?? '', '.ts');
    return new RegExp(`import type [^;]*/${name}\\.js'`).test(text);
  });
}

describe('what a place never contains', () => {
  it.each([
    ['src/errors', /from 'graphql'/],
    ['src/superoffice', /from '(graphql|dataloader)'/],
    ['src/entities', /\basync\b|\bawait\b|from 'node:(fs|http|net)'|from '(got|graphql)'/],
    ['src/plan', /\$select|GetChat|from '(got|dataloader)'/],
    ['src/loaders', /from 'graphql'|\bhttp\b|\bstatus\b/i],
    ['src/resolvers', /from '(got|dataloader)'|\bprocess\b|catch \(/],
    ['src', /\bfrom 'got'(?![\s\S]*Transport)/],
  ])('%s: %s', (folder, forbidden) => {
    const files = sourceFiles(folder);
    expect(files.length).toBeGreaterThan(0);
    const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(files.filter(({ text }) => forbidden.test(withoutComments(text))).map(({ path }) => path)).toEqual([]);
  });

  it('the environment, the clock and randomness are each read in one file', () => {
    const readers = (pattern: RegExp): string[] =>
      sourceFiles('src')
        .filter(({ path, text }) => !path.startsWith('src/emulator/') && pattern.test(text.replace(/^ ?\*.*$/gm, '')))
        .map(({ path }) => path);
    expect(readers(/process\.env\b/).filter((path) => path !== 'src/config/environment.ts')).toEqual([]);
    expect(readers(/Date\.now\(|performance\.now\(/)).toEqual(['src/base/clock.ts']);
    expect(readers(/Math\.random\(|randomUUID\(/)).toEqual(['src/base/randomness.ts']);
  });
});
