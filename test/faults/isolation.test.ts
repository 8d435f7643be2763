/**
 * The product's most important promise: no caller sees what another's credentials fetched, and no caller's faults affect another.
 * A stamping upstream marks all its responses; callers, ids, languages, faults, latencies and disconnects are random.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { comesTrue } from '../support/eventually.js';
import { sendQuery, type PlainAnswer } from '../support/plain-http.js';
import { principalOf, principals, stampSettings, type Principal } from '../support/principals.js';
import { gatewayAt, type GraphqlError } from '../support/query-gateway.js';
import { stampingUpstream, type Behaviour } from '../support/stamping-upstream.js';

const settings = {
  ...stampSettings,
  CONNECT_TIMEOUT_MS: '500',
  ATTEMPT_TIMEOUT_MS: '1000',
  // Faults of one caller must not open the circuit in these tests; upstream-breaker.test.ts shows that they would.
  BREAKER_MIN_CALLS: '10000',
  UPSTREAM_TIMEOUT_MS: '3000',
  OPERATION_TIMEOUT_MS: '8000',
};

const codeOfStatus = new Map([
  [400, 'UPSTREAM_REJECTED'],
  [401, 'UNAUTHENTICATED'],
  [403, 'FORBIDDEN'],
  [404, null],
  [429, 'UPSTREAM_RATE_LIMITED'],
  [500, 'UPSTREAM_UNAVAILABLE'],
  [503, 'UPSTREAM_UNAVAILABLE'],
]);

/** The error that a caller gets for their own fault; null where the field is null without an error. */
function codeOf(behaviour: Behaviour): string | null | undefined {
  if (behaviour.kind === 'status') return codeOfStatus.get(behaviour.status);
  if (behaviour.kind === 'error-object')
    return behaviour.type === 'SoSentryException' ? 'FORBIDDEN' : 'UPSTREAM_REJECTED';
  if (behaviour.kind === 'hang') return 'UPSTREAM_TIMEOUT';
  return behaviour.kind === 'reset' ? 'UPSTREAM_UNAVAILABLE' : 'UPSTREAM_INVALID_RESPONSE';
}

const healthyResponse: Behaviour = { kind: 'answer', afterMs: 0 };

const afterMs = fc.integer({ min: 0, max: 60 });
/** Faults of one call, and outages; fewer of the latter, so that the circuit stays closed (U43 has its own test). */
const behaviours: fc.Arbitrary<Behaviour> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('answer' as const), afterMs }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('status' as const),
      status: fc.constantFrom(400, 401, 401, 403, 404, 429, 500),
      afterMs,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Behaviour>(
      { kind: 'error-object', type: 'SoSentryException' },
      { kind: 'error-object', type: 'SoException' },
      { kind: 'another-record' },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Behaviour>(
      { kind: 'status', status: 503, afterMs: 5 },
      { kind: 'reset' },
      { kind: 'truncate' },
      { kind: 'hang' },
    ),
  },
);

const ids = fc.integer({ min: 1, max: 8 }).map(String);
const requests = fc.record({
  caller: fc.nat(100),
  ids: fc.array(ids, { minLength: 1, maxLength: 4 }),
  startsMs: fc.integer({ min: 0, max: 80 }),
  leavesMs: fc.oneof(
    { weight: 6, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 60 }) },
  ),
});
type Sent = { readonly caller: Principal } & Pick<
  { readonly ids: readonly string[]; readonly startsMs: number; readonly leavesMs: number | null },
  'ids' | 'startsMs' | 'leavesMs'
>;

const document = `query ($one: ID!, $many: [ID!]!, $representations: [_Any!]!) {
  one: chatSession(id: $one) { ...shown }
  many: chatSessions(ids: $many) { ...shown }
  references: _entities(representations: $representations) { ...shown }
}
fragment shown on ChatSession { id customerAlias customerName person { firstname } }`;

interface ResponseBody {
  readonly data: Readonly<Record<'one' | 'many' | 'references', unknown>>;
  readonly errors?: readonly GraphqlError[];
}

async function send(url: string, { caller, ids: requestedIds, startsMs, leavesMs }: Sent): Promise<PlainAnswer | null> {
  await delay(startsMs);
  const variables = {
    one: requestedIds[0],
    many: requestedIds,
    representations: requestedIds.map((id) => ({ __typename: 'ChatSession', id })),
  };
  const signal = leavesMs === null ? undefined : AbortSignal.timeout(leavesMs);
  return sendQuery(url, { query: document, variables }, caller.headers, signal);
}

type Plan = (stamp: string, id: string) => Behaviour;

/** Every position of a response that is about one session: its path, id and value. */
function positions(
  { data }: ResponseBody,
  requestedIds: readonly string[],
): readonly (readonly [string, string, unknown])[] {
  const listed = (name: 'many' | 'references') =>
    requestedIds.map((id, index) => [`${name}.${index}`, id, (data[name] as readonly unknown[])[index]] as const);
  return [['one', requestedIds[0] ?? '', data.one], ...listed('many'), ...listed('references')];
}

/** Counts of compared positions, and of those that are empty because a connection broke. */
const seen = { positions: 0, broken: 0 };

/** The kernel may turn a truncated response into a reset: no leak. */
const isBrokenConnection = (code: string | null, { kind }: Behaviour): boolean =>
  code === 'UPSTREAM_UNAVAILABLE' && kind === 'truncate';

