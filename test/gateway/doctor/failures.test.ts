/** `doctor` where a request fails: it reports why, sends no more requests, and prints neither credentials nor values of records. */
import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { reportJson, reportTable } from '../../../src/doctor/report.js';
import { plannedRequests, runProbes } from '../../../src/doctor/run-probes.js';
import { startEmulator, type Fault } from '../../../src/emulator/index.js';
import { authorization } from '../../support/query-gateway.js';
import { privateTexts, probedSessionId, probeTarget, putProbedSession, runDoctor } from '../../support/run-doctor.js';

const html = { kind: 'body', body: '<html>Sign in</html>', contentType: 'text/html' } as const;
const operation = 'GetChatSessionEntity';

describe('doctor', () => {
  it.each<readonly [what: string, fault: Fault, text: string]>([
    ['a login page', html, 'not SuperOffice'],
    ['another host', { kind: 'status', status: 421 }, 'moved'],
    ['maintenance', { kind: 'status', status: 503, body: 'out' }, 'unavailable'],
    ['no response', { kind: 'reset' }, 'unreachable'],
  ])('before %s ends after one request', async (_what, fault, text) => {
    const { results, requests } = await runDoctor({}, { prepare: (emulator) => emulator.injectFault(fault) });

    expect(results).toEqual([expect.objectContaining({ id: 'reachability', text, status: 'decide' })]);
    expect(requests).toEqual(['GET /Cust1/api']);
  });

  it.each<readonly [what: string, fault: Fault, text: string]>([
    ['expired', { kind: 'status', status: 401 }, 'refused'],
    ['of a user without rights', { kind: 'status', status: 403 }, 'without rights'],
    ['not looked at', { kind: 'status', status: 500 }, 'call failed'],
  ])('with credentials that are %s ends with them', async (_what, fault, text) => {
    const prepare = {
      prepare: ({ injectFault }: { injectFault(f: Fault): void }) => injectFault({ ...fault, match: { operation } }),
    };
    const { byId, requests } = await runDoctor({}, prepare);

    expect(byId['credentials']).toMatchObject({ text, status: 'decide' });
    expect(Object.keys(byId)).toEqual(['reachability', 'version', 'clock', 'credentials']);
    expect(requests).toHaveLength(2);
  });

  it('sends its credentials to the agents only, never to the page of the API', async () => {
    await using emulator = await startEmulator();
    putProbedSession(emulator);
    await runProbes(probeTarget({ SUPEROFFICE_URL: emulator.url, SUPEROFFICE_APP_TOKEN: 'app-token-4711' }));

    const sent = emulator.log.map(({ headers }) => [headers.authorization, headers['so-apptoken']]);
    expect(sent[0]).toEqual([undefined, undefined]);
    expect(new Set(sent.slice(1).map(String))).toEqual(new Set([`${authorization},app-token-4711`]));
    expect(
      emulator.log.every(
        ({ line, path }) =>
          /^(GET|Get|PATCH|ChatSessionsForUser|ChatTopicsForUser|POST \/api\/v1\/Archive)/.test(line) && path !== '',
      ),
    ).toBe(true);
  });

  it("uses one of the caller's own chats when none is named, preferably one with a company", async () => {
    const { byId, requests } = await runDoctor({}, { sessionId: null });

    expect(byId['session']).toMatchObject({ text: 'found' });
    expect(requests[1]).toBe('ChatSessionsForUser $select=ChatSessionId,Contact/ContactId');
    expect(requests[2]).toMatch(/^GetChatSessionEntity (?!19 )\d+ /); // 19 has none
    expect(requests.length).toBeLessThanOrEqual(plannedRequests(null).length);
  });

  it('reports that there is no chat to look at', async () => {
    const none = await runDoctor(
      {},
      {
        sessionId: null,
        prepare: (emulator) =>
          emulator.injectFault({ kind: 'body', body: '[]', match: { operation: 'ChatSessionsForUser' } }),
      },
    );
    expect(none.byId['session']).toMatchObject({ text: 'none', status: 'decide' });
    expect(none.byId['chat-user-ids']).toMatchObject({ text: 'ej-user' }); // it needs no chat
    expect(none.requests).toHaveLength(5);

    const unknown = await runDoctor({}, { sessionId: '999999999' });
    expect(unknown.byId['session']).toMatchObject({ text: 'unknown', status: 'decide' });
    expect(unknown.requests).toHaveLength(5);
  });

  it('does not guess: without messages, company, texts or an end, results are unknown', async () => {
    const bare = {
      ChatSessionId: Number(probedSessionId),
      TopicId: 1,
      Flags: 'CustomerIsTyping',
      Contact: null,
      Ticket: null,
    } as const;
    const { byId } = await runDoctor(
      { whenZone: 'Europe/Oslo' },
      {
        prepare: (emulator) => {
          emulator.putSession({ ...bare, WhenIdle: new Date().toISOString() });
          emulator.putMessages(Number(probedSessionId), []);
        },
      },
    );

    const unsure = ['language', 'deep-paths', 'no-flags', 'time-zone-header'].map((id) => byId[id]?.status);
    expect(unsure).toEqual(['unknown', 'unknown', 'unknown', 'fine']);
    expect(byId['when-zone']).toMatchObject({ text: 'without an offset', status: 'decide' });
  });

  it('derives no zone from a date that is not of the same moment as the last message', async () => {
    const { byId } = await runDoctor(
      { whenZone: 'UTC' },
      {
        prepare: (emulator) =>
          emulator.putMessages(Number(probedSessionId), [
            { ChatMessageId: 1, ChatSessionId: Number(probedSessionId), WhenPosted: '2026-07-01T11:53:00Z' },
          ]),
      },
    );
    expect(byId['when-zone']).toMatchObject({ text: 'without an offset', status: 'decide' });
  });

  it('prints no value of a record, and no credentials, in either form', async () => {
    const run = await runDoctor({});
    const printed = reportTable(run) + reportJson(run) + plannedRequests(probedSessionId).join();

    for (const text of [...privateTexts, authorization, authorization.slice(6), 'Customer"', 'Kunde', '2026-07-01'])
      expect(printed).not.toContain(text);
  });

  const canary = 'canary-4711';
  const record = JSON.stringify({
    ChatSessionId: Number(probedSessionId),
    Flags: canary,
    WhenIdle: canary,
    Contact: canary,
  });

  it.each<readonly [string, Fault]>([
    ['an error page', { kind: 'status', status: 500, body: canary, headers: { 'x-secret': canary } }],
    ['an error object', { kind: 'body', body: JSON.stringify({ Error: true, ErrorType: canary, Message: canary }) }],
    ['a redirect', { kind: 'status', status: 302, headers: { location: `http://127.0.0.1:9/${canary}` } }],
    ['throttling', { kind: 'status', status: 429, body: canary, headers: { date: canary } }],
    ['a record of canaries', { kind: 'body', body: record }],
    ['a list of canaries', { kind: 'body', body: `[${record}]` }],
    ['half a response', { kind: 'truncate' }],
    ['bytes that are no HTTP', { kind: 'raw', bytes: canary }],
    ['nothing but a text', { kind: 'body', body: `"${canary}"` }],
  ])('prints no secret and reports a result when the response to every request is %s', async (_what, fault) => {
    const credentials = `Bearer 8A:Cust1.${canary}`;
    const settings = { SUPEROFFICE_APP_TOKEN: canary, UPSTREAM_RETRIES: '0' };
    const injected = { ...fault, times: Infinity } as Fault;
    const operations = [operation, 'ChatSessionsForUser', 'GetChatMessages'];
    const everywhere = await runDoctor(
      {},
      { settings, credentials, prepare: (emulator) => emulator.injectFault(injected) },
    );
    const atAgents = await runDoctor(
      {},
      {
        settings,
        credentials,
        prepare: (emulator) =>
          operations.forEach((name) => emulator.injectFault({ ...injected, match: { operation: name } } as Fault)),
      },
    );

    for (const run of [everywhere, atAgents]) {
      expect(reportTable(run) + reportJson(run)).not.toContain(canary);
      expect(run.calls).toBe(run.requests.length);
      expect(run.results.length).toBeGreaterThan(0);
    }
  });

  it('reports no version that does not look like one', async () => {
    const body = JSON.stringify({ NetServerVersion: 'x'.repeat(500), ReleaseName: '<script>', Version: '12.4' });
    const { byId } = await runDoctor({}, { prepare: (emulator) => emulator.injectFault({ kind: 'body', body }) });
    expect(byId['version']?.text).toBe('12.4');
  });

  it('reports that nothing responds at a port without a server', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const address = taken.address();
    await new Promise((resolve) => taken.close(resolve));
    const port = typeof address === 'object' && address ? address.port : 0;

    const { results, calls } = await runProbes(probeTarget({ SUPEROFFICE_URL: `http://127.0.0.1:${port}` }));
    expect(results[0]).toMatchObject({ id: 'reachability', text: 'unreachable', status: 'decide' });
    expect(calls).toBe(1);
  });
});
