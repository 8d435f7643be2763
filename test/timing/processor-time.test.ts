/** Processor time as a ratio of the same run: what may grow with lists and settings, and how much. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { authorityFile, certificate } from '../support/certificates.js';
import { files } from '../support/own-gateway.js';
import { gatewayAt, type RunningGateway } from '../support/query-gateway.js';
import { scriptedUpstream } from '../support/scripted-upstream.js';
import { agent, associateIdsOf } from '../support/transfer-world.js';
import { healthy } from '../support/upstream-row.js';

const nextQuery = '{ chatSession(id: 193) { status } }';
const trusting = { SUPEROFFICE_CA_FILE: authorityFile };
const closed = { chatSession: { status: 'CLOSED' } };

describe('TLS', () => {
  it('U37 authorities are read once, not for each connection', async () => {
    await using upstream = await scriptedUpstream(healthy, { certificate: () => certificate('good') });
    using folder = files();
    const thousand = folder.write('authorities.pem', readFileSync(authorityFile, 'utf8').repeat(1_000));
    await using one = await gatewayAt(upstream.url, trusting);
    await using many = await gatewayAt(upstream.url, { SUPEROFFICE_CA_FILE: thousand });
    let caller = 0;
    async function cpuOf({ query: send }: RunningGateway): Promise<number> {
      const before = process.cpuUsage();
      for (let count = 0; count < 15; count += 1) {
        const headers = { authorization: `Bearer caller-${(caller += 1)}` }; // each has their own connection
        expect((await send(nextQuery, {}, headers)).data).toEqual(closed);
      }
      return process.cpuUsage(before).user;
    }
    await cpuOf(one);
    await cpuOf(many); // code is compiled

    const ratios: number[] = [];
    for (let round = 0; round < 3; round += 1) ratios.push((await cpuOf(many)) / (await cpuOf(one)));
    expect(Math.min(...ratios)).toBeLessThan(2); // one round may contain other work of the process
    expect(upstream.connections()).toBe(120);
  });
});

describe('a transfer target', () => {
  const listed = (count: number, idAt: (index: number) => number): readonly { Id: number; Name: string }[] =>
    Array.from({ length: count }, (_, index) => ({ Id: idAt(index), Name: `User ${index}` }));
  const each = (index: number): number => index + 1;
  const one = (): number => 1;

  it.each([
    ['is found', 1_000, { targets: each, agents: each }],
    ['is ambiguous', 3_000, { targets: each, agents: null }],
    ['has the number of all others', 500, { targets: one, agents: one }],
  ])('is searched in CPU time that grows with the lists alone where its user %s', async (_what, count, ids) => {
    async function cpuFor(length: number): Promise<number> {
      const users = ids.agents === null ? [] : listed(length, ids.agents);
      const agents = users.map(({ Id, Name }, index) => agent(10_000 + index, Id, Name));
      const started = process.cpuUsage();
      const found = await associateIdsOf(listed(length, ids.targets), agents);
      const { user: spent } = process.cpuUsage(started);
      expect(found).toEqual(
        Array.from({ length }, (_, index) => (ids.agents === null ? null : String(10_000 + index))),
      );
      return spent;
    }
    await cpuFor(count); // code is compiled

    const growth = (await cpuFor(4 * count)) / (await cpuFor(count));

    expect(growth).toBeLessThan(9); // 4 where each target costs the same, 16 where it costs what the list is long
  });
});
