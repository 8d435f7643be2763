/** Faults before the first byte of a response: no connection, no host, no bytes, and dead pooled connections. */
import dns from 'node:dns';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { blackHole } from '../support/black-hole.js';
import { comesTrue } from '../support/eventually.js';
import { leftOpen, openHandles } from '../support/open-handles.js';
import { gatewayAt } from '../support/query-gateway.js';
import { sessionAnswer } from '../support/raw-answers.js';
import { end, reset, scriptedUpstream, silence, wait, write, type Script } from '../support/scripted-upstream.js';
import {
  allSurvived,
  attemptsLogged,
  codesOf,
  healthy,
  onlyFor,
  rowResult,
  shortDeadlines,
} from '../support/upstream-row.js';
import { refusingUrl } from '../support/upstream-servers.js';

const query = '{ faulty: chatSession(id: 13) { status } __typename }';
const nextQuery = '{ chatSession(id: 193) { status } }';
const siblingOnly = { faulty: null, __typename: 'Query' };

afterEach(() => {
  jest.restoreAllMocks();
});

describe('no connection', () => {
  it('U1 connection refused: UPSTREAM_UNAVAILABLE after one retry, and the process serves once the port is open', async () => {
    const url = await refusingUrl();
    const before = openHandles();
    const gateway = await gatewayAt(url);

    const { data, errors = [] } = await gateway.query(query);

    expect([data, codesOf(errors)]).toEqual([siblingOnly, ['faulty: UPSTREAM_UNAVAILABLE']]);
    expect(attemptsLogged(gateway.log(), '13')).toBe(2);
    await using upstream = await scriptedUpstream(healthy, { port: Number(new URL(url).port) });
    expect((await gateway.query(nextQuery)).data).toEqual({ chatSession: { status: 'CLOSED' } });
    await gateway[Symbol.asyncDispose]();
    expect(await comesTrue(() => upstream.openSockets() === 0)).toBe(true);
    await upstream[Symbol.asyncDispose]();
    expect(await leftOpen(before)).toEqual([]);
  });

  it('U3 connect black hole: UPSTREAM_TIMEOUT at the connect limit, after one retry', async () => {
    await using hole = await blackHole();
    const before = openHandles();
    // The attempt limit is minutes: only the connect limit can end these.
    const patient = { UPSTREAM_TIMEOUT_MS: '590000', ATTEMPT_TIMEOUT_MS: '580000', OPERATION_TIMEOUT_MS: '600000' };
    const gateway = await gatewayAt(hole.url, { ...patient, CONNECT_TIMEOUT_MS: '100' });

    const { data, errors = [] } = await gateway.query(query);

    expect([data, codesOf(errors)]).toEqual([siblingOnly, ['faulty: UPSTREAM_TIMEOUT']]);
    expect(attemptsLogged(gateway.log(), '13')).toBe(2);
    expect((await gateway.query('{ __typename }')).data).toEqual({ __typename: 'Query' });
    await gateway[Symbol.asyncDispose]();
    expect(await leftOpen(before)).toEqual([]);
  });
});

describe('no host', () => {
  const insecure = { ALLOW_INSECURE_UPSTREAM: 'true' };

  type Answer = (error: NodeJS.ErrnoException | null, addresses?: object[]) => void;

  /** Replaces this machine's resolver for hosts under .invalid: the outcomes in turn, then always the last. */
  function resolverThat(...turns: readonly (string | null)[]): () => number {
    const { lookup } = dns;
    let lookups = 0;
    const scriptedLookup = (host: string, options: object, response: Answer): void => {
      if (!host.endsWith('.invalid')) return Reflect.apply(lookup, dns, [host, options, response]); // the gateway's own host
      const code = turns[Math.min(lookups, turns.length - 1)] ?? null;
      lookups += 1;
      const error = code === null ? null : Object.assign(new Error(`getaddrinfo ${code}`), { code });
      setImmediate(() => (error ? response(error) : response(null, [{ address: '127.0.0.1', family: 4 }])));
    };
    jest.spyOn(dns, 'lookup').mockImplementation(scriptedLookup as typeof dns.lookup); // node:net requests all addresses
    return () => lookups;
  }

  it('U2 a host under .invalid: UPSTREAM_UNAVAILABLE, and the process goes on', async () => {
    await using gateway = await gatewayAt('http://nowhere.invalid', { ...insecure, ...shortDeadlines });
    const { data, errors = [] } = await gateway.query(query);
    expect([data, codesOf(errors)]).toEqual([siblingOnly, ['faulty: UPSTREAM_UNAVAILABLE']]);
    expect((await gateway.query('{ __typename }')).data).toEqual({ __typename: 'Query' });
  });

  it('U2 NXDOMAIN: one attempt, logged as a fault of the configuration, and no host in the response', async () => {
    const lookups = resolverThat('ENOTFOUND');
    await using gateway = await gatewayAt('http://nowhere.invalid', insecure);

    const { data, errors = [] } = await gateway.query(query);

    expect([data, codesOf(errors)]).toEqual([siblingOnly, ['faulty: UPSTREAM_UNAVAILABLE']]);
    expect([lookups(), attemptsLogged(gateway.log(), '13')]).toEqual([1, 1]);
    expect(gateway.log()).toMatch(/ENOTFOUND/);
    expect(gateway.log()).toMatch(/SUPEROFFICE_URL/); // the setting to check
    expect(JSON.stringify(errors)).not.toContain('nowhere.invalid');
  });

  it('U2 EAI_AGAIN, persistent: UPSTREAM_UNAVAILABLE after one retry', async () => {
    const lookups = resolverThat('EAI_AGAIN');
    await using gateway = await gatewayAt('http://sometimes.invalid', insecure);
    const { data, errors = [] } = await gateway.query(query);
    expect([data, codesOf(errors)]).toEqual([siblingOnly, ['faulty: UPSTREAM_UNAVAILABLE']]);
    expect([lookups(), attemptsLogged(gateway.log(), '13')]).toEqual([2, 2]);
  });

  it('U2 EAI_AGAIN, once: the retry succeeds', async () => {
    await using upstream = await scriptedUpstream(healthy);
    resolverThat('EAI_AGAIN', null);
    await using gateway = await gatewayAt(`http://sometimes.invalid:${upstream.port}`, insecure);
    const { data, errors } = await gateway.query(nextQuery);
    expect([data, errors]).toEqual([{ chatSession: { status: 'CLOSED' } }, undefined]);
    expect(upstream.requests).toHaveLength(1);
  });
});

