/**
 * Third step of `npm run build`: the package for frontends in dist/client, without dependencies and without the server. Published by
 * `npm publish ./dist/client`. Types exist twice, because TypeScript reads those of ES modules and of CommonJS by different rules.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const from = 'dist/client-policies';
const to = 'dist/client';
const { version, license, engines, repository, homepage, bugs } = JSON.parse(readFileSync('package.json', 'utf8'));

const entries = {
  index: `export * from './client-policies/index.js';\nexport { errorCodes } from './errors/error-codes.js';\n`,
  console: `export * from './generated/console.js';\n`,
};

/** @param {keyof typeof entries} name @param {'esm' | 'cjs'} format @param {string} outfile */
const bundle = (name, format, outfile) =>
  build({
    stdin: { contents: entries[name], resolveDir: 'dist' },
    bundle: true,
    format,
    outfile,
    target: 'es2020',
    legalComments: 'none',
  });

/** @param {string} name of an entry */
const exported = (name) => ({
  import: { types: `./esm/${name}.d.ts`, default: `./esm/${name}.js` },
  require: { types: `./cjs/${name}.d.cts`, default: `./cjs/${name}.cjs` },
});

/** The declarations, which import each other only. @param {string} folder @param {string} extension of modules: js or cjs */
function writeTypes(folder, extension) {
  mkdirSync(folder, { recursive: true });
  const suffix = extension === 'js' ? '.d.ts' : '.d.cts';
  const renamed = (text) =>
    text.replace(/(from '\.\/[\w-]+)\.js'/g, `$1.${extension}'`).replace(/^\/\/# sourceMappingURL.*$/gm, '');
  for (const file of readdirSync(from).filter((name) => name.endsWith('.d.ts'))) {
    const text = renamed(readFileSync(`${from}/${file}`, 'utf8'));
    writeFileSync(`${folder}/${file.replace(/\.d\.ts$/, suffix)}`, text);
  }
  const codes = renamed(readFileSync('dist/errors/error-codes.d.ts', 'utf8'));
  writeFileSync(`${folder}/error-codes${suffix}`, codes);
  const operations = readFileSync('dist/generated/console.d.ts', 'utf8').replace('../client-policies/', './');
  writeFileSync(`${folder}/console${suffix}`, renamed(operations));
  const index = readFileSync(`${folder}/index${suffix}`, 'utf8');
  const more = `export { errorCodes, type ErrorCode, type ErrorExtensions } from './error-codes.${extension}';\n`;
  writeFileSync(`${folder}/index${suffix}`, index + more);
}

for (const name of ['index', 'console']) {
  await bundle(name, 'esm', `${to}/esm/${name}.js`);
  await bundle(name, 'cjs', `${to}/cjs/${name}.cjs`);
}
writeTypes(`${to}/esm`, 'js');
writeTypes(`${to}/cjs`, 'cjs');
mkdirSync(`${to}/console`);
writeFileSync(`${to}/console/package.json`, '{ "main": "../cjs/console.cjs", "types": "../cjs/console.d.cts" }\n'); // without `exports`
copyFileSync('LICENSE', `${to}/LICENSE`);
const { printApiSdl } = await import('../../dist/subgraph/print-sdl.js');
const everything = { exposeSessionKey: false, mutations: true, subscriptions: true, admin: true };
writeFileSync(`${to}/api.graphql`, printApiSdl(everything));
const { consoleOperations: operations } = await import('../../dist/generated/console-operations.js');
const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations };
writeFileSync(`${to}/console-operations.json`, `${JSON.stringify(manifest, null, 2)}\n`);
writeFileSync(
  `${to}/README.md`,
  `# superoffice-chat-graphql-client

Cache policies of Apollo Client, urql's graphcache and Relay for [superoffice-chat-graphql](https://www.npmjs.com/package/superoffice-chat-graphql), its error codes,
and its schema for codegen (\`superoffice-chat-graphql-client/api.graphql\`). No dependencies.

\`\`\`js
import { typePolicies, keys, resolvers, updates, getDataID, missingFieldHandlers, errorCodes } from 'superoffice-chat-graphql-client';
import { StartPageDocument, PickUpDocument } from 'superoffice-chat-graphql-client/console'; // all operations of a chat console, typed
\`\`\`
`,
);
writeFileSync(
  `${to}/package.json`,
  `${JSON.stringify(
    {
      name: 'superoffice-chat-graphql-client',
      version,
      description:
        'Cache policies, error codes and schema for frontends of superoffice-chat-graphql, without dependencies.',
      license,
      repository, // like the next two: set by the release, from the repository that it runs in
      homepage,
      bugs,
      keywords: ['superoffice', 'chat', 'graphql', 'apollo-client', 'urql', 'relay'],
      type: 'module',
      engines,
      sideEffects: false,
      peerDependencies: { graphql: '^16.0.0' },
      peerDependenciesMeta: { graphql: { optional: true } },
      main: './cjs/index.cjs',
      module: './esm/index.js',
      types: './cjs/index.d.cts',
      exports: {
        '.': exported('index'),
        './console': exported('console'),
        './api.graphql': './api.graphql',
        './console-operations.json': './console-operations.json',
        './package.json': './package.json',
      },
    },
    null,
    2,
  )}\n`,
);
