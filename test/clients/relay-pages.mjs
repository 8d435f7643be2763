/** A list in React with Relay's usePaginationFragment. relay-compiler makes its artifacts, as in a project, in a temporary folder. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import React, { Suspense } from 'react';
import { act, create } from 'react-test-renderer';
import reactRelay from 'react-relay';
import relayBinary from 'relay-compiler';
import { printApiSdl } from '../../dist/subgraph/print-sdl.js';
import { relayAt } from './open-clients.mjs';

const { RelayEnvironmentProvider, useLazyLoadQuery, usePaginationFragment } = reactRelay;

const query = `graphql\`query SessionListQuery($filter: ChatSessionFilter!, $count: Int!) {
  ...SessionList_sessions @arguments(filter: $filter, count: $count) }\``;

const fragment = `graphql\`fragment SessionList_sessions on Query
  @refetchable(queryName: "SessionListPageQuery")
  @argumentDefinitions(filter: { type: "ChatSessionFilter!" }, count: { type: "Int", defaultValue: 50 }, cursor: { type: "String" }) {
  findChatSessions(filter: $filter, first: $count, after: $cursor) @connection(key: "SessionList_findChatSessions") {
    edges { node { id status } } } }\``;

/** @returns the artifacts of the query and of the fragment */
async function compiled() {
  const folder = pathToFileURL(`${mkdtempSync(join(tmpdir(), 'relay-'))}/`);
  mkdirSync(new URL('src/', folder), { recursive: true });
  writeFileSync(
    new URL('src/SessionList.js', folder),
    `export const query = ${query};\nexport const fragment = ${fragment};\n`,
  );
  writeFileSync(new URL('schema.graphql', folder), printApiSdl({ exposeSessionKey: false, mutations: true }));
  writeFileSync(new URL('package.json', folder), '{"type":"module"}');
  const config = {
    src: './src',
    schema: './schema.graphql',
    language: 'javascript',
    eagerEsModules: true,
    noFutureProofEnums: true,
  };
  writeFileSync(new URL('relay.config.json', folder), JSON.stringify(config));
  execFileSync(relayBinary, ['relay.config.json'], { cwd: folder, stdio: 'pipe' });
  const artifactsFolder = new URL('src/__generated__/', folder);
  for (const name of readdirSync(artifactsFolder)) {
    const file = new URL(name, artifactsFolder);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/\.graphql'/g, ".graphql.js'")); // as bundlers resolve them
  }
  const load = async (name) => (await import(new URL(`src/__generated__/${name}.graphql.js`, folder))).default;
  const loaded = { query: await load('SessionListQuery'), fragment: await load('SessionList_sessions') };
  rmSync(folder, { recursive: true });
  return loaded;
}

let artifacts;

const h = React.createElement;

/** @returns the ids of all pages, and how many requests they took */
export async function pagesInRelay(stage, { filter, perPage, before = () => undefined }) {
  artifacts ??= await compiled();
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
  const environment = relayAt(stage, undefined, true);
  const seen = {};
  function Sessions({ parent }) {
    const { data, hasNext, loadNext, isLoadingNext } = usePaginationFragment(artifacts.fragment, parent);
    Object.assign(seen, { data, hasNext, loadNext, isLoadingNext });
    return null;
  }
  const Page = () => h(Sessions, { parent: useLazyLoadQuery(artifacts.query, { filter, count: perPage }) });
  const tree = h(RelayEnvironmentProvider, { environment }, h(Suspense, { fallback: null }, h(Page)));
  const sentBefore = stage.sent.length;
  let root;
  before();
  await act(async () => void (root = create(tree)));
  await stage.untilQuiet();
  await act(async () => undefined); // renders what has arrived
  let error = null;
  while (seen.hasNext && error === null) {
    before();
    const loaded = new Promise((resolve) => {
      seen.load = () => seen.loadNext(perPage, { onComplete: (failure) => resolve(failure) });
    });
    await act(async () => void seen.load());
    error = await loaded;
    await act(async () => undefined);
  }
  const ids = seen.data.findChatSessions.edges.map(({ node }) => node.id);
  await act(async () => root.unmount());
  return { ids, error, requests: stage.sent.length - sentBefore };
}
