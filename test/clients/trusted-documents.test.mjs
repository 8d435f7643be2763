/** "Trusted documents" of docs/apollo.md: codegen publishes the documents of a frontend, and Apollo Client sends their hashes. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ApolloClient, gql, InMemoryCache } from '@apollo/client';
import ts from 'typescript';
import { typePolicies } from '../../dist/client-policies/index.js';
import { snippet } from './snippets.mjs';
import { openStage } from './stage.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sources = `import { graphql } from './gql';
export const one = graphql(\`query One($id: ID!) { chatSession(id: $id) { id status topic { id name } } }\`);
export const two = graphql(\`query Two($id: ID!) { chatTopic(id: $id) { id name } }\`);
`;

/** Runs codegen with the configuration of the page. @returns the file of the documents, and the module that codegen has made */
async function published(t, { edit = (config) => config } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'trusted-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const packages = join(folder, 'node_modules');
  mkdirSync(join(folder, 'src'));
  mkdirSync(packages);
  symlinkSync(join(root, 'node_modules/@graphql-codegen'), join(packages, '@graphql-codegen'));
  symlinkSync(join(root, 'node_modules/graphql'), join(packages, 'graphql'));
  symlinkSync(join(root, 'dist/client'), join(packages, 'superoffice-chat-graphql-client'));
  writeFileSync(join(folder, 'src/documents.ts'), sources);
  const config = readFileSync(new URL('snippets/apollo/codegen.mjs', import.meta.url), 'utf8');
  writeFileSync(join(folder, 'codegen.mjs'), edit(config));
  const codegen = join(root, 'node_modules/@graphql-codegen/cli/esm/bin.js');
  execFileSync(process.execPath, [codegen, '--config', 'codegen.mjs'], { cwd: folder, stdio: 'pipe' });
  const compiled = ts.transpileModule(readFileSync(join(folder, 'src/gql/graphql.ts'), 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.ESNext },
  });
  writeFileSync(join(folder, 'graphql.mjs'), compiled.outputText);
  const file = join(folder, 'src/gql/persisted-documents.json');
  return { file, documents: await import(join(folder, 'graphql.mjs')) };
}

/** @returns also the bodies of its requests, as they were sent */
async function openClient(t, options) {
  const { file, documents } = await published(t, options);
  const stage = await openStage(t, { settings: { TRUSTED_DOCUMENTS: file } });
  const { linkTo } = await snippet('apollo/hashes');
  const bodies = [];
  const fetchBody = (url, init) => {
    bodies.push(JSON.parse(init.body));
    return stage.fetch(url, init);
  };
  const link = linkTo({ uri: stage.url, fetch: fetchBody, headers: stage.headers });
  return { stage, documents, bodies, client: new ApolloClient({ cache: new InMemoryCache({ typePolicies }), link }) };
}

describe('Apollo Client, trusted documents', () => {
  it('sends each published document by its hash, without its text, next to one that does not exist and one that is not published', async (t) => {
    const { stage, documents, bodies, client } = await openClient(t);
    const one = (id) => client.query({ query: documents.OneDocument, variables: { id } });
    const shown = [
      await one('192'),
      await one('99999'),
      await client.query({ query: documents.TwoDocument, variables: { id: '2' } }),
    ];
    assert.deepEqual(
      shown.map(({ data }) => data.chatSession?.status ?? data.chatTopic?.name ?? null),
      ['CLOSED', null, 'Sales'],
    );
    assert.deepEqual(
      bodies.map(({ query, extensions }) => [query, extensions.persistedQuery.sha256Hash]),
      ['One', 'One', 'Two'].map((name) => [undefined, documents[`${name}Document`].__meta__.hash]),
    );
    const other = { ...gql('query Other { chatTopic(id: "1") { id } }'), __meta__: { hash: 'sha256:0' } };
    await assert.rejects(client.query({ query: other }), /published/);
    assert.equal(
      stage.emulator.requests.some((line) => line.startsWith('GetChatTopicEntity 1')),
      false,
    );
  });

  it('needs `__typename` in the documents: without it the cache knows only the record of the root field', async (t) => {
    const typesWith = async (options) => {
      const { documents, client } = await openClient(t, options);
      await client.query({ query: documents.OneDocument, variables: { id: '192' } });
      const keys = Object.keys(client.cache.extract()).filter((key) => key.startsWith('Chat'));
      return keys.map((key) => key.split(':')[0]).sort();
    };
    assert.deepEqual(await typesWith(), ['ChatSession', 'ChatTopic']);
    assert.deepEqual(await typesWith({ edit: (config) => config.replace(/documentTransforms.*/, '') }), [
      'ChatSession',
    ]);
  });
});