function expectOnlyOwn(response: PlainAnswer, { caller: { stamp }, ids: requestedIds }: Sent, plan: Plan): void {
  expect(response.status).toBe(200);
  const body = JSON.parse(response.text) as ResponseBody; // JSON from the wire
  const codes = new Map(body.errors?.map(({ path = [], extensions }) => [path.join('.'), extensions.code]));
  const isRefused = requestedIds.some((id) => codeOf(plan(stamp, id)) === 'UNAUTHENTICATED'); // calls not yet sent are not sent

  expect([...response.text.matchAll(/stamp-[0-9a-f]+/g)].filter(([found]) => found !== stamp)).toEqual([]);
  expect(JSON.stringify([body.errors, response.headers])).not.toContain('stamp');
  for (const [path, id, value] of positions(body, requestedIds)) {
    const behaviour = plan(stamp, id);
    const code = codes.get(path) ?? null;
    if (code === 'UNAUTHENTICATED' && isRefused) continue;
    const shown = { id, customerAlias: `${stamp}:${id}`, customerName: stamp, person: { firstname: stamp } };
    const expected =
      behaviour.kind === 'answer' ? { value: shown, code: null } : { value: null, code: codeOf(behaviour) };
    seen.positions += 1;
    if (isBrokenConnection(code, behaviour)) seen.broken += 1;
    else expect({ path, value, code }).toEqual({ path, ...expected });
  }
}

const runs = Number(process.env['ISOLATION_RUNS'] ?? 16);

describe('isolation', () => {
  it.each([
    ['by itself', {}],
    ['with reads of one caller joined and kept', { JOIN_CALLS_IN_FLIGHT: 'true', CACHE_SLOW_SECONDS: '60' }],
  ])('every response and error has only its own stamp, whatever happens to others, %s', async (_how, shared) => {
    const scenario = fc.record({
      callers: principals,
      troubles: fc.array(fc.record({ caller: fc.nat(100), id: ids, behaviour: behaviours }), {
        minLength: 6,
        maxLength: 24,
        size: 'max',
      }),
      sent: fc.array(requests, { minLength: 15, maxLength: 40, size: 'max' }),
      retries: fc.constantFrom('0', '1'),
    });
    await fc.assert(
      fc.asyncProperty(fc.noBias(scenario), async ({ callers, troubles, sent, retries }) => {
        const nth = (index: number): Principal => callers[index % callers.length] ?? principalOf({});
        const planned = new Map(troubles.map(({ caller, id, behaviour }) => [`${nth(caller).stamp} ${id}`, behaviour]));
        const plan: Plan = (stamp, id) => planned.get(`${stamp} ${id}`) ?? healthyResponse;
        await using upstream = await stampingUpstream(plan);
        await using gateway = await gatewayAt(upstream.url, { ...settings, ...shared, UPSTREAM_RETRIES: retries });

        const all: readonly Sent[] = sent.map((request) => ({ ...request, caller: nth(request.caller) }));
        const responses = await Promise.all(all.map((request) => send(gateway.url, request)));

        for (const [index, request] of all.entries()) {
          const response = responses[index];
          if (response) expectOnlyOwn(response, request, plan);
        }
        expect(gateway.log()).not.toContain('stamp');
        const stamps = new Set(callers.map(({ stamp }) => stamp));
        const stampsSeen = new Set(upstream.calls.slice(100).map((call) => call.split(' ')[0] ?? ''));
        expect([...stampsSeen].filter((stamp) => !stamps.has(stamp))).toEqual([]);
      }),
      { numRuns: runs, endOnFailure: true },
    );
    expect(seen.positions).toBeGreaterThan(100 * Math.min(runs, 5));
    expect(seen.broken / seen.positions).toBeLessThan(0.05);
  });

  const a = principalOf({ authorization: 'Bearer a' });
  const b = principalOf({ authorization: 'Bearer b' });
  const sentBy = (caller: Principal, requestedIds: readonly string[] = ['1', '2']): Sent => ({
    caller,
    ids: requestedIds,
    startsMs: 0,
    leavesMs: null,
  });

  it.each([400, 401, 403, 404, 429, 500])(
    'a hundred responses of %i to one caller change nothing for another',
    async (status) => {
      const plan: Plan = (stamp) => (stamp === a.stamp ? { kind: 'status', status, afterMs: 0 } : healthyResponse);
      await using upstream = await stampingUpstream(plan);
      await using gateway = await gatewayAt(upstream.url, settings);

      for (let round = 0; round < 10; round += 1) {
        const troubled = Array.from({ length: 10 }, () => send(gateway.url, sentBy(a)));
        const healthy = sentBy(b);
        const response = await send(gateway.url, healthy);
        if (response) expectOnlyOwn(response, healthy, plan);
        await Promise.all(troubled);
      }
      const last = await send(gateway.url, sentBy(b));
      expect(last?.text).not.toContain('errors');
    },
  );

  it('hanging calls of one caller do not delay another', async () => {
    const plan: Plan = (stamp) => (stamp === a.stamp ? { kind: 'hang' } : healthyResponse);
    await using upstream = await stampingUpstream(plan);
    await using gateway = await gatewayAt(upstream.url, { ...settings, ATTEMPT_TIMEOUT_MS: '2500' });
    const manyIds = Array.from({ length: 40 }, (_, index) => String(index + 1));
    const client = new AbortController();
    const hanging = Array.from({ length: 3 }, () =>
      sendQuery(gateway.url, { query: `{ chatSessions(ids: [${manyIds.join()}]) { id } }` }, a.headers, client.signal),
    );
    expect(await comesTrue(() => upstream.calls.length === 32)).toBe(true);

    const startedMs = performance.now();
    const healthy = sentBy(b);
    const response = await send(gateway.url, healthy);
    const tookMs = performance.now() - startedMs;

    if (response) expectOnlyOwn(response, healthy, plan);
    expect(response).not.toBeNull();
    expect(tookMs).toBeLessThan(1000); // less than half of the time that A's calls hang
    client.abort();
    await Promise.all(hanging);
  });
});
