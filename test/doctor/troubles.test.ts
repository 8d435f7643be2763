/** `doctor` where something is in the way: it says what, asks nothing more, and shows nothing of what it was given or has read. */
import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { gatewayConfig } from '../../src/config/gateway-config.js';
import { askedServer } from '../../src/doctor/asked-server.js';
import { examination, plannedCalls, settingsOf } from '../../src/doctor/examination.js';
import { reportJson, reportTable } from '../../src/doctor/report.js';
import { startEmulator, type Fault } from '../../src/emulator/index.js';
import { systemClock } from '../../src/base/clock.js';
import { examined, privateTexts, putPatient, patientId } from '../support/examined.js';
import { authorization } from '../support/query-gateway.js';

const html = { kind: 'body', body: '<html>Sign in</html>', contentType: 'text/html' } as const;
const operation = 'GetChatSessionEntity';

describe('doctor', () => {
  it.each<readonly [what: string, fault: Fault, seen: string]>([
    ['a login page', html, 'not SuperOffice'],
    ['another host', { kind: 'status', status: 421 }, 'moved'],
    ['maintenance', { kind: 'status', status: 503, body: 'out' }, 'unavailable'],
    ['no answer', { kind: 'reset' }, 'unreachable'],
  ])('before %s ends after one call', async (_what, fault, seen) => {
    const { findings, requests } = await examined({}, { prepare: (emulator) => emulator.injectFault(fault) });

    expect(Object.values(findings)).toEqual([
      expect.objectContaining({ topic: 'reachability', seen, verdict: 'decide' }),
    ]);
    expect(requests).toEqual(['GET /Cust1/api']);
  });

  it.each<readonly [what: string, fault: Fault, seen: string]>([
    ['expired', { kind: 'status', status: 401 }, 'refused'],
    ['of a user without rights', { kind: 'status', status: 403 }, 'without rights'],
    ['not looked at', { kind: 'status', status: 500 }, 'no answer'],
  ])('with credentials that are %s ends with them', async (_what, fault, seen) => {
    const prepare = {
      prepare: ({ injectFault }: { injectFault(f: Fault): void }) => injectFault({ ...fault, match: { operation } }),
    };
    const { findings, requests } = await examined({}, prepare);

    expect(findings['credentials']).toMatchObject({ seen, verdict: 'decide' });
    expect(Object.keys(findings)).toEqual(['reachability', 'version', 'clock', 'credentials']);
    expect(requests).toHaveLength(2);
  });

  it('sends its credentials to the agents only, never to the page of the API', async () => {
    await using emulator = await startEmulator();
    putPatient(emulator);
    const settings = { SUPEROFFICE_URL: emulator.url, SUPEROFFICE_APP_TOKEN: 'app-token-4711' };
    const config = gatewayConfig(settings);
    using server = askedServer({
      config: config.superoffice,
      baseUrl: config.superoffice.baseUrl ?? '',
      authorization,
      clock: systemClock,
    });
    await examination(server, patientId, settingsOf(config));

    const sent = emulator.log.map(({ headers }) => [headers.authorization, headers['so-apptoken']]);
    expect(sent[0]).toEqual([undefined, undefined]);
    expect(new Set(sent.slice(1).map(String))).toEqual(new Set([`${authorization},app-token-4711`]));
    expect(
      emulator.log.every(
        ({ line, path }) => /^(GET|Get|ChatSessionsForUser|ChatTopicsForUser)/.test(line) && path !== '',
      ),
    ).toBe(true);
  });

  it('takes one of the own chats when none is named, best one with a company', async () => {
    const { findings, requests } = await examined({}, { sessionId: null });

    expect(findings['session']).toMatchObject({ seen: 'found' });
    expect(requests[1]).toBe('ChatSessionsForUser $select=ChatSessionId,Contact/ContactId');
    expect(requests[2]).toMatch(/^GetChatSessionEntity (?!19 )\d+ /); // 19 has none
    expect(requests.length).toBeLessThanOrEqual(plannedCalls(null).length);
  });

  it('says so when there is no chat to look at', async () => {
    const none = await examined(
      {},
      {
        sessionId: null,
        prepare: (emulator) =>
          emulator.injectFault({ kind: 'body', body: '[]', match: { operation: 'ChatSessionsForUser' } }),
      },
    );
    expect(none.findings['session']).toMatchObject({ seen: 'none', verdict: 'decide' });
    expect(none.findings['chat-user-ids']).toMatchObject({ seen: 'ej-user' }); // it takes no chat
    expect(none.requests).toHaveLength(5);

    const unknown = await examined({}, { sessionId: '999999999' });
    expect(unknown.findings['session']).toMatchObject({ seen: 'unknown', verdict: 'decide' });
    expect(unknown.requests).toHaveLength(5);
  });

  it('does not guess: without messages, company, texts or an end, points cannot be told', async () => {
    const bare = {
      ChatSessionId: Number(patientId),
      TopicId: 1,
      Flags: 'CustomerIsTyping',
      Contact: null,
      Ticket: null,
    };
    const { findings } = await examined(
      { whenZone: 'Europe/Oslo' },
      {
        prepare: (emulator) => {
          emulator.putSession({ ...bare, WhenIdle: new Date().toISOString() });
          emulator.putMessages(Number(patientId), []);
        },
      },
    );

    const unsure = ['language', 'deep-paths', 'no-flags', 'time-zone-header'].map((topic) => findings[topic]?.verdict);
    expect(unsure).toEqual(['unknown', 'unknown', 'unknown', 'fine']);
    expect(findings['when-zone']).toMatchObject({ seen: 'without an offset', verdict: 'decide' });
  });

  it('takes a date that is not of the same moment as the last message for no zone', async () => {
    const { findings } = await examined(
      { whenZone: 'UTC' },
      {
        prepare: (emulator) =>
          emulator.putMessages(Number(patientId), [
            { ChatMessageId: 1, ChatSessionId: Number(patientId), WhenPosted: '2026-07-01T11:53:00Z' },
          ]),
      },
    );
    expect(findings['when-zone']).toMatchObject({ seen: 'without an offset', verdict: 'decide' });
  });

  it('prints nothing of what the records hold, nor of the credentials, in either form', async () => {
    const { findings, calls } = await examined({});
    const list = Object.values(findings);
    const printed = reportTable(list, calls) + reportJson(list, calls) + plannedCalls(patientId).join();

    for (const text of [...privateTexts, authorization, authorization.slice(6), 'Customer"', 'Kunde', '2026-07-01'])
      expect(printed).not.toContain(text);
  });

  const canary = 'canary-4711';
  const record = JSON.stringify({ ChatSessionId: Number(patientId), Flags: canary, WhenIdle: canary, Contact: canary });

  it.each<readonly [string, Fault]>([
    ['an error page', { kind: 'status', status: 500, body: canary, headers: { 'x-secret': canary } }],
    ['an error object', { kind: 'body', body: JSON.stringify({ Error: true, ErrorType: canary, Message: canary }) }],
    ['a redirect', { kind: 'status', status: 302, headers: { location: `http://127.0.0.1:9/${canary}` } }],
    ['throttling', { kind: 'status', status: 429, body: canary, headers: { date: canary } }],
    ['a record of canaries', { kind: 'body', body: record }],
    ['a list of canaries', { kind: 'body', body: `[${record}]` }],
    ['half an answer', { kind: 'truncate' }],
    ['bytes that are no HTTP', { kind: 'raw', bytes: canary }],
    ['nothing but a text', { kind: 'body', body: `"${canary}"` }],
  ])('prints no secret and fails in no other way when it meets %s at every call', async (_what, fault) => {
    const credentials = `Bearer 8A:Cust1.${canary}`;
    const settings = { SUPEROFFICE_APP_TOKEN: canary, UPSTREAM_RETRIES: '0' };
    const met = { ...fault, times: Infinity } as Fault;
    const operations = [operation, 'ChatSessionsForUser', 'GetChatMessages'];
    const everywhere = await examined({}, { settings, credentials, prepare: (emulator) => emulator.injectFault(met) });
    const atAgents = await examined(
      {},
      {
        settings,
        credentials,
        prepare: (emulator) =>
          operations.forEach((name) => emulator.injectFault({ ...met, match: { operation: name } } as Fault)),
      },
    );

    for (const { findings, calls, requests } of [everywhere, atAgents]) {
      const list = Object.values(findings);
      expect(reportTable(list, calls) + reportJson(list, calls)).not.toContain(canary);
      expect(calls).toBe(requests.length);
      expect(list.length).toBeGreaterThan(0);
    }
  });

  it('is not led astray by a version that is none', async () => {
    const body = JSON.stringify({ NetServerVersion: 'x'.repeat(500), ReleaseName: '<script>', Version: '12.4' });
    const { findings } = await examined({}, { prepare: (emulator) => emulator.injectFault({ kind: 'body', body }) });
    expect(findings['version']?.seen).toBe('12.4');
  });

  it('says that nothing is there at a port that nobody listens on', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const address = taken.address();
    await new Promise((resolve) => taken.close(resolve));
    const port = typeof address === 'object' && address ? address.port : 0;
    const config = gatewayConfig({ SUPEROFFICE_URL: `http://127.0.0.1:${port}` });
    const baseUrl = config.superoffice.baseUrl ?? '';
    using server = askedServer({ config: config.superoffice, baseUrl, authorization, clock: systemClock });

    const [only] = await examination(server, patientId, settingsOf(config));
    expect(only).toMatchObject({ topic: 'reachability', seen: 'unreachable', verdict: 'decide' });
    expect(server.calls).toBe(1);
  });
});
