/** Operations that return several records in one call: one call per tick, whatever each load selects. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { operationCalls } from '../../src/catalog/operation-calls.js';
import { operationsOf } from '../../src/catalog/operation.js';
import type { PersonCarrier } from '../../src/superoffice/carriers.js';
import type { Entity } from '../../src/entities/field-table.js';
import { fetchBatch } from '../../src/loaders/batch-fetching.js';
import { joiningLoader } from '../../src/loaders/joining-loader.js';
import { projections, type RecordLoader } from '../../src/loaders/read-loader.js';
import { allRecordsExist } from '../../src/explain/dry-run-responses.js';
import { selectWriter } from '../../src/superoffice/select-text.js';
import { openClient } from '../support/client-calls.js';
import { projectionOf } from '../support/projections.js';

const contract = {
  agent: 'Person',
  types: {
    Person: { PersonId: 'int', FullName: 'text', Email: 'text' },
    GetThemRequest: { PersonIds: { list: 'int' } },
  },
  operations: {
    GetPersonList: { query: {}, body: { list: 'int' }, result: { list: { of: 'Person' } }, takesSelect: true },
    GetThem: { query: {}, body: 'GetThemRequest', result: { list: { of: 'Person' } }, takesSelect: true },
  },
} as const;

const person: Entity<PersonCarrier> = { name: 'Person', identity: 'PersonId', fields: {} };
const { batch } = operationsOf(contract);
const bare = batch('GetPersonList', { of: person });
const named = batch('GetThem', { of: person, ids: 'PersonIds' });

interface People {
  readonly loader: RecordLoader;
  /** Path and body of each call. */
  readonly calls: readonly string[];
}

/** @param respondWith what SuperOffice returns for these ids */
async function withPeople(
  operation: typeof bare,
  respondWith: (ids: readonly number[]) => unknown,
  test: (people: People) => Promise<void>,
): Promise<void> {
  const calls: string[] = [];
  const server = createServer((request, response) => void respond(request, response)).listen(0, '127.0.0.1');
  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    calls.push(`${request.url?.split('/Agents/')[1]} ${body}`);
    const ids = JSON.parse(body) as number[] | { PersonIds: number[] }; // as the gateway writes it
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify(respondWith('PersonIds' in ids ? ids.PersonIds : ids)));
  }
  await once(server, 'listening');
  using client = openClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`); // no path of a socket
  const call = operationCalls({ session: client.session(), writeSelect: selectWriter(1800) });
  const loader = joiningLoader({
    rules: projections,
    fetch: fetchBatch({ operation, identity: 'PersonId', call }),
    onSaved: () => undefined,
  });
  try {
    await test({ loader, calls });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const name = projectionOf({ FullName: 'whole' });
const email = projectionOf({ Email: 'whole' });
const everyPerson = (ids: readonly number[]) => ids.map((id) => ({ PersonId: id, FullName: `Person ${id}` }));

describe('records by several ids', () => {
  it.each([
    [bare, 'Person/GetPersonList?$select=Email,FullName,PersonId [1,2,3]'],
    [named, 'Person/GetThem?$select=Email,FullName,PersonId {"PersonIds":[1,2,3]}'],
  ])('are one call per tick, with the union of the selections', (operation, line) =>
    withPeople(operation, everyPerson, async ({ loader, calls }) => {
      const people = await Promise.all([loader.load('1', name), loader.load('2', email), loader.load('3', name)]);
      expect(people.map((one) => one?.['PersonId'])).toEqual([1, 2, 3]);
      expect(calls).toEqual([line]);
    }),
  );

  it('may return in any order, and a missing one is null', () =>
    withPeople(
      bare,
      (ids) => everyPerson(ids.filter((id) => id !== 2)).reverse(),
      async ({ loader, calls }) => {
        const people = await Promise.all(['1', '2', '3'].map((id) => loader.load(id, name)));
        expect(people.map((one) => one?.['FullName'] ?? null)).toEqual(['Person 1', null, 'Person 3']);
        expect(calls).toHaveLength(1);
      },
    ));

  it('are one call per hundred', () =>
    withPeople(bare, everyPerson, async ({ loader, calls }) => {
      const ids = Array.from({ length: 150 }, (_, index) => String(index + 1));
      const people = await Promise.all(ids.map((id) => loader.load(id, name)));
      expect(people.map((one) => one?.['PersonId'])).toEqual(ids.map(Number));
      expect(calls).toHaveLength(2);
    }));

  it('fail together where the call fails', () =>
    withPeople(
      bare,
      () => 'no list',
      async ({ loader, calls }) => {
        const results = await Promise.allSettled(['1', '2'].map((id) => loader.load(id, name)));
        expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
        expect(calls).toHaveLength(1);
      },
    ));

  it('exist in a dry run, each under the requested id', async () => {
    const dryRunResponse = allRecordsExist({ itemsPerStatus: 1, operations: [bare, named] });
    const call = { agent: 'Person', id: '', query: '', expected: null };
    for (const [operation, body] of [
      ['GetPersonList', '[7,8]'],
      ['GetThem', '{"PersonIds":[7,8]}'],
    ] as const)
      expect(dryRunResponse({ ...call, operation, body })).toMatchObject([{ PersonId: 7 }, { PersonId: 8 }]);
    expect(() => dryRunResponse({ ...call, operation: 'Nothing' })).toThrow('Person/Nothing');
  });
});
