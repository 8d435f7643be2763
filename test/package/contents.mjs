/** The contents of the tarball: by name, by publint, and by Are The Types Wrong. */
import { posix } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

/**
 * The package is ESM only: Node resolves `require` of it (from 20.19 on), and resolution without `exports` (node10) finds nothing.
 * These two are by design; every other finding fails.
 */
const byDesign = [
  ({ kind }) => kind === 'CJSResolvesToESM',
  ({ kind, resolutionKind }) => kind === 'NoResolution' && resolutionKind === 'node10',
];

/** Source maps whose sources are neither in them nor in the package: debuggers cannot find them. */
function mapsThatPointOutside({ names, textOf }) {
  return names
    .filter((name) => name.endsWith('.map'))
    .filter((name) => {
      const { sources, sourcesContent = [] } = JSON.parse(textOf(name));
      const isInPackage = (source) => names.includes(posix.join(posix.dirname(name), source));
      return sources.some((source, index) => typeof sourcesContent[index] !== 'string' && !isInPackage(source));
    });
}

/** The paths in `exports`. */
const exportedFiles = (entry) => (typeof entry === 'string' ? [entry] : Object.values(entry).flatMap(exportedFiles));

/** Modules for browsers, which import nothing of Node and no other package. */
const forBrowsers = ['./error-codes', './client-policies'];

/** Imports of a module, and of all that it imports, from outside the package. */
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
  check('publint reports nothing', texts, []);

  const excludeEntrypoints = [/\.graphql$/]; // text files, not modules
  const { problems } = await checkPackage(createPackageFromTarballData(new Uint8Array(buffer)), { excludeEntrypoints });
  const wrong = problems.filter((problem) => !byDesign.some((isExpected) => isExpected(problem)));
  check('Are The Types Wrong reports only "ESM only"', wrong, []);
}

export async function checkContents(tarball, check) {
  const { names, textOf, bytes } = tarball;
  const top = [...new Set(names.map((name) => name.split('/')[0]))].sort();
  check('the root of the package', top, ['LICENSE', 'README.md', 'dist', 'package.json', 'schema', 'src']);
  const generated = [
    'src/generated/api.graphql',
    'src/generated/subgraph.graphql',
    'src/observability/alert-rules.yaml',
  ];
  check(
    'of src/ only what readers need',
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
  check('every export exists', missing, []);
  for (const name of forBrowsers) {
    check(`${name} imports nothing that a browser lacks`, foreignImports(tarball, exports[name].default.slice(2)), []);
  }
  check(
    'the bin starts with its interpreter',
    textOf('dist/cli/main.js').split('\n')[0],
    '#!/usr/bin/env -S node --max-semi-space-size=32 --no-memory-reducer',
  );
  await checkByTools(bytes, check);
  process.stdout.write(`        ${names.length} files, ${Math.round(bytes.length / 1024)} KiB packed\n`);
}
