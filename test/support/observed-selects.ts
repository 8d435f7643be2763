/**
 * Executes documents as the server does, with the gateway's own resolvers, loaders and client over real HTTP, and hands out the
 * projections whose `$select` was wanted. The text of each is written once by `selectWriter`, as long as the object is the same.
 */
import { setMaxListeners } from 'node:events';
import { getOperationAST, type DocumentNode } from 'graphql';
import { gatewayConfig } from '../../src/config/gateway-config.js';
import { executeOperation } from '../../src/execution/execute-operation.js';
import { systemClock } from '../../src/base/clock.js';
import { gatewayLogger } from '../../src/observability/logger.js';
import { gatewayMetrics } from '../../src/observability/metrics.js';
import { createContext, type SharedParts } from '../../src/server/graphql/create-context.js';
import { subgraphSchema } from '../../src/subgraph/subgraph-schema.js';
import { superOfficeClient } from '../../src/superoffice/client.js';
import type { Projection } from '../../src/superoffice/projection.js';
import { fixedEndpoints } from '../../src/superoffice/endpoints.js';
import { selectWriter } from '../../src/superoffice/select-text.js';
import { authorization } from './query-gateway.js';

export interface ObservedSelects extends Disposable {
  /** One request of its own. @returns the projection of each call, in the order of writing */
  execute(document: DocumentNode, variables?: Readonly<Record<string, unknown>>): Promise<readonly Projection[]>;
}

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
      ofCaller: { maxUpstreamCalls: 1_000, maxRepresentations: 1_000 },
      ofRouter: { maxUpstreamCalls: 1_000, maxRepresentations: 1_000 },
    },
    isAudited: false,
  };
}

export function observedSelects(upstreamUrl: string): ObservedSelects {
  const schema = subgraphSchema({ exposeSessionKey: false, mutations: true });
  const write = selectWriter(1_800);
  let wanted: Projection[] = [];
  const shared = sharedParts(upstreamUrl, (projection) => {
    wanted.push(projection);
    return write(projection);
  });
  return {
    async execute(document, variables = {}) {
      wanted = [];
      const { signal } = new AbortController();
      setMaxListeners(0, signal); // as the server does
      const contextValue = createContext(shared, { ...request, signal });
      const node = getOperationAST(document);
      if (!node) throw new Error('the document has no operation, or several');
      const { errors } = await executeOperation({ schema, document, node, contextValue, variables });
      if (errors) throw errors[0] ?? new Error('no answer');
      return wanted;
    },
    [Symbol.dispose]: () => shared.client[Symbol.dispose](),
  };
}
