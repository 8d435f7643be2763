/** The package for frontends: its tarball by the same tools without exceptions, its size, and its use as ES module, CommonJS and types. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { run } from './packed.mjs';

const built = fileURLToPath(new URL('../../dist/client/', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));
const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const exported = [
  ...['errorCodes', 'getDataID', 'keys', 'missingFieldHandlers', 'resolvers', 'typePolicies', 'updateConversations'],
  ...['updateSessionLists', 'updates'],
];

const uses = {
  'module.mjs': `import * as client from 'superoffice-chat-graphql-client';
    console.log(Object.keys(client).sort().join());`,
  'common.cjs': `const client = require('superoffice-chat-graphql-client');
    console.log(Object.keys(client).sort().join());`,
  'console.mjs': `import { PulseDocument } from 'superoffice-chat-graphql-client/console';
    console.log(PulseDocument.definitions[0].name.value);`,
  'console.cjs': `const { PulseDocument } = require('superoffice-chat-graphql-client/console');
    console.log(PulseDocument.definitions[0].name.value);`,
  'common.test.cjs': `const { typePolicies } = require('superoffice-chat-graphql-client');
    test('works in Jest', () => expect(typePolicies.Query).toBeDefined());`,
};

const typed = `import { typePolicies, errorCodes, type ErrorCode } from 'superoffice-chat-graphql-client';
import { PulseDocument, type PulseQuery } from 'superoffice-chat-graphql-client/console';
export const listed = (data: PulseQuery): string | undefined => data.myChatSessions?.[0]?.id;
type Result = ReturnType<NonNullable<typeof PulseDocument.__apiType>>;
export const same: (data: Result) => string | undefined = listed;
export const first: ErrorCode | undefined = errorCodes[0];
export const policies: object = typePolicies;
`;

async function checkTools(path, check) {
  const bytes = readFileSync(path);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true });
  check(
    'the client package: publint reports nothing',
    messages.map((message) => formatMessage(message, pkg, { color: false })),
    [],
  );
  const options = { excludeEntrypoints: [/\.(graphql|json)$/] };
  const { problems } = await checkPackage(createPackageFromTarballData(new Uint8Array(buffer)), options);
  check('the client package: Are The Types Wrong reports nothing', problems, []);
}

const resolutions = [
  ['NodeNext', 'NodeNext', 'typed.mts'],
  ['NodeNext', 'NodeNext', 'typed.cts'],
  ['ESNext', 'Bundler', 'typed.ts'],
  ['CommonJS', 'Node10', 'typed.ts'],
];

async function checkTypes(project, check) {
  for (const name of ['typed.mts', 'typed.cts', 'typed.ts']) writeFileSync(join(project, name), typed);
  for (const [module, moduleResolution, file] of resolutions) {
    const strict = { strict: true, exactOptionalPropertyTypes: true, noEmit: true, target: 'ES2022', types: [] };
    const compilerOptions = { module, moduleResolution, ...strict, ignoreDeprecations: '6.0' };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: [file] }));
    const { stdout } = await run('node', [join(root, 'node_modules/typescript/bin/tsc'), '--pretty', 'false'], project);
    check(`the client package: its types are valid in ${file} with ${moduleResolution}`, stdout, '');
  }
}

/** @param folder a temporary one */
export async function checkClient(folder, check) {
  const schema = readFileSync(join(built, 'api.graphql'), 'utf8');
  const roots = [...schema.matchAll(/^type (Query|Mutation|Subscription) /gm)].map(([, type]) => type);
  check('the client package: its schema has all that a gateway may serve', roots.sort(), [
    'Mutation',
    'Query',
    'Subscription',
  ]);
  const { code, stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], built);
  check('the client package is packed', code, 0);
  const [{ filename, unpackedSize }] = JSON.parse(stdout);
  check('the client package installs less than 1 MB', unpackedSize < 1_000_000, true);
  await checkTools(join(folder, filename), check);
  const project = join(folder, 'frontend');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'frontend', private: true }));
  for (const [name, text] of Object.entries(uses)) writeFileSync(join(project, name), text);
  const installed = await run('npm', ['install', '--no-audit', '--no-fund', join(folder, filename)], project);
  check('the client package installs, alone', [installed.code, /added 1 package/.test(installed.stdout)], [0, true]);
  for (const name of ['module.mjs', 'common.cjs']) {
    const used = await run('node', [name], project);
    check(`the client package: ${name} has its exports`, used.stdout.trim(), exported.join());
  }
  for (const name of ['console.mjs', 'console.cjs'])
    check(`the client package: ${name} has an operation`, (await run('node', [name], project)).stdout.trim(), 'Pulse');
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const tested = await run('node', [jest, '--rootDir', project, '--testRegex', 'common\\.test\\.cjs$'], project);
  check('the client package works in Jest with its defaults', [tested.code, /1 passed/.test(tested.stderr)], [0, true]);
  await run('npm', ['install', '--no-audit', '--no-fund', `graphql@${dependencies.graphql}`], project); // whose types the console has
  await checkTypes(project, check);
  process.stdout.write(
    `        ${Math.round(unpackedSize / 1024)} KiB unpacked, with TypeScript ${devDependencies.typescript}\n`,
  );
}
