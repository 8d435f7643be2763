/**
 * Third step of `npm run build`: the package for frontends in dist/client, without dependencies and without the server. Published by
 * `npm publish ./dist/client`. Types exist twice, because TypeScript reads those of ES modules and of CommonJS by different rules.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const from = 'dist/client-policies';
const to = 'dist/client';
const { version, license, engines } = JSON.parse(readFileSync('package.json', 'utf8'));

const entry = `export * from './client-policies/index.js';\nexport { errorCodes } from './errors/error-codes.js';\n`;

/** @param {'esm' | 'cjs'} format @param {string} outfile */
const bundle = (format, outfile) =>
  build({
    stdin: { contents: entry, resolveDir: 'dist' },
    bundle: true,
    format,
    outfile,
    target: 'es2020',
    legalComments: 'none',
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
  const index = readFileSync(`${folder}/index${suffix}`, 'utf8');
  const more = `export { errorCodes, type ErrorCode, type ErrorExtensions } from './error-codes.${extension}';\n`;
  writeFileSync(`${folder}/index${suffix}`, index + more);
}

await Promise.all([bundle('esm', `${to}/esm/index.js`), bundle('cjs', `${to}/cjs/index.cjs`)]);
writeTypes(`${to}/esm`, 'js');
writeTypes(`${to}/cjs`, 'cjs');
copyFileSync('LICENSE', `${to}/LICENSE`);
copyFileSync('src/generated/api.graphql', `${to}/api.graphql`);
writeFileSync(
  `${to}/README.md`,
  `# superoffice-chat-graphql-client

Cache policies of Apollo Client, urql's graphcache and Relay for [superoffice-chat-graphql](https://www.npmjs.com/package/superoffice-chat-graphql), its error codes,
and its schema for codegen (\`superoffice-chat-graphql-client/api.graphql\`). No dependencies.

\`\`\`js
import { typePolicies, keys, resolvers, updates, getDataID, missingFieldHandlers, errorCodes } from 'superoffice-chat-graphql-client';
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
      keywords: ['superoffice', 'chat', 'graphql', 'apollo-client', 'urql', 'relay'],
      type: 'module',
      engines,
      sideEffects: false,
      main: './cjs/index.cjs',
      module: './esm/index.js',
      types: './cjs/index.d.cts',
      exports: {
        '.': {
          import: { types: './esm/index.d.ts', default: './esm/index.js' },
          require: { types: './cjs/index.d.cts', default: './cjs/index.cjs' },
        },
        './api.graphql': './api.graphql',
        './package.json': './package.json',
      },
    },
    null,
    2,
  )}\n`,
);
