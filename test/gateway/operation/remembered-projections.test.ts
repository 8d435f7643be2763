/**
 * A projection is created once for each document and the values of its conditions, and the text of `$select` is written once for each projection
 * (select-text.test.ts). So requests of the same document get the same objects again; the cache is bounded and released with its document.
 */
import { setMaxListeners } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getOperationAST, parse, type DocumentNode } from 'graphql';
import { ActionOutcomes } from '../../../src/execution/action-outcomes.js';
import { gatewayConfig } from '../../../src/config/gateway-config.js';
import { startEmulator, type Emulator } from '../../../src/emulator/index.js';
import { executeOperation } from '../../../src/execution/execute-operation.js';
import { systemClock } from '../../../src/base/clock.js';
import { gatewayLogger } from '../../../src/observability/logger.js';
import { gatewayMetrics } from '../../../src/observability/metrics.js';
import { createContext, type SharedParts } from '../../../src/server/graphql/create-context.js';
import { subgraphSchema } from '../../../src/subgraph/subgraph-schema.js';
import { superOfficeClient } from '../../../src/superoffice/client.js';
import { fixedEndpoints } from '../../../src/superoffice/endpoints.js';
import type { Projection } from '../../../src/superoffice/projection.js';
import { selectWriter } from '../../../src/superoffice/select-text.js';
import { consoleQueries } from '../../support/console-queries.js';
import { authorization } from '../../support/query-gateway.js';

const actions = [
  'mutation { pickUpChatSession(id: 4) { userErrors { code } } }',
  'mutation { transferChatSession(id: 4, toAssociateId: 702) { session { id transferTo { fullName } } } }',
  'mutation { addChatMessage(sessionId: 4, message: "Hei") { message { whenPosted } } }',
].map((document) => ({ name: document, document }));

const request = {
  requestId: 'observed',
  isRouter: false,
  isExplained: false,
  forwarded: { headers: { Authorization: authorization, 'Accept-Language': 'en' }, hasCredentials: true },
};

function sharedParts(upstreamUrl: string, writeSelect: SharedParts['writeSelect']): SharedParts {
  const config = gatewayConfig({ SUPEROFFICE_URL: upstreamUrl });
  const { superoffice } = config;
  const endpoints = fixedEndpoints(superoffice.baseUrl ?? '');
  const metrics = gatewayMetrics();
  return {
    client: superOfficeClient({ config: superoffice, endpoints, clock: systemClock, random: () => 0, metrics }),
    writeSelect,
    principalKeysOf: () => ({ principal: 'observed', quotaKey: 'observed' }),
    readContext: { baseTimeZone: 'UTC', customerGoneAfterMs: 60_000, reportUnrecognized: () => undefined },
    clock: systemClock,
    logger: gatewayLogger({ level: 'silent', secretHeaders: [] }),
    metrics,
    limits: {
      maxAnswerRecords: 100_000,
      forCallers: { maxUpstreamCalls: 1_000, maxRepresentations: 1_000 },
      forRouter: { maxUpstreamCalls: 1_000, maxRepresentations: 1_000 },
    },
    knownCallers: null,
    hasPatch: true,
    actionOutcomes: new ActionOutcomes(systemClock),
    archive: null,
    isAudited: false,
    announce: () => undefined,
  };
}

const schema = subgraphSchema({ exposeSessionKey: false, mutations: true });

/** Collects everything that is no longer referenced, including what an await has just released. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void; // what the flag has just put there
  for (let round = 0; round < 3; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    collect();
  }
}

describe('projections', () => {
  let emulator: Emulator;
  let shared: SharedParts;
  let written: Projection[] = [];

  beforeAll(async () => {
    emulator = await startEmulator();
    const write = selectWriter(1_800);
    shared = sharedParts(emulator.url, (projection) => {
      written.push(projection);
      return write(projection);
    });
  });

  afterAll(async () => {
    shared.client[Symbol.dispose]();
    await emulator.close();
  });

  /** One request, executed as by the server. @returns the projection of each call, in the order of writing */
  async function execute(document: DocumentNode, variables: object = {}): Promise<readonly Projection[]> {
    written = [];
    const { signal } = new AbortController();
    setMaxListeners(0, signal); // as the server does
    const contextValue = createContext(shared, { ...request, signal });
    const node = getOperationAST(document);
    if (!node) throw new Error('the document has no operation, or several');
    const { errors } = await executeOperation({ schema, document, node, contextValue, variables: { ...variables } });
    if (errors) throw errors[0] ?? new Error('no response');
    return written;
  }

  it.each([...consoleQueries, ...actions])('of $name are created by the first request only', async ({ document }) => {
    const parsed = parse(document);
    const first = new Set(await execute(parsed));
    const later = [await execute(parsed), await execute(parsed)].flat();

    expect(later.filter((projection) => !first.has(projection))).toEqual([]);
  });

  it('are the same object for other ids: only variables of conditions count', async () => {
    const document = parse('query ($id: ID!, $yes: Boolean!) { chatSession(id: $id) { status @include(if: $yes) } }');
    const [first] = await execute(document, { id: '1', yes: true });
    const [second] = await execute(document, { id: '2', yes: true });

    expect(first).toBeDefined();
    expect(second).toBe(first);
  });

  it('of a document that was parsed again are other objects', async () => {
    const query = '{ chatSession(id: "192") { status } }';
    const [first] = await execute(parse(query));
    const [second] = await execute(parse(query));

    expect(second).not.toBe(first);
    expect(second).toEqual(first);
  });

  it('of each value of a condition are a separate object, which stays', async () => {
    const document = parse(`query ($x: Boolean!) { chatSession(id: "192") { rank status @include(if: $x) } }`);
    const read = async (x: boolean) => (await execute(document, { x }))[0];
    const [yes, no] = [await read(true), await read(false)];

    expect(yes).not.toEqual(no);
    expect(await read(true)).toBe(yes);
    expect(await read(false)).toBe(no);
  });

  it('are cached for a bounded number of conditions of one document, and no longer than the document', async () => {
    const names = ['rank', 'rating', 'topicId', 'alertLevel', 'firstMessage', 'lastMessage', 'customerName', 'flags'];
    const combinations = 2 ** names.length;
    const selected = names.map((name) => `${name} @include(if: $${name})`).join(' ');
    const query = `query (${names.map((name) => `$${name}: Boolean!`).join()}) { chatSession(id: 5) { ${selected} } }`;
    const documents = [parse(query)];
    const executeWith = async (bits: number): Promise<WeakRef<object> | null> => {
      const variables = Object.fromEntries(names.map((name, index) => [name, (bits >> index) % 2 === 1]));
      const [document] = documents;
      const [projection] = document ? await execute(document, variables) : [];
      return projection ? new WeakRef(projection) : null;
    };
    const projections: (WeakRef<object> | null)[] = [];
    for (let bits = 0; bits < combinations; bits += 1) projections.push(await executeWith(bits));
    const alive = (): number => projections.filter((projection) => projection?.deref()).length;
    await collectGarbage();
    expect(projections).not.toContain(null);
    expect(alive()).toBeLessThanOrEqual(64);

    documents.pop();
    await execute(parse('{ chatSession(id: 5) { status } }')); // the last document was still referenced
    await collectGarbage();
    expect(alive()).toBe(0);
  });
});
