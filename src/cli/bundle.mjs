/**
 * `npm run build`, after the compiler: the command line as a few files with all that it needs, which start in half the time of 1,400 modules.
 * What the package exports stays as the compiler wrote it.
 */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const folder = 'dist/cli';

/** Not bundled: files that are served, and what an SDK for traces has to share with us. */
const external = ['altair-static', '@opentelemetry/api'];

/** Packages that are CommonJS ask for node's modules by `require`. */
const banner = `import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);`;

/** Parts of packages that would be loaded for nothing, a tenth of the time until the first response. */
const standIns = new Map([
  ['http2-wrapper', 'export default {};'], // got's: makes a TLS socket as it is loaded; HTTP/2 is not spoken here
  [
    'undici', // all but fetch and what belongs to it
    `export { default as Client } from 'undici/lib/dispatcher/client.js';
     export { default as buildConnector } from 'undici/lib/core/connect.js';`,
  ],
]);

/** @type {import('esbuild').Plugin} */
const leaveOut = {
  name: 'leave-out',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(http2-wrapper|undici)$/ }, ({ path }) => ({ path, namespace: 'stand-in' }));
    onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path }) => ({
      contents: standIns.get(path) ?? '',
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
  splitting: true, // a chunk for each command
  chunkNames: '[name]-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external,
  banner: { js: banner },
  plugins: [leaveOut],
  minifyWhitespace: true, // less to read at the start
  legalComments: 'none', // LICENSES.txt has them all
  sourcemap: true,
  metafile: true,
  logLevel: 'warning',
});

const written = new Set(Object.keys(metafile.outputs));
for (const path of compiled.map((name) => join(folder, name)))
  if (!written.has(path)) rmSync(path, { recursive: true, force: true }); // it is in the bundle
for (const path of [...written].filter((name) => name.endsWith('.map'))) {
  const map = JSON.parse(readFileSync(path, 'utf8'));
  const sourcesContent = map.sourcesContent.map((content) => content ?? ''); // a package may lack what its own maps name
  writeFileSync(path, JSON.stringify({ ...map, sourcesContent }));
}
const packages = [...new Set(Object.keys(metafile.inputs).flatMap((path) => packageOf(path) ?? []))].sort();
writeFileSync(join(folder, 'LICENSES.txt'), packages.map(licenceOf).join('\n----\n\n'));

// server/ide/ide-routes reads these files from the folder of its own code, which is compiled and bundled.
for (const page of ['dist/server/ide/page', join(folder, 'page')])
  cpSync('src/server/ide/page', page, { recursive: true, filter: (path) => !path.endsWith('tsconfig.json') });
