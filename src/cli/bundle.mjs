/**
 * Second step of `npm run build`, after the compiler: bundles the command line into a few files, which start in half the time of
 * 1,400 modules. The exports of the package stay as the compiler wrote them.
 */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const folder = 'dist/cli';

/** Not bundled: the package whose files are served, the API whose instance a tracing SDK shares with the gateway, and what few gateways load. */
const external = ['altair-static', '@opentelemetry/api', '@redis/client'];

/** CommonJS packages load node's modules by `require`. */
const banner = `import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);`;

/** Replacements for parts of packages that are never used, but take a tenth of the time until the first response. */
const replacements = new Map([
  ['http2-wrapper', 'export default {};'], // a dependency of got: it creates a TLS socket at import; the gateway does not use HTTP/2
  [
    'undici', // without fetch and its modules
    `export { default as Client } from 'undici/lib/dispatcher/client.js';
     export { default as buildConnector } from 'undici/lib/core/connect.js';`,
  ],
]);

/** @type {import('esbuild').Plugin} */
const replaceUnused = {
  name: 'replace-unused',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(http2-wrapper|undici)$/ }, ({ path }) => ({ path, namespace: 'replacement' }));
    onLoad({ filter: /.*/, namespace: 'replacement' }, ({ path }) => ({
      contents: replacements.get(path) ?? '',
      resolveDir: process.cwd(),
    }));
  },
};

/** @param {string} path of a file in a package @returns {string | null} the package's folder */
function packageOf(path) {
  const [, found] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
  return found ?? null;
}

/** @param {string} path of a package */
function licenceOf(path) {
  const { name, version, license, author, homepage } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry));
  const holder = [author?.name ?? author, homepage].filter(Boolean).join(', ') || `the authors of ${name}`;
  const reference = `Copyright: ${holder}. The package comes without a text; https://spdx.org/licenses/${license}.html has it.`;
  const text = file ? readFileSync(join(path, file), 'utf8').trim() : reference;
  return `${name} ${version}: ${license}\n\n${text}\n`;
}

const compiled = readdirSync(folder, { recursive: true }).map(String);
const { metafile } = await build({
  entryPoints: [`${folder}/main.js`],
  outdir: folder,
  allowOverwrite: true,
  bundle: true,
  splitting: true, // one chunk per command
  chunkNames: '[name]-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external,
  banner: { js: banner },
  plugins: [replaceUnused],
  minifyWhitespace: true, // a smaller file starts faster
  legalComments: 'none', // they are in LICENSES.txt
  sourcemap: true,
  metafile: true,
  logLevel: 'warning',
});

const written = new Set(Object.keys(metafile.outputs));
for (const path of compiled.map((name) => join(folder, name)))
  if (!written.has(path)) rmSync(path, { recursive: true, force: true }); // the bundle contains it
for (const path of [...written].filter((name) => name.endsWith('.map'))) {
  const map = JSON.parse(readFileSync(path, 'utf8'));
  const sourcesContent = map.sourcesContent.map((content) => content ?? ''); // a source map of a package may name a file that the package lacks
  writeFileSync(path, JSON.stringify({ ...map, sourcesContent }));
}
const packages = [...new Set(Object.keys(metafile.inputs).flatMap((path) => packageOf(path) ?? []))].sort();
writeFileSync(join(folder, 'LICENSES.txt'), packages.map(licenceOf).join('\n----\n\n'));

// server/ide/ide-routes reads these files from the folder of its own code, which is compiled and bundled.
for (const page of ['dist/server/ide/page', join(folder, 'page')])
  cpSync('src/server/ide/page', page, { recursive: true, filter: (path) => !path.endsWith('tsconfig.json') });
