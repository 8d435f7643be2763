/**
 * The public audit suite for GraphQL over HTTP: every MUST, SHOULD and MAY of the specification.
 * GET and introspection are on; Apollo's CSRF protection is on as well, so each request has its header.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { calm } from '../support/facing-clients.js';
import { gatewayOnEmulator, type GatewayWithEmulator } from '../support/query-gateway.js';

let gateway: GatewayWithEmulator;

const audits = serverAudits({
  url: () => `${gateway.url}/graphql`,
  fetchFn: (url: string, init: RequestInit = {}) =>
    fetch(url, { ...init, headers: { ...init.headers, 'apollo-require-preflight': 'true' } }),
});

beforeAll(async () => {
  gateway = await gatewayOnEmulator({}, { ...calm, GET_QUERIES: 'true', INTROSPECTION: 'true' });
});

afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
});

describe('GraphQL over HTTP', () => {
  it('has 61 audits', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map(({ id, name, fn }) => [id, name, fn] as const))('%s %s', async (_id, _name, audit) => {
    const result = await audit();
    expect([result.status, 'reason' in result ? result.reason : null]).toEqual(['ok', null]);
  });

  it('sends no request to SuperOffice', () => {
    expect(gateway.emulator.requests).toEqual([]);
  });
});
