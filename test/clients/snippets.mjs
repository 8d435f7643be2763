/**
 * Imports the code of docs/apollo.md, urql.md and relay.md, which is in snippets/. Those of Relay as a bundler would make them: with relay-compiler's
 * artifacts in place of graphql`…`.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import relayBinary from 'relay-compiler';
import { printApiSdl } from '../../dist/subgraph/print-sdl.js';

const packages = new URL('node_modules/', import.meta.url);
const ours = new URL('superoffice-chat-graphql-client', packages);
if (!existsSync(ours)) symlinkSync(new URL('../../dist/client', import.meta.url), ours);

const relayConfig = { src: './src', schema: './schema.graphql', language: 'javascript', eagerEsModules: true };
const frontends = { exposeSessionKey: false, mutations: true, admin: true };

/** What Relay's Babel plugin does, and what bundlers do with CommonJS and with names of files. */
function bundled(text) {
  const artifacts = [...text.matchAll(/graphql`\s*\w+ (\w+)/g)].map(([, name]) => name);
  const imports = artifacts.map((name) => `import ${name} from './__generated__/${name}.graphql.js';\n`).join('');
  const code = text
    .replace(/graphql`\s*\w+ (\w+)[^`]*`/g, '$1')
    .replace(/^import \{([^}]*)\} from 'react-relay';$/m, "import commonJs from 'react-relay';\nconst {$1} = commonJs;")
    .replace(/\.graphql'/g, ".graphql.js'");
  return `${imports}${code}`;
}

/**
 * @param schema default: as for frontends
 * @param extension a schema extension; default: none
 * @returns the modules of snippets/relay by their name
 */
export async function compileForRelay({ schema = printApiSdl(frontends), extension = '' } = {}) {
  const folder = pathToFileURL(`${mkdtempSync(join(tmpdir(), 'relay-'))}/`);
  const sources = new URL('src/', folder);
  cpSync(new URL('snippets/relay/', import.meta.url), sources, { recursive: true });
  const names = readdirSync(sources);
  symlinkSync(packages, new URL('node_modules', folder));
  mkdirSync(new URL('extensions/', folder));
  for (const [name, text] of Object.entries({
    'schema.graphql': schema,
    'extensions/relay.graphql': extension,
    'package.json': '{"type":"module"}',
    'relay.config.json': JSON.stringify({ ...relayConfig, schemaExtensions: extension ? ['./extensions'] : [] }),
  }))
    writeFileSync(new URL(name, folder), text);
  execFileSync(relayBinary, ['relay.config.json'], { cwd: folder, stdio: 'pipe' });
  for (const name of readdirSync(sources, { recursive: true }).filter((path) => path.endsWith('.js'))) {
    const file = new URL(name, sources);
    writeFileSync(file, bundled(readFileSync(file, 'utf8')));
  }
  const modules = {};
  for (const name of names) modules[name.replace('.js', '')] = await import(new URL(name, sources));
  rmSync(folder, { recursive: true });
  return modules;
}

let relay;

/** @returns the module of `apollo/conversation`, for example */
export async function snippet(path) {
  const [client, name] = path.split('/');
  if (client !== 'relay') return import(`./snippets/${path}.mjs`);
  relay ??= await compileForRelay();
  return relay[name];
}
