/** The layers of src/ (see src/README.md): imports point down, and each folder leaves certain things to others. */
import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readText, root, sourceFiles } from '../support/source-files.js';

/** From the lowest; folders and files that share a number are one layer. */
const layers: Readonly<Record<string, number>> = {
  base: 0,
  signals: 1,
  config: 1,
  contract: 1,
  errors: 1,
  observability: 1,
  http: 2,
  superoffice: 3,
  entities: 4,
  catalog: 5,
  loaders: 6,
  plan: 6,
  execution: 7,
  'context.ts': 8,
  live: 8,
  redis: 8,
  generated: 9,
  'client-policies': 9,
  resolvers: 9,
  subgraph: 9,
  server: 10,
  explain: 11,
  doctor: 11,
  'gateway-or-demo.ts': 11,
  cli: 12,
  'create-gateway.ts': 12,
  'index.ts': 13,
};

/** Neighbours that may not import each other. */
const separated: readonly (readonly [from: string, to: string])[] = [
  ['loaders', 'entities'],
  ['plan', 'loaders'],
  ['plan', 'catalog'],
  ['loaders', 'plan'],
  ['execution', 'superoffice'],
  ['execution', 'entities'],
  ['execution', 'loaders'],
  ['execution', 'catalog'],
  ['explain', 'doctor'],
  ['doctor', 'server'],
];

const folderOf = (path: string): string => path.split('/')[1] ?? '';

const imports = sourceFiles('src').flatMap(({ path, text }) =>
  [...text.matchAll(/(?:from|import) '(\.[^']+)'/g)].map(([, target = '']) => ({
    from: path,
    to: posix.join(posix.dirname(path), target),
  })),
);

describe('imports', () => {
  it('are found', () => expect(imports.length).toBeGreaterThan(100));

  it('point down or stay in their layer', () => {
    const upward = imports.filter(({ from, to }) => {
      const [own, other] = [layers[folderOf(from)], layers[folderOf(to)]];
      return own !== undefined && other !== undefined && other > own;
    });
    expect(upward).toEqual([]);
  });

  it('are of folders that have a layer', () => {
    const folders = new Set(imports.map(({ from }) => folderOf(from)));
    expect([...folders].filter((folder) => folder !== 'emulator' && layers[folder] === undefined)).toEqual([]);
  });

  it('do not join separated folders', () => {
    const joined = imports.filter(({ from, to }) =>
      separated.some(([own, other]) => folderOf(from) === own && folderOf(to) === other),
    );
    expect(joined).toEqual([]);
  });

  it('keep the emulator independent: only entry points import it', () => {
    const crossing = imports.filter(
      ({ from, to }) => (folderOf(from) === 'emulator') !== (folderOf(to) === 'emulator'),
    );
    const forbidden = crossing.filter(({ from, to }) => {
      if (folderOf(from) === 'emulator') return !to.startsWith('src/contract/'); // what SuperOffice publishes
      return !['cli', 'gateway-or-demo.ts', 'index.ts'].includes(folderOf(from));
    });
    expect(forbidden).toEqual([]);
  });

  it('have no cycles', () => {
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

describe('what a folder never contains', () => {
  it.each([
    ['src/base', /from '\.\.\//],
    ['src/errors', /from 'graphql'/],
    ['src/http', /from 'graphql'|GetChat|Agents\/|\$select/],
    ['src/superoffice', /from '(graphql|dataloader)'/],
    ['src/entities', /\basync\b|\bawait\b|from 'node:(fs|http|net)'|from '(got|graphql)'/],
    ['src/catalog', /\basync\b|\bawait\b|from '(node:|graphql'|got'|undici')/],
    ['src/plan', /\$select|GetChat|from '(got|dataloader)'|from '\.\.\/(catalog|loaders)\//],
    ['src/loaders', /from 'graphql'|\bhttp\b|\bstatus\b|from '\.\.\/(plan|entities)\//i],
    ['src/execution', /from '\.\.\/(superoffice|entities|catalog|loaders)\/|\bChat[A-Z]/],
    ['src/signals', /from '(graphql|node:http)'/],
    ['src/live', /from 'node:http'|\b(websocket|sse|multipart)\b/i],
    ['src/resolvers', /from '(got|dataloader)'|\bprocess\b|catch \(/],
    ['src/explain', /from '(got|undici)'|from '\.\.\/(http|doctor)\//],
    ['src/server', /entities\/(conversions|date-time|enums)/],
  ])('%s: %s', (folder, forbidden) => {
    const files = sourceFiles(folder);
    expect(files.length).toBeGreaterThan(0);
    const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(files.filter(({ text }) => forbidden.test(withoutComments(text))).map(({ path }) => path)).toEqual([]);
  });

  it('got and undici are imported in src/http only', () => {
    const importing = sourceFiles('src').filter(({ text }) => /from '(got|undici)'/.test(text));
    expect(importing.length).toBeGreaterThan(0);
    expect(importing.map(({ path }) => path).filter((path) => !path.startsWith('src/http/'))).toEqual([]);
  });

  it("schema: SuperOffice's spelling of fields, definitions of federation", () => {
    const files = readdirSync(join(root, 'schema')).map((name) => readText(`schema/${name}`));
    const withoutDescriptions = files.map((text) => text.replace(/"""[\s\S]*?"""/g, ''));
    expect(
      withoutDescriptions.filter((text) => /^ {2}[A-Z]\w*(\(|: \w)|^directive @(?!fetchable)|\b_Any\b/m.test(text)),
    ).toEqual([]);
  });

  it('is listed in src/README.md, folder by folder', () => {
    const listed = [...readText('src/README.md').matchAll(/^\| `(\w+)\/` +\|/gm)].map(([, folder]) => folder);
    const checked = [
      'base',
      'errors',
      'http',
      'superoffice',
      'entities',
      'catalog',
      'plan',
      'loaders',
      'signals',
      'live',
      'execution',
    ];
    expect(listed).toEqual([...checked, 'resolvers', 'explain', 'server', 'schema']);
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
