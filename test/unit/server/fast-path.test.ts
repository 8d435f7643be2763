/** Which requests are executed without Apollo, and that nothing is started for all others. */
import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { ActionOutcomes } from '../../../src/execution/action-outcomes.js';
import { gatewayConfig } from '../../../src/config/gateway-config.js';
import { systemClock } from '../../../src/base/clock.js';
import { gatewayLogger } from '../../../src/observability/logger.js';
import { gatewayMetrics } from '../../../src/observability/metrics.js';
import { createContext } from '../../../src/server/graphql/create-context.js';
import { documentCache } from '../../../src/server/documents/document-cache.js';
import { DocumentStore } from '../../../src/server/documents/document-store.js';
import { operationRules } from '../../../src/server/graphql/operation-rules.js';
import { fastPath, type SentRequest } from '../../../src/server/graphql/fast-path.js';
import { documentHash } from '../../../src/server/documents/trusted-documents.js';
import { subgraphSchema } from '../../../src/subgraph/subgraph-schema.js';
import { dryRunSession } from '../../../src/explain/dry-run-session.js';
import { selectWriter } from '../../../src/superoffice/select-text.js';
import { byVariable, entities, many, named, small, two } from '../../support/known-documents.js';

const hundred = { maxUpstreamCalls: 100, maxRepresentations: 100 };

const schema = subgraphSchema({ exposeSessionKey: false, mutations: true });
const known = [small, byVariable, two, many, entities];

/** A fast path with some cached documents; without Apollo, and with a record of started operations. */
async function prepared(settings: Readonly<Record<string, string>> = {}) {
  const where = { SUPEROFFICE_URL: 'https://online.example.com/Cust1/api/v1', APQ: 'true' };
  const config = gatewayConfig({ ...where, ...settings });
  const metrics = gatewayMetrics();
  const lines: string[] = [];
  const logger = gatewayLogger({
    level: 'debug',
    secretHeaders: [],
    stream: { write: (line) => void lines.push(line) },
  });
  const documents = new DocumentStore();
  for (const text of known) await documents.set(`of the schema:${documentHash(text)}`, parse(text));
  const automatic = config.documents.automatic ? documentCache() : null;
  await automatic?.set(`apq:${documentHash(small)}`, small);
  const rules = operationRules(config, systemClock);
  const respond = fastPath({ schema, documents, automatic, rules });
  const session = dryRunSession(() => null);
  const contextOf = () =>
    createContext(
      {
        client: { session: () => session },
        writeSelect: selectWriter(1_800),
        principalKeysOf: () => ({ principal: 'p', quotaKey: 'p' }),
        readContext: { baseTimeZone: 'UTC', customerGoneAfterMs: 60_000, reportUnrecognized: () => undefined },
        clock: systemClock,
        logger,
        metrics,
        limits: { maxAnswerRecords: 100, forCallers: hundred, forRouter: hundred },
        knownCallers: null,
        hasPatch: true,
        actionOutcomes: new ActionOutcomes(systemClock),
        archive: null,
        isAudited: false,
        announce: () => undefined,
      },
      {
        requestId: 'r',
        isRouter: false,
        isExplained: false,
        signal: new AbortController().signal,
        forwarded: { headers: {}, hasCredentials: true },
      },
    );
  return { respond, contextOf, session, log: () => lines };
}

const sent = (body: unknown, more: Partial<SentRequest> = {}): SentRequest => ({
  method: 'POST',
  url: '/graphql',
  headers: {},
  body,
  ...more,
});

const json = 'application/json; charset=utf-8';
const graphqlJson = 'application/graphql-response+json; charset=utf-8';

describe('an operation of a known document', () => {
  it.each([
    ['a known document', sent({ query: small }), '{"data":{"chatSession":null}}\n'],
    [
      'a persisted query that is nothing',
      sent({ query: small, extensions: { persistedQuery: null } }),
      '{"data":{"chatSession":null}}\n',
    ],
    ['with variables', sent({ query: byVariable, variables: { id: '7' } }), '{"data":{"chatSession":null}}\n'],
    ['a hash that is registered', sent(named(small)), '{"data":{"chatSession":null}}\n'],
    ['one of two', sent({ query: two, operationName: 'A', extensions: {} }), '{"data":{"chatSession":null}}\n'],
  ])('is executed without Apollo: %s', async (_what, request, text) => {
    const { respond, contextOf, session } = await prepared();
    const response = await respond(request, contextOf);
    expect(response?.body).toEqual({ kind: 'complete', string: text });
    expect([...(response?.headers ?? [])]).toEqual([['content-type', json]]);
    expect(session.calls.length).toBe(1);
  });

  it.each([
    ['application/*', json],
    ['application/json', json],
    ['application/graphql-response+json', graphqlJson],
    ['application/graphql-response+json;q=0.5, application/json', json],
    ['application/graphql-response+json, application/json;q=0.9', graphqlJson],
  ])('has the content type that the client prefers: %s', async (accept, contentType) => {
    const { respond, contextOf } = await prepared();
    const response = await respond(sent({ query: small }, { headers: { accept } }), contextOf);
    expect(response?.headers.get('content-type')).toBe(contentType);
  });

  it.each([
    ['a document that Apollo has not seen', sent({ query: '{ chatSession(id: 5) { id } }' }), {}],
    ['GET', sent({ query: small }, { method: 'GET' }), {}],
    ['a list', sent([{ query: small }]), {}],
    ['no body', sent(undefined), {}],
    ['a document to be registered', sent({ query: small, ...named(small) }), {}],
    ['a hash of a document that is cached by its text', sent({ variables: { id: '7' }, ...named(byVariable) }), {}],
    ['a hash where none is accepted', sent(named(small)), { APQ: 'false' }],
    [
      'a hash of another version',
      sent({ extensions: { persistedQuery: { version: 2, sha256Hash: documentHash(small) } } }),
      {},
    ],
    [
      'a hash that is none',
      sent({ extensions: { persistedQuery: { version: 1, sha256Hash: [documentHash(small)] } } }),
      {},
    ],
    ['extensions that are a text', sent({ query: small, extensions: 'x' }), {}],
    ['variables that are a text', sent({ query: small, variables: 'x' }), {}],
    ['an operation name that is none', sent({ query: small, operationName: 5 }), {}],
    ['no such operation', sent({ query: two, operationName: 'C' }), {}],
    ['a choice of two', sent({ query: two }), {}],
    ['a variable that does not fit', sent({ query: byVariable, variables: { id: {} } }), {}],
    ['too much', sent({ query: many }), { MAX_ROOT_FIELDS: '50' }],
    ['a query for the router', sent({ query: entities, variables: { of: [] } }), { ROUTER_SECRET: 'r'.repeat(32) }],
  ])('is left to Apollo, and nothing is started: %s', async (_what, request, settings) => {
    const { respond, contextOf, session, log } = await prepared(settings);
    expect(await respond(request, contextOf)).toBeNull();
    expect([session.calls, log()]).toEqual([[], []]);
  });

  it('is left to Apollo when no context can be created', async () => {
    const { respond } = await prepared();
    const contextOf = () => {
      throw new Error('a header is not accepted');
    };
    expect(await respond(sent({ query: small }), contextOf)).toBeNull();
  });
});
