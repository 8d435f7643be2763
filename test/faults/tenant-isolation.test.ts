/**
 * Fifty tenants behind one gateway, of which one is down, one slow, and one has a hostile state document: no value, call or signal crosses
 * from one tenant to another, and the troubles of three tenants are not those of the others. TENANT_OPERATIONS sets the number of
 * operations; the run of 100,000 is in test/README.md.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { sendQuery } from '../support/plain-http.js';
import { gatewayAt, queryAt } from '../support/query-gateway.js';
import { severalTenants, tenantNames, tokenOf } from '../support/several-tenants.js';

const operations = Number(process.env['TENANT_OPERATIONS'] ?? 5_000);

const names = tenantNames(50);
const [down = '', slow = '', hostile = ''] = names;
const healthy = names.slice(3);

interface TenantUpstream extends AsyncDisposable {
  readonly url: string;
  /** Calls of a tenant whose credentials are another's. */
  readonly foreign: readonly string[];
  /** Connections, by the tenants that used each of them. */
  readonly connections: readonly ReadonlySet<string>[];
  calls: number;
}

const tenantOf = (path: string): string => /^\/(?:api\/state\/)?([^/]+)/.exec(path)?.[1] ?? '';

/** All tenants at one origin, as at SuperOffice Online: each value has the name of its tenant and of its caller. */
async function tenantUpstream(): Promise<TenantUpstream> {
  const foreign: string[] = [];
  const connections: Set<string>[] = [];
  const used = new WeakMap<object, Set<string>>();
  const state = { calls: 0 };
  const stateOf = (tenant: string): object => ({
    ContextIdentifier: tenant,
    Endpoint: `${origin()}/${tenant}`,
    State: tenant === down ? 'OfflineMaintenance' : 'Running',
    IsRunning: tenant !== down,
    ValidUntil: new Date(Date.now() + 300_000).toISOString(),
    Api: tenant === hostile ? `${origin()}/${healthy[0]}/../${healthy[1]}/api` : `${origin()}/${tenant}/api`,
  });
  const server = createServer((request, response) => {
    const { url = '', headers, socket } = request;
    const tenant = tenantOf(url);
    request.resume();
    response.setHeader('content-type', 'application/json');
    if (url.startsWith('/api/state/')) return void response.end(JSON.stringify(stateOf(tenant)));
    state.calls += 1;
    const [, issuer = '', caller = ''] = /^Bearer 8A:(\w+)\.(\w+)$/.exec(headers.authorization ?? '') ?? [];
    if (issuer !== tenant) foreign.push(`${tenant} ${issuer}`);
    const ofConnection = used.get(socket) ?? new Set<string>();
    if (!used.has(socket)) connections.push(ofConnection);
    used.set(socket, ofConnection.add(`${issuer}.${caller}`));
    const id = Number(/chatSessionEntityId=(\d+)/i.exec(url)?.[1] ?? 0);
    const stamp = `${tenant}.${caller}`;
    const record = JSON.stringify({ ChatSessionId: id, CustomerName: stamp, CustomerAlias: `${stamp} ${id}` });
    setTimeout(() => response.end(record), tenant === slow ? 5_000 : Math.random() * 5).unref();
  });
  const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on TCP
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(state, {
    ...{ url: origin(), foreign, connections },
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

const settings = {
  SUPEROFFICE_TENANTS: names.join(),
  SUPEROFFICE_ALLOWED_HOSTS: '127.0.0.1',
  UPSTREAM_TIMEOUT_MS: '1500',
  ATTEMPT_TIMEOUT_MS: '1000',
  OPERATION_TIMEOUT_MS: '2000',
  CONNECT_TIMEOUT_MS: '500',
  UPSTREAM_RETRIES: '0',
};

const document =
  '{ one: chatSession(id: 1) { id customerName customerAlias } two: chatSession(id: 2) { customerName } }';

const batch = 100;

describe('fifty tenants, three of them in trouble', () => {
  it('no value, call or connection is shared by two tenants, and the others have no error', async () => {
    await using upstream = await tenantUpstream();
    await using gateway = await gatewayAt(null, { ...settings, SUPEROFFICE_ONLINE_URL: upstream.url });
    const wrong: string[] = [];
    const troubled = new Map<string, Set<string>>();
    let values = 0;
    async function operate(index: number): Promise<void> {
      // One of twenty is for a tenant in trouble: their operations last until the deadline.
      const trouble = [down, slow, hostile][Math.floor(index / 20) % 3] ?? '';
      const tenant = index % 20 === 0 ? trouble : (healthy[(index * 7) % healthy.length] ?? '');
      const caller = `caller${index % 5}`;
      const { status, text } = (await sendQuery(gateway.url, { query: document }, tokenOf(tenant, caller))) ?? {};
      const stamps = [...(text ?? '').matchAll(/Cust\d+\.caller\d/g)].map(([stamp]) => stamp);
      values += stamps.length;
      if (stamps.some((stamp) => stamp !== `${tenant}.${caller}`)) wrong.push(text ?? '');
      if (healthy.includes(tenant) && (status !== 200 || stamps.length !== 3 || text?.includes('"errors"')))
        wrong.push(`${status} ${tenant}.${caller} ${text}`);
      for (const [, code = ''] of (text ?? '').matchAll(/"code":"(\w+)"/g))
        troubled.set(tenant, (troubled.get(tenant) ?? new Set<string>()).add(code));
    }
    const waiting: Promise<void>[] = [];
    for (let sent = 0; sent < operations; sent += batch) {
      const all = Array.from({ length: batch }, (_, index) => operate(sent + index));
      waiting.push(...all.filter((_, index) => index % 20 === 0));
      await Promise.all(all.filter((_, index) => index % 20 !== 0));
    }
    await Promise.all(waiting);

    expect(wrong.slice(0, 3)).toEqual([]);
    expect(values).toBeGreaterThan(operations * 2.5);
    expect(upstream.foreign).toEqual([]);
    expect(upstream.connections.filter((callers) => callers.size > 1)).toEqual([]);
    expect([...troubled].sort()).toEqual([
      [down, new Set(['UPSTREAM_UNAVAILABLE'])],
      [slow, expect.any(Set)],
      [hostile, new Set(['UPSTREAM_INVALID_RESPONSE'])],
    ]);
  }, 600_000);

  it('a slow tenant takes at most half of the places for operations, and the others are served meanwhile', async () => {
    await using upstream = await tenantUpstream();
    const places = { MAX_OPERATIONS_IN_FLIGHT: '20', SUPEROFFICE_ONLINE_URL: upstream.url };
    await using gateway = await gatewayAt(null, { ...settings, ...places });
    const query = '{ chatSession(id: 1) { customerName } }';
    const flood = Array.from({ length: 40 }, (_, index) =>
      queryAt(gateway.url, { query }, tokenOf(slow, `caller${index}`)).then(({ status }) => status),
    );
    await pause(200);
    const served = await Promise.all(
      healthy.slice(0, 5).map((tenant) => queryAt(gateway.url, { query }, tokenOf(tenant))),
    );
    expect(served.map(({ data }) => data?.chatSession.customerName)).toEqual(
      healthy.slice(0, 5).map((tenant) => `${tenant}.caller`),
    );
    const statuses = await Promise.all(flood);
    expect(statuses.filter((status) => status === 503)).toHaveLength(30);
  });

  it('the circuit of one tenant is open, and those at the same origin are closed', async () => {
    await using gateway = await severalTenants({
      settings: { BREAKER_MIN_CALLS: '5', UPSTREAM_RETRIES: '0', LOG_LEVEL: 'warn' },
      own: (name) => (name === 'Cust1' ? { SUPEROFFICE_URL: 'http://127.0.0.1:9' } : {}),
    });
    const query = '{ chatSession(id: 1) { customerName } }';
    for (let count = 0; count < 8; count += 1) await gateway.query(query, {}, tokenOf('Cust1'));
    const { data } = await gateway.query(query, {}, tokenOf('Cust2'));
    expect(data.chatSession.customerName).toBe('Cust2');
    const ready = await fetch(`${gateway.url}/ready?deep=1`);
    expect(await ready.json()).toMatchObject({ status: 'ready', tenants: { served: 3, unavailable: 1 } });
  });

  it('the limit of calls per second is of each tenant', async () => {
    await using gateway = await severalTenants({
      own: (name) => ({ MAX_UPSTREAM_CALLS_PER_SECOND: name === 'Cust1' ? 1 : 0 }),
    });
    const query = '{ a: chatSession(id: 1) { id } b: chatSession(id: 2) { id } c: chatSession(id: 3) { id } }';
    const limited = gateway.query(query, {}, tokenOf('Cust1'));
    const startedMs = performance.now();
    await gateway.query(query, {}, tokenOf('Cust2'));
    const freeMs = performance.now() - startedMs;
    await limited;
    expect(freeMs).toBeLessThan((performance.now() - startedMs) / 2);
  });
});
