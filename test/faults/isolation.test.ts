/**
 * The product's most important promise: nobody ever sees what another's credentials fetched, and nobody's trouble becomes
 * another's. A stamping upstream marks whatever it answers; callers, ids, languages, faults, latencies and disconnects are random.
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
  // What one caller's upstream does must not open the circuit here: that it would is shown in upstream-breaker.test.ts.
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

/** The error that a caller gets for his own trouble; null where it is null without an error. */
function codeOf(behaviour: Behaviour): string | null | undefined {
  if (behaviour.kind === 'status') return codeOfStatus.get(behaviour.status);
  if (behaviour.kind === 'error-object')
    return behaviour.type === 'SoSentryException' ? 'FORBIDDEN' : 'UPSTREAM_REJECTED';
  if (behaviour.kind === 'hang') return 'UPSTREAM_TIMEOUT';
  return behaviour.kind === 'reset' ? 'UPSTREAM_UNAVAILABLE' : 'UPSTREAM_INVALID_RESPONSE';
}

const answered: Behaviour = { kind: 'answer', afterMs: 0 };

const afterMs = fc.integer({ min: 0, max: 60 });
/** What concerns this call only, and what is an outage; of the latter less, so that the circuit stays closed (U43 has its own test). */
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

interface Answered {
  readonly data: Readonly<Record<'one' | 'many' | 'references', unknown>>;
  readonly errors?: readonly GraphqlError[];
}

async function ask(url: string, { caller, ids: asked, startsMs, leavesMs }: Sent): Promise<PlainAnswer | null> {
  await delay(startsMs);
  const variables = {
    one: asked[0],
    many: asked,
    representations: asked.map((id) => ({ __typename: 'ChatSession', id })),
  };
  const signal = leavesMs === null ? undefined : AbortSignal.timeout(leavesMs);
  return sendQuery(url, { query: document, variables }, caller.headers, signal);
}

type Plan = (stamp: string, id: string) => Behaviour;

/** Every place of an answer that was about one session: its path and what is there. */
function places({ data }: Answered, asked: readonly string[]): readonly (readonly [string, string, unknown])[] {
  const listed = (name: 'many' | 'references') =>
    asked.map((id, index) => [`${name}.${index}`, id, (data[name] as readonly unknown[])[index]] as const);
  return [['one', asked[0] ?? '', data.one], ...listed('many'), ...listed('references')];
}

/** How many places of answers were looked at, and how many of them a connection that broke left empty. */
const seen = { places: 0, broken: 0 };

/** The kernel may make a reset of what the upstream cuts off: no leak. */
const isBrokenConnection = (code: string | null, { kind }: Behaviour): boolean =>
  code === 'UPSTREAM_UNAVAILABLE' && kind === 'truncate';

function expectOnlyOwn(answer: PlainAnswer, { caller: { stamp }, ids: asked }: Sent, plan: Plan): void {
  expect(answer.status).toBe(200);
  const body = JSON.parse(answer.text) as Answered; // the wall: JSON from the wire
  const codes = new Map(body.errors?.map(({ path = [], extensions }) => [path.join('.'), extensions.code]));
  const isRefused = asked.some((id) => codeOf(plan(stamp, id)) === 'UNAUTHENTICATED'); // stops what was not sent yet

  expect([...answer.text.matchAll(/stamp-[0-9a-f]+/g)].filter(([found]) => found !== stamp)).toEqual([]);
  expect(JSON.stringify([body.errors, answer.headers])).not.toContain('stamp');
  for (const [path, id, value] of places(body, asked)) {
    const behaviour = plan(stamp, id);
    const code = codes.get(path) ?? null;
    if (code === 'UNAUTHENTICATED' && isRefused) continue;
    const shown = { id, customerAlias: `${stamp}:${id}`, customerName: stamp, person: { firstname: stamp } };
    const expected =
      behaviour.kind === 'answer' ? { value: shown, code: null } : { value: null, code: codeOf(behaviour) };
    seen.places += 1;
    if (isBrokenConnection(code, behaviour)) seen.broken += 1;
    else expect({ path, value, code }).toEqual({ path, ...expected });
  }
}

