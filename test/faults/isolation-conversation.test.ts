/**
 * Isolation of what is not read by a session's id: lists, messages, topics, presence, and actions. Each response has only the
 * stamp of the caller's own credentials; errors and logs have none.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sendQuery, type PlainAnswer } from '../support/plain-http.js';
import { principals, stampSettings, type Principal } from '../support/principals.js';
import { gatewayAt } from '../support/query-gateway.js';
import { stampingUpstream, type Behaviour } from '../support/stamping-upstream.js';

const settings = {
  ...stampSettings,
  CONNECT_TIMEOUT_MS: '500',
  ATTEMPT_TIMEOUT_MS: '1000',
  UPSTREAM_TIMEOUT_MS: '2000',
  OPERATION_TIMEOUT_MS: '5000',
  BREAKER_MIN_CALLS: '10000',
};

const reading = `query ($id: ID!) {
  myChatSessions { customerName topic { name } messages(last: 5) { message author } }
  chatSession(id: $id) { customerAlias messages { message } transcript topic { name } }
  chatMessages(sessionId: $id) { author }
  myChatTopics { name }
  chatPresence { displayName }
}`;

const acting = `mutation ($id: ID!) {
  pickUpChatSession(id: $id) { session { customerName messages { message } topic { name } } userErrors { code } }
  transferChatSession(id: $id, to: "7") { session { customerAlias } userErrors { code } }
  addChatMessage(sessionId: $id, message: "Hei") { message { message author } }
  pickUpNextChatSession { session { id } userErrors { code } }
}`;

const behaviours = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('answer' as const), afterMs: fc.integer({ min: 0, max: 30 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Behaviour>(
      { kind: 'status', status: 403, afterMs: 5 },
      { kind: 'status', status: 500, afterMs: 0 },
      { kind: 'error-object', type: 'SoSentryException' },
      { kind: 'another-record' },
      { kind: 'reset' },
      { kind: 'truncate' },
    ),
  },
);

const requests = fc.record({
  caller: fc.nat(100),
  query: fc.constantFrom(reading, acting),
  id: fc.integer({ min: 1, max: 4 }).map(String),
  startsMs: fc.integer({ min: 0, max: 60 }),
  leavesMs: fc.oneof(
    { weight: 6, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 }) },
  ),
});

/** Count of compared stamps. */
let seen = 0;

function expectOnlyOwn({ text, headers, status }: PlainAnswer, { stamp }: Principal): void {
  expect(status).toBe(200);
  const found = [...text.matchAll(/stamp-[0-9a-f]+/g)].map(([one]) => one);
  seen += found.length;
  expect(found.filter((one) => one !== stamp)).toEqual([]);
  const { errors } = JSON.parse(text) as { errors?: unknown }; // JSON from the wire
  expect(JSON.stringify([errors ?? null, headers])).not.toContain('stamp-');
}

describe('isolation of conversations', () => {
  it('every list, message and action has only the stamp of its own caller', async () => {
    const scenario = fc.record({
      callers: principals,
      sent: fc.array(requests, { minLength: 15, maxLength: 30, size: 'max' }),
      plan: fc.array(behaviours, { minLength: 30, maxLength: 30 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.noBias(scenario), async ({ callers, sent, plan }) => {
        let turn = 0;
        await using upstream = await stampingUpstream(
          () => plan[(turn += 1) % plan.length] ?? { kind: 'answer', afterMs: 0 },
        );
        await using gateway = await gatewayAt(upstream.url, settings);

        await Promise.all(
          sent.map(async ({ caller, query, id, startsMs, leavesMs }) => {
            const own = callers[caller % callers.length];
            if (!own) throw new Error('there is no caller');
            await delay(startsMs);
            const signal = leavesMs === null ? undefined : AbortSignal.timeout(leavesMs);
            const response = await sendQuery(gateway.url, { query, variables: { id } }, own.headers, signal);
            if (response) expectOnlyOwn(response, own);
          }),
        );

        expect(gateway.log()).not.toContain('stamp-');
        const stamps = new Set(callers.map(({ stamp }) => stamp));
        expect(upstream.calls.map((call) => call.split(' ')[0] ?? '').filter((stamp) => !stamps.has(stamp))).toEqual(
          [],
        );
      }),
      { numRuns: Number(process.env['ISOLATION_RUNS'] ?? 12), endOnFailure: true },
    );
    expect(seen).toBeGreaterThan(500);
  });
});
