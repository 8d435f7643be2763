/** Documents that the operator trusts, in each mode; with the calls to SuperOffice. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InvalidSettingsError } from '../../../src/config/invalid-settings-error.js';
import {
  call,
  closed,
  get,
  hashOf,
  persisted,
  rank,
  send,
  session,
  variables,
} from '../../support/persisted-documents.js';
import { authorization, gatewayAt, gatewayOnEmulator, type GatewayWithEmulator } from '../../support/query-gateway.js';

const folder = mkdtempSync(join(tmpdir(), 'trusted-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
function fileWith(value: object): string {
  const path = join(folder, `${(count += 1)}.json`);
  writeFileSync(path, JSON.stringify(value));
  return path;
}

const metricsOf = async ({ url }: GatewayWithEmulator): Promise<string> => (await fetch(`${url}/metrics`)).text();

const toldHashes = ({ log }: GatewayWithEmulator): readonly unknown[] =>
  log()
    .split('\n')
    .filter((line) => line.includes('untrusted-document'))
    .map((line) => JSON.parse(line).documentHash);

const operation = (id: string, body: string) => ({ id, name: 'A', type: 'query', body });
const manifest = {
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: [operation(hashOf(session), session), operation('rank-of-5', rank)],
};
const codegen = { [hashOf(session, 'sha1')]: session, [hashOf(rank)]: rank };

const trusting = (mode: string, more: Record<string, string> = {}, documents: object = manifest) =>
  gatewayOnEmulator({}, { TRUSTED_DOCUMENTS: fileWith(documents), TRUSTED_DOCUMENTS_MODE: mode, ...more });

const router = { 'router-authorization': 'a-secret-of-16-chars' };

describe.each(['log', 'enforce'])('a trusted document, mode %s', (mode) => {
  it.each([
    ['documentId', manifest, { documentId: hashOf(session) }],
    ['documentId with its algorithm', manifest, { documentId: `sha256:${hashOf(session)}` }],
    ["Apollo's sha256Hash", manifest, { extensions: persisted(hashOf(session)) }],
    ['its own text', manifest, { query: session }],
    [
      'its text with other spaces, commas and comments',
      manifest,
      {
        query: `# as another client prints it
${session.replaceAll(' ', '\n,')}`,
      },
    ],
    ['its text and its hash', manifest, { query: session, extensions: persisted(hashOf(session)) }],
    ['an empty text and documentId', manifest, { query: '', documentId: hashOf(session) }],
    ["codegen's SHA-1 as documentId", codegen, { documentId: hashOf(session, 'sha1') }],
    ["codegen's SHA-1 as sha256Hash", codegen, { extensions: persisted(hashOf(session, 'sha1')) }],
    ['the SHA-256 of the text, published under SHA-1', codegen, { documentId: `sha256:${hashOf(session)}` }],
  ])('is executed by %s', async (_name, documents, body) => {
    await using gateway = await trusting(mode, {}, documents);
    const { data, errors } = await send(gateway, { ...body, variables, operationName: 'Session' });
    expect([data, errors]).toEqual([closed, undefined]);
    expect(gateway.emulator.requests).toEqual([call]);
    expect(gateway.log()).not.toContain('untrusted-document');
  });

  it('by GET, where that is allowed', async () => {
    await using gateway = await trusting(mode, { GET_QUERIES: 'true' });
    const named = { documentId: hashOf(session), variables: JSON.stringify(variables) };
    expect((await get(gateway, named)).data).toEqual(closed);
    const hashed = { extensions: JSON.stringify(persisted(hashOf(session))), variables: JSON.stringify(variables) };
    expect((await get(gateway, hashed)).data).toEqual(closed);
    expect(gateway.emulator.requests).toEqual([call, call]);
  });

  it('is subject to the limits of all documents, and its variables to their types', async () => {
    await using gateway = await trusting(mode, { MAX_DEPTH: '1' });
    const { status, errors } = await send(gateway, { documentId: 'rank-of-5' });
    expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'OPERATION_TOO_LARGE']);
    const wrong = await send(gateway, { documentId: hashOf(session), variables: { id: {} } });
    expect(wrong.errors?.[0]?.extensions.code).toMatch(/BAD_USER_INPUT|OPERATION_TOO_LARGE/);
    expect(gateway.emulator.requests).toEqual([]);
  });
});

const refusal = 'PERSISTED_QUERY_NOT_IN_LIST';

describe('enforce', () => {
  let shared: GatewayWithEmulator;
  beforeAll(async () => {
    shared = await trusting('enforce', { APQ: 'true', INTROSPECTION: 'true' });
  });
  afterAll(async () => shared[Symbol.asyncDispose]());

  it.each([
    ['a free query', { query: '{ chatSession(id: 5) { id } }' }],
    ['a trusted query with one more field', { query: session.replace('status', 'status rank'), variables }],
    ['a trusted query in a text that is much longer', { query: `${session}${' '.repeat(2_000)}`, variables }],
    ['a free query under a trusted name', { query: rank.replace('rank', 'status'), documentId: hashOf(session) }],
    ['a free query with its right hash', { query: '{ __typename }', extensions: persisted(hashOf('{ __typename }')) }],
    ['introspection', { query: '{ __schema { types { name } } }' }],
    ['a syntax error', { query: '{' }],
    ['an unknown field', { query: '{ nope }' }],
    ['an unknown id', { documentId: 'nope' }],
    ['an unknown hash (C32)', { extensions: persisted('0'.repeat(64)) }],
    ['_entities', { query: '{ _entities(representations: [{ __typename: "ChatSession", id: "5" }]) { __typename } }' }],
    ['_service', { query: '{ _service { sdl } }' }],
    ['__proto__', { documentId: '__proto__' }],
    ['constructor', { extensions: persisted('constructor') }],
    ['an id that is an object', { documentId: { toString: 1 } }],
    ['an id that is a list', { documentId: [hashOf(session)] }],
    ['a hash that is an object', { extensions: persisted({ toString: 1, valueOf: 1 }) }],
    ['extensions that are a list', { extensions: [persisted(hashOf(session))] }],
    ['a query that is no text', { query: { text: session } }],
    ['nothing', {}],
  ])('%s is refused', async (_name, body) => {
    const { status, errors, data } = await send(shared, body);
    expect([status, errors?.[0]?.extensions.code, data]).toEqual([400, refusal, undefined]);
    expect(errors?.[0]?.message).toContain('documentId');
    expect(errors?.[0]?.extensions['requestId']).toMatch(/./);
    expect(shared.emulator.requests).toEqual([]);
  });

  it('a refused document is counted, and logged by its hash', async () => {
    await using gateway = await trusting('enforce');
    for (const query of ['{ a }', '{ a }', '{ b }']) await send(gateway, { query });
    expect(await metricsOf(gateway)).toContain('superoffice_chat_refusals_total{reason="untrusted-document"} 3');
    expect(toldHashes(gateway)).toEqual([hashOf('{ a }'), hashOf('{ b }')]);
  });

  it('a free query by GET is refused, also together with a trusted one', async () => {
    await using gateway = await trusting('enforce', { GET_QUERIES: 'true' });
    const free = '{ chatSession(id: 7) { id } }';
    for (const more of ['', `&query=${encodeURIComponent(rank)}`]) {
      expect(await get(gateway, { query: free }, more)).toMatchObject({ status: 400, code: refusal });
    }
    expect(await get(gateway, { extensions: '{"persistedQuery"' })).toMatchObject({ status: 400, code: refusal });
    const { data } = await get(gateway, { query: rank }, `&query=${encodeURIComponent(free)}`);
    expect(data).toEqual({ chatSession: { rank: 6 } });
    expect(gateway.emulator.requests).toEqual(['GetChatSessionEntity 5 $select=ChatSessionId,Rank']);
  });

  it('the router may send any document, but only with its secret', async () => {
    await using gateway = await trusting('enforce', { ROUTER_SECRET: router['router-authorization'] });
    const query =
      '{ _entities(representations: [{ __typename: "ChatSession", id: "192" }]) { ... on ChatSession { status } } }';
    const { data } = await send(gateway, { query }, { authorization, ...router });
    expect(data).toEqual({ _entities: [{ status: 'CLOSED' }] });
    expect(gateway.emulator.requests).toEqual([call]);
    const wrong = await send(gateway, { query }, { authorization, 'router-authorization': 'another-secret-of-it' });
    expect([wrong.status, wrong.errors?.[0]?.extensions.code]).toEqual([400, refusal]);
    expect(gateway.emulator.requests).toEqual([call]);
  });

  it('a document that a router registers is not available to others', async () => {
    await using gateway = await trusting('enforce', { APQ: 'true', ROUTER_SECRET: router['router-authorization'] });
    const query = '{ chatSession(id: 192) { id status } }';
    const extensions = persisted(hashOf(query));
    expect((await send(gateway, { query, extensions }, { authorization, ...router })).status).toBe(200);
    const { status, errors } = await send(gateway, { extensions });
    expect([status, errors?.[0]?.extensions.code]).toEqual([400, refusal]);
  });
});

describe('log', () => {
  it('accepts other documents, logs each once by its hash, and counts them', async () => {
    await using gateway = await trusting('log');
    const query = '{ chatSession(id: 192) { status } }';
    for (const time of ['first', 'second'])
      expect([time, (await send(gateway, { query })).status]).toEqual([time, 200]);
    expect(gateway.emulator.requests).toEqual([call, call]);
    expect(toldHashes(gateway)).toEqual([hashOf(query)]);
    expect(gateway.log()).not.toContain(query);
    expect(await metricsOf(gateway)).toContain('superoffice_chat_untrusted_documents_total 2');
  });

  it('refuses only a name without a document, and does not log texts of the client', async () => {
    await using gateway = await trusting('log');
    const { status, errors } = await send(gateway, { documentId: 'anything that a client wrote' });
    expect([status, errors?.[0]?.extensions.code]).toEqual([400, refusal]);
    expect(gateway.log()).not.toContain('anything');
    expect((await send(gateway, {})).errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
    const hashed = await send(gateway, { extensions: persisted('0'.repeat(64)) });
    expect([hashed.status, hashed.errors?.[0]?.extensions.code]).toEqual([200, 'PERSISTED_QUERY_NOT_SUPPORTED']);
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('works together with APQ', async () => {
    await using gateway = await trusting('log', { APQ: 'true' });
    const query = '{ chatSession(id: 192) { status } }';
    const extensions = persisted(hashOf(query));
    expect((await send(gateway, { extensions })).errors?.[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
    await send(gateway, { query, extensions });
    expect((await send(gateway, { extensions })).data.chatSession.status).toBe('CLOSED');
    expect(gateway.emulator.requests).toEqual([call, call]);
  });
});

describe('off', () => {
  it('is the same as no documents, valid or not', async () => {
    await using gateway = await trusting('off', {}, { a: '{ nope }' });
    expect((await send(gateway, { query: session, variables })).data).toEqual(closed);
    expect((await send(gateway, { documentId: 'a' })).errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
    expect(gateway.emulator.requests).toEqual([call]);
  });
});

describe('documents that do not fit the schema', () => {
  it.each<[string, string, RegExp, Record<string, string>]>([
    ['a syntax error', '{ chatSession(', /^TRUSTED_DOCUMENTS: document "a": Syntax Error/, {}],
    ['an unknown field', '{ nope }', /document "a": Cannot query field "nope" on type "Query"/, {}],
    ['no operation', 'fragment F on ChatSession { id }', /document "a": expected an operation/, {}],
    ['an undefined variable', '{ chatSession(id: $id) { id } }', /document "a": Variable "\$id" is not defined/, {}],
    ['more tokens than MAX_TOKENS', session, /document "a": .*token/, { MAX_TOKENS: '10' }],
    [
      'a mutation, where there are none',
      'mutation { resetChatSession(id: 5) { session { id } } }',
      /document "a": there is no mutation in this schema/,
      { MUTATIONS: 'false' },
    ],
  ])('%s ends the start', async (_name, text, problem, settings) => {
    const documents = { TRUSTED_DOCUMENTS: fileWith({ a: text, b: '{ __typename }' }) };
    const started = gatewayAt('http://127.0.0.1:9', { ...documents, ...settings });
    const error = await started.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(InvalidSettingsError);
    expect((error as InvalidSettingsError).problems).toEqual([expect.stringMatching(problem)]);
  });
});