describe('no bytes', () => {
  it('U4 accepts and never responds: UPSTREAM_TIMEOUT after one retry, sockets destroyed', async () => {
    const result = await rowResult(() => [silence], { settings: shortDeadlines, closes: true });
    expect(result).toMatchObject({ faulty: null, codes: ['faulty: UPSTREAM_TIMEOUT'], calls: 2, faultyConnections: 0 });
    expect(result.survivors).toEqual(allSurvived);
  });

  it('U4 half a head and no more: the same', async () => {
    const script: Script = () => [write('HTTP/1.1 200 OK\r\nContent-Type: app'), silence];
    const result = await rowResult(script, { settings: shortDeadlines, closes: true });
    expect(result).toMatchObject({ faulty: null, codes: ['faulty: UPSTREAM_TIMEOUT'], calls: 2, faultyConnections: 0 });
    expect(result.survivors).toEqual(allSurvived);
  });

  it('U4 no response once: the retry succeeds', async () => {
    const script: Script = ({ id, attempt }) => (attempt === 1 ? [silence] : [write(sessionAnswer(id))]);
    const result = await rowResult(script, { settings: shortDeadlines });
    expect(result).toMatchObject({ faulty: { status: 'CLOSED' }, codes: [], calls: 2 });
    expect(result.survivors).toEqual(allSurvived);
  });
});

describe('a dead pooled connection', () => {
  it.each([
    ['by a reset', reset],
    ['by an end', end],
  ])('U35 %s when it is used again: transparent, one retry', async (_name, death) => {
    const script: Script = ({ id, turn }) => (turn === 1 ? [write(sessionAnswer(id))] : [death]);
    await using upstream = await scriptedUpstream(script);
    await using gateway = await gatewayAt(upstream.url);
    await gateway.query(nextQuery);

    const { data, errors } = await gateway.query(query);

    expect([data, errors]).toEqual([{ ...siblingOnly, faulty: { status: 'CLOSED' } }, undefined]);
    expect(upstream.requestsFor('13').map(({ turn }) => turn)).toEqual([2, 1]);
    expect((await gateway.query('{ chatSession(id: 194) { status } }')).errors).toBeUndefined();
  });

  it('U35 at any moment around the next request: never an error', async () => {
    await using upstream = await scriptedUpstream(({ id, connection }) => [
      write(sessionAnswer(id)),
      wait(connection % 4),
      connection % 2 ? end : reset,
    ]);
    // Each connection dies right after its first response: any request may need a retry.
    await using gateway = await gatewayAt(upstream.url, { RETRY_BUDGET_PERCENT: '100' });
    for (let id = 1; id <= 40; id += 1) {
      const { data, errors } = await gateway.query(`{ chatSession(id: ${id}) { status } }`);
      expect([data, errors]).toEqual([{ chatSession: { status: 'CLOSED' } }, undefined]);
    }
    expect(await comesTrue(() => upstream.openSockets() === 0)).toBe(true);
  });

  it('U35 that keeps dying: UPSTREAM_UNAVAILABLE after one retry, the sibling has data', async () => {
    const result = await rowResult(
      onlyFor('13', () => [reset]),
      { closes: true },
    );
    expect(result).toMatchObject({ faulty: null, codes: ['faulty: UPSTREAM_UNAVAILABLE'], calls: 2 });
    expect(result.survivors).toEqual(allSurvived);
  });
});
