/** What is in the tarball, and what is not: by name, by publint, and by Are The Types Wrong. */
import { posix } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

/**
 * The package is ESM only: `require` of it is node's own affair (it works from node 20.19 on), and resolution as before `exports`
 * (node10) finds nothing. These two are by design; every other finding fails.
 */
const byDesign = [
  ({ kind }) => kind === 'CJSResolvesToESM',
  ({ kind, resolutionKind }) => kind === 'NoResolution' && resolutionKind === 'node10',
];

/** Maps whose sources are neither inside them nor beside them: debuggers would look for them in vain. */
function mapsThatPointOutside({ names, textOf }) {
  return names
    .filter((name) => name.endsWith('.map'))
    .filter((name) => {
      const { sources, sourcesContent = [] } = JSON.parse(textOf(name));
      const isHere = (source) => names.includes(posix.join(posix.dirname(name), source));
      return sources.some((source, index) => typeof sourcesContent[index] !== 'string' && !isHere(source));
    });
}

/** The paths that `exports` promises. */
const exportedFiles = (entry) => (typeof entry === 'string' ? [entry] : Object.values(entry).flatMap(exportedFiles));

/** What browsers load: nothing of node's, no other package. */
const forBrowsers = ['./error-codes', './client-policies'];

/** What a module of ours imports beyond our own files, through all that it imports. */
function foreignImports({ names, textOf }, file, seen = new Set()) {
  if (seen.has(file) || !names.includes(file)) return [];
  seen.add(file);
  return [...textOf(file).matchAll(/^(?:import\s*|(?:import|export)\b[^'"=(]*\bfrom\s*)['"]([^'"]+)['"]/gm)].flatMap(
    ([, target]) => {
      if (!target.startsWith('.')) return [`${file}: ${target}`];
      return foreignImports({ names, textOf }, posix.join(posix.dirname(file), target), seen);
    },
  );
}

async function checkByTools(bytes, check) {
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true });
  const texts = messages.map((message) => formatMessage(message, pkg, { color: false }));
  check('publint has nothing to say', texts, []);

  const excludeEntrypoints = [/\.graphql$/]; // texts, not modules
  const { problems } = await checkPackage(createPackageFromTarballData(new Uint8Array(buffer)), { excludeEntrypoints });
  const wrong = problems.filter((problem) => !byDesign.some((isExpected) => isExpected(problem)));
  check('Are The Types Wrong has nothing to say but "ESM only"', wrong, []);
}

export async function checkContents(tarball, check) {
  const { names, textOf, bytes } = tarball;
  const top = [...new Set(names.map((name) => name.split('/')[0]))].sort();
  check('the top of the package', top, ['LICENSE', 'README.md', 'dist', 'package.json', 'schema', 'src']);
  const generated = [
    'src/generated/api.graphql',
    'src/generated/subgraph.graphql',
    'src/observability/alert-rules.yaml',
  ];
  check(
    'of src/ only what is meant to be read',
    names.filter((name) => /^src\/.*(?<!-dashboard\.json)$/.test(name)).sort(),
    generated,
  );
  check(
    'no tests, no secrets',
    names.filter((name) => /(^|\/)(test|\.env|\.npmrc)|\.test\./.test(name)),
    [],
  );
  check('no map that points outside', mapsThatPointOutside(tarball), []);
  const { exports } = JSON.parse(textOf('package.json'));
  const missing = exportedFiles(exports).filter((path) => !names.includes(path.slice(2)));
  check('every export is there', missing, []);
  for (const name of forBrowsers) {
    check(`${name} imports nothing that a browser lacks`, foreignImports(tarball, exports[name].default.slice(2)), []);
  }
  check(
    'the bin begins with its interpreter',
    textOf('dist/cli/main.js').split('\n')[0],
    '#!/usr/bin/env -S node --max-semi-space-size=32 --no-memory-reducer',
  );
  await checkByTools(bytes, check);
  process.stdout.write(`        ${names.length} files, ${Math.round(bytes.length / 1024)} KiB packed\n`);
}