const runs = Number(process.env['ISOLATION_RUNS'] ?? 16);

describe('isolation', () => {
  it('every answer, errors included, bears only its own stamp, whatever happens to others at the same time', async () => {
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
        const plan: Plan = (stamp, id) => planned.get(`${stamp} ${id}`) ?? answered;
        await using upstream = await stampingUpstream(plan);
        await using gateway = await gatewayAt(upstream.url, { ...settings, UPSTREAM_RETRIES: retries });

        const all: readonly Sent[] = sent.map((request) => ({ ...request, caller: nth(request.caller) }));
        const answers = await Promise.all(all.map((request) => ask(gateway.url, request)));

        for (const [index, request] of all.entries()) {
          const answer = answers[index];
          if (answer) expectOnlyOwn(answer, request, plan);
        }
        expect(gateway.log()).not.toContain('stamp');
        const known = new Set(callers.map(({ stamp }) => stamp));
        const stampsSeen = new Set(upstream.calls.slice(100).map((call) => call.split(' ')[0] ?? ''));
        expect([...stampsSeen].filter((stamp) => !known.has(stamp))).toEqual([]);
      }),
      { numRuns: runs, endOnFailure: true },
    );
    expect(seen.places).toBeGreaterThan(100 * Math.min(runs, 5));
    expect(seen.broken / seen.places).toBeLessThan(0.05);
  }, 120_000);

  const a = principalOf({ authorization: 'Bearer a' });
  const b = principalOf({ authorization: 'Bearer b' });
  const askedBy = (caller: Principal, asked: readonly string[] = ['1', '2']): Sent => ({
    caller,
    ids: asked,
    startsMs: 0,
    leavesMs: null,
  });

  it.each([400, 401, 403, 404, 429, 500])(
    'a hundred answers of %i to one caller change nothing for another',
    async (status) => {
      const plan: Plan = (stamp) => (stamp === a.stamp ? { kind: 'status', status, afterMs: 0 } : answered);
      await using upstream = await stampingUpstream(plan);
      await using gateway = await gatewayAt(upstream.url, settings);

      for (let round = 0; round < 10; round += 1) {
        const troubled = Array.from({ length: 10 }, () => ask(gateway.url, askedBy(a)));
        const healthy = askedBy(b);
        const answer = await ask(gateway.url, healthy);
        if (answer) expectOnlyOwn(answer, healthy, plan);
        await Promise.all(troubled);
      }
      const last = await ask(gateway.url, askedBy(b));
      expect(last?.text).not.toContain('errors');
    },
  );

  it('calls of one caller that hang do not keep another waiting', async () => {
    const plan: Plan = (stamp) => (stamp === a.stamp ? { kind: 'hang' } : answered);
    await using upstream = await stampingUpstream(plan);
    await using gateway = await gatewayAt(upstream.url, { ...settings, ATTEMPT_TIMEOUT_MS: '2500' });
    const manyIds = Array.from({ length: 40 }, (_, index) => String(index + 1));
    const client = new AbortController();
    const hanging = Array.from({ length: 3 }, () =>
      sendQuery(gateway.url, { query: `{ chatSessions(ids: [${manyIds.join()}]) { id } }` }, a.headers, client.signal),
    );
    expect(await comesTrue(() => upstream.calls.length === 32)).toBe(true);

    const startedMs = performance.now();
    const healthy = askedBy(b);
    const answer = await ask(gateway.url, healthy);
    const tookMs = performance.now() - startedMs;

    if (answer) expectOnlyOwn(answer, healthy, plan);
    expect(answer).not.toBeNull();
    expect(tookMs).toBeLessThan(1000); // less than half of what A's calls hang
    client.abort();
    await Promise.all(hanging);
  });
});
