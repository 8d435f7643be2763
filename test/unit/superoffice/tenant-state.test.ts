/** How a state document is read. */
import { describe, expect, it } from '@jest/globals';
import type { TenantConfig } from '../../../src/config/tenant-config.js';
import { tenantState } from '../../../src/superoffice/tenant/tenant-state.js';

const tenant: TenantConfig = {
  identifier: 'Cust12345',
  stateUrl: 'https://online.superoffice.com/api/state/Cust12345',
  allowedHosts: ['superoffice.com', 'crm.example.com'],
  allowInsecure: false,
};

/** The example of the documentation. */
const published = {
  ContextIdentifier: 'Cust12345',
  Endpoint: 'https://online2.superoffice.com/Cust12345',
  State: 'Running',
  IsRunning: true,
  ValidUntil: '2026-02-23T09:52:01.9342965Z',
  Api: 'https://online2.superoffice.com/Cust12345/api',
  Version: 'Release_11.10_2026.02.24-02',
};

const nowMs = Date.parse('2026-02-23T09:47:00Z');

const stateOf = (changes: object = {}, config = tenant) => tenantState({ ...published, ...changes }, config, nowMs);

describe('the published document', () => {
  it('contains the URL of the API, and until when it is valid', () => {
    expect(stateOf()).toEqual({
      name: 'Running',
      baseUrl: 'https://online2.superoffice.com/Cust12345/api/v1',
      validUntilMs: Date.parse('2026-02-23T09:52:01.934Z'),
      version: 'Release_11.10_2026.02.24-02',
    });
  });
});

describe('whether the tenant runs', () => {
  it.each([
    [{ State: 'Running' }, 'Running', true],
    [{ State: 'OnlineMaintenance' }, 'OnlineMaintenance', true],
    [{ State: 2, IsRunning: null }, 'Running', true],
    [{ State: 5, IsRunning: undefined }, 'OnlineMaintenance', true],
    [{ State: 'Running', IsRunning: false }, 'Running', false],
    [{ State: 'OfflineMaintenance', IsRunning: true }, 'OfflineMaintenance', false],
    [{ State: 6 }, 'OfflineMaintenance', false],
    ...[
      'Provisioning',
      'Deleted',
      'Suspended',
      'ProvisioningFailed',
      'Deleting',
      'DeleteFailed',
      'MigrationPending',
    ].map((State) => [{ State, IsRunning: false }, State, false] as const),
    [{ State: 'SomethingNew', IsRunning: true }, 'Unknown', true],
    [{ State: 'SomethingNew', IsRunning: null }, 'Unknown', false],
    [{ State: null, IsRunning: true }, 'Unknown', true],
    [{ State: 7 }, 'Unknown', true],
    [{ State: '<script>', IsRunning: false }, 'Unknown', false],
  ])('%j: %s', (changes, name, isRunning) => {
    const state = stateOf(changes);
    expect([state.name, state.baseUrl !== null]).toEqual([name, isRunning]);
  });

  it('is reported for a deleted tenant, whose document may lack everything else', () => {
    const gone = { ContextIdentifier: 'CUST12345', State: 'Deleted' };
    expect(tenantState(gone, tenant, nowMs)).toEqual({
      name: 'Deleted',
      baseUrl: null,
      validUntilMs: nowMs + 10_000,
      version: null,
    });
  });
});

describe('the URL of the API', () => {
  it.each([
    [{ Api: 'https://app.superoffice.com/Cust12345/api/' }, 'https://app.superoffice.com/Cust12345/api/v1'],
    [{ Api: 'https://SuperOffice.com/Cust12345' }, 'https://superoffice.com/Cust12345/api/v1'],
    [{ Api: 'https://eu.crm.example.com:8443/cust12345/api' }, 'https://eu.crm.example.com:8443/cust12345/api/v1'],
    [{ Api: null }, 'https://online2.superoffice.com/Cust12345/api/v1'],
  ])('%j', (changes, baseUrl) => {
    expect(stateOf(changes).baseUrl).toBe(baseUrl);
  });

  it.each([
    ['https://superoffice.com.example.net/Cust12345/api', 'ALLOWED_HOSTS'],
    ['https://notsuperoffice.com/Cust12345/api', 'ALLOWED_HOSTS'],
    ['https://superoffice.com@example.net/api', 'ALLOWED_HOSTS'],
    ['https://online2.superoffice.com./api', 'ALLOWED_HOSTS'],
    ['https://127.0.0.1/api', 'ALLOWED_HOSTS'],
    ['https://example.net\\@superoffice.com/api', 'ALLOWED_HOSTS'],
    ['http://online2.superoffice.com/Cust12345/api', 'not acceptable'],
    ['https://tim:secret@online2.superoffice.com/api', 'not acceptable'],
    ['https://online2.superoffice.com/api?x=1', 'not acceptable'],
    ['https://online2.superoffice.com/Cust1234/api', "not this tenant's"],
    ['https://online2.superoffice.com/Cust123456/api', "not this tenant's"],
    ['https://online2.superoffice.com/Cust12345/../Cust1/api', "not this tenant's"],
    ['https://online2.superoffice.com/api', "not this tenant's"],
    ['file:///superoffice.com/api', 'no address'],
    ['/Cust12345/api', 'no address'],
    ['', 'no address'],
  ])('%s is refused, and not repeated', (Api, why) => {
    expect(() => stateOf({ Api })).toThrow(
      expect.objectContaining({ code: 'UPSTREAM_INVALID_RESPONSE', detail: expect.stringContaining(why) }),
    );
    expect(() => stateOf({ Api })).toThrow(
      expect.not.objectContaining({ detail: expect.stringContaining(Api || 'http') }),
    );
  });

  it('may be plain http where that is allowed', () => {
    const api = { Api: 'http://online2.superoffice.com/Cust12345/api' };
    expect(stateOf(api, { ...tenant, allowInsecure: true }).baseUrl).toBe(`${api.Api}/v1`);
  });

  it('is the requested tenant: a document about another one, or of another shape, is refused', () => {
    for (const json of [{ ...published, ContextIdentifier: 'Cust1234' }, {}, null, [], 'Running', { State: {} }]) {
      expect(() => tenantState(json, tenant, nowMs)).toThrow(
        expect.objectContaining({ code: 'UPSTREAM_INVALID_RESPONSE' }),
      );
    }
  });
});

describe('how long it is valid', () => {
  it.each([
    ['2026-02-23T09:47:01Z', 1_000],
    ['2026-02-23T10:57:00+01:00', 600_000],
    ['9999-12-31T23:59:59Z', 86_400_000],
    ['2026-02-23T09:46:59Z', 10_000],
    ['0001-01-01T00:00:00', 10_000],
    ['soon', 10_000],
    [null, 10_000],
  ])('ValidUntil %s: %d ms', (ValidUntil, ms) => {
    expect(stateOf({ ValidUntil }).validUntilMs - nowMs).toBe(ms);
  });
});
