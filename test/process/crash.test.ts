/**
 * Finding 1: one request used to end the process. The library's `_entities` throws at the first representation that it cannot
 * resolve, and no code awaits the calls that it started for those before: when one of them fails, Node ends the process because
 * of an unhandled rejection. A test runner handles rejections itself, so this starts the command line as a process, and every
 * call fails after the response.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEmulator, type Emulator, type Fault } from '../../src/emulator/index.js';
import { commandLine, urlOf, type CommandLine } from '../support/command-line.js';
import { authorization, queryAt } from '../support/query-gateway.js';

const timeoutMs = 5_000;

/** Resolves when `count` calls have reached SuperOffice. */
async function arrivedAt(emulator: Emulator, count: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (emulator.requests.length < count) {
    if (Date.now() > deadline) throw new Error(`only ${emulator.requests.length} of ${count} calls arrived`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const killing = (bad: object): string => `{
  _entities(representations: [{ __typename: "ChatSession", id: "1" }, ${JSON.stringify(bad).replace(/"(\w+)":/g, '$1: ')}]) {
    __typename ... on ChatSession { status }
  }
}`;

const badOnes: readonly (readonly [string, object])[] = [
  ['an unknown __typename', { __typename: 'Nope' }],
  ['no __typename', { id: '1' }],
  ['a __typename that is not resolvable', { __typename: 'ChatMessage', id: '1' }],
  ['no id', { __typename: 'ChatSession' }],
  ['an id that is an object', { __typename: 'ChatSession', id: { id: '1' } }],
];

const failures: readonly (readonly [string, Fault])[] = [
  ['500', { kind: 'status', status: 500, delayMs: 50, match: { id: '1' }, times: Infinity }],
  ['a reset', { kind: 'reset', delayMs: 50, match: { id: '1' }, times: Infinity }],
];

describe.each(failures)('the process, when SuperOffice responds with %s', (_failure, fault) => {
  let emulator: Emulator;
  let server: CommandLine;
  let url: string;

  beforeAll(async () => {
    emulator = await startEmulator();
    emulator.injectFault(fault);
    server = commandLine(['serve'], {
      PORT: '0',
      HOST: '127.0.0.1',
      SUPEROFFICE_URL: emulator.url,
      DRAIN_TIMEOUT_MS: '500', // fetch opens a spare connection, and shutdown waits for a connection without a request
    });
    url = await urlOf(server);
  });

  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    await emulator.close();
  });

  it.each(badOnes)('outlives a valid reference with one with %s, and serves the next query', async (_name, bad) => {
    emulator.clearLog();

    const { status, data, errors } = await queryAt(url, { query: killing(bad) }, { authorization });
    await arrivedAt(emulator, 1);
    const next = await queryAt(url, { query: '{ chatSession(id: 192) { status } }' }, { authorization });

    expect(status).toBe(200);
    expect(data).toEqual({ _entities: [null, null] });
    expect(errors?.map(({ path, extensions }) => [path, extensions.code]).sort()).toEqual([
      [['_entities', 0], 'UPSTREAM_UNAVAILABLE'],
      [['_entities', 1], 'BAD_USER_INPUT'],
    ]);
    expect([next.data, next.errors]).toEqual([{ chatSession: { status: 'CLOSED' } }, undefined]);
    expect(server.isRunning()).toBe(true);
  });

  it('outlives a client that disconnects before the failures', async () => {
    emulator.clearLog();
    const leaving = new AbortController();
    const representations = Array.from({ length: 20 }, () => ({ __typename: 'ChatSession', id: '1' }));

    const left = fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({
        query: 'query ($all: [_Any!]!) { _entities(representations: $all) { ... on ChatSession { status } } }',
        variables: { all: [...representations, { __typename: 'Nope' }] },
      }),
      signal: leaving.signal,
    }).catch((reason: Error) => reason.name);
    await arrivedAt(emulator, 1);
    leaving.abort();

    expect(await left).toBe('AbortError');
    const next = await queryAt(url, { query: '{ chatSession(id: 192) { status } }' }, { authorization });
    expect(next.data).toEqual({ chatSession: { status: 'CLOSED' } });
    expect(server.isRunning()).toBe(true);
  });

  it('wrote no unhandled rejection, and stops on SIGTERM', async () => {
    server.signal('SIGTERM');

    expect(await server.ended).toBe(0);
    expect(server.stderr()).toBe('');
    expect(server.stdout()).not.toMatch(/unhandled/i);
  });
});
