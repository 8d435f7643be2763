/** The errors that a client receives when SuperOffice fails, and the requests that SuperOffice receives then. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { startEmulator } from '../../../src/emulator/index.js';
import { authorization, gatewayAt, gatewayOnEmulator } from '../../support/query-gateway.js';

const query = '{ chatSession(id: 192) { status } __typename }';

/** A server that sends the same response to every request, and counts them. */
async function upstreamThat(listener: RequestListener) {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on TCP
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const answering =
  (status: number, headers: Record<string, string>, body = ''): RequestListener =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body);

const json = { 'content-type': 'application/json; charset=utf-8' };

describe('credentials', () => {
  it('are required: UNAUTHENTICATED with 200, and no call', async () => {
    await using gateway = await gatewayOnEmulator();
    const { status, data, errors } = await gateway.query(query, {}, {});
    expect([status, data, errors?.map(({ extensions }) => extensions.code)]).toEqual([
      200,
      { chatSession: null, __typename: 'Query' },
      ['UNAUTHENTICATED'],
    ]);
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('are read from the configured header', async () => {
    await using gateway = await gatewayOnEmulator({}, { CREDENTIALS_HEADER: 'x-superoffice-authorization' });
    const headers = { authorization: 'Bearer company', 'x-superoffice-authorization': authorization };
    const { errors } = await gateway.query(query, {}, headers);
    expect(errors).toBeUndefined();
    expect(gateway.emulator.log[0]?.headers['authorization']).toBe(authorization);
  });

  it('that are refused with 401 stop unsent calls', async () => {
    await using gateway = await gatewayOnEmulator(
      { rejectCredentials: [authorization] },
      { MAX_UPSTREAM_CONCURRENCY: '1' },
    );
    const { data, errors } = await gateway.query('{ chatSessions(ids: [1, 2, 3, 4]) { id } }');
    expect(data).toEqual({ chatSessions: [null, null, null, null] });
    const [first, ...others] = errors ?? [];
    expect(first?.extensions.code).toBe('UNAUTHENTICATED');
    expect(others.every(({ extensions }) => extensions['causeId'] === first?.extensions['causeId'])).toBe(true);
    expect(gateway.emulator.requests).toHaveLength(1);
  });
});

describe('an upstream that is down', () => {
  it('is UPSTREAM_UNAVAILABLE in JSON, and the next query after a restart succeeds', async () => {
    const first = await startEmulator();
    await using gateway = await gatewayAt(first.url);
    await first.close();

    const down = await gateway.query(query);
    expect([down.status, down.errors?.[0]?.extensions.code]).toEqual([200, 'UPSTREAM_UNAVAILABLE']);

    await using second = await startEmulator({ port: first.port });
    const { data } = await gateway.query(query);
    expect(data.chatSession).toEqual({ status: 'CLOSED' });
    expect(second.requests).toEqual(['GetChatSessionEntity 192 $select=ChatSessionId,Status']);
  });
});

describe('an upstream with invalid responses', () => {
  const secretBody = 'SECRET-BODY';
  it.each([
    ['an error object', 200, json, `{"Message":"${secretBody}","MessageDetail":"${secretBody}"}`, 'UPSTREAM_REJECTED'],
    ['HTML', 200, { 'content-type': 'text/html' }, `<html>${secretBody}</html>`, 'UPSTREAM_INVALID_RESPONSE'],
    ['half a JSON', 200, json, `{"Status":"${secretBody}`, 'UPSTREAM_INVALID_RESPONSE'],
    ['another session', 200, json, `{"ChatSessionId":5,"Status":"${secretBody}"}`, 'UPSTREAM_INVALID_RESPONSE'],
    ['a list', 200, json, `["${secretBody}"]`, 'UPSTREAM_INVALID_RESPONSE'],
    ['nothing at all', 200, json, '', 'UPSTREAM_INVALID_RESPONSE'],
    ['a number for a text', 200, json, '{"ChatSessionId":192,"Status":7}', 'UPSTREAM_INVALID_RESPONSE'],
    ['a sentry', 200, json, '{"Error":true,"ErrorType":"SoSentryException","Message":"x"}', 'FORBIDDEN'],
  ])('%s', async (_name, status, headers, body, code) => {
    await using upstream = await upstreamThat(answering(status, headers, body));
    await using gateway = await gatewayAt(upstream.url);

    const { status: httpStatus, data, errors } = await gateway.query(query);

    expect([httpStatus, data, errors?.[0]?.extensions.code]).toEqual([
      200,
      {
        chatSession: code === 'UPSTREAM_INVALID_RESPONSE' && body.endsWith('7}') ? { status: null } : null,
        __typename: 'Query',
      },
      code,
    ]);
    expect(upstream.seen).toHaveLength(1);
    expect(JSON.stringify(errors) + gateway.log()).not.toContain(secretBody);
    expect(JSON.stringify(errors) + gateway.log()).not.toContain(new URL(upstream.url).host);
  });

  it('sends no byte to the target of a redirect', async () => {
    await using elsewhere = await upstreamThat(answering(200, json, 'null'));
    await using upstream = await upstreamThat(answering(302, { location: `${elsewhere.url}/api` }));
    await using gateway = await gatewayAt(upstream.url);

    const { errors } = await gateway.query(query);

    expect(errors?.[0]?.extensions.code).toBe('UPSTREAM_INVALID_RESPONSE');
    expect([upstream.seen.length, elsewhere.seen.length]).toEqual([1, 0]);
  });

  it('stops reading a body of 100 MB at the limit, with constant memory', async () => {
    const chunk = Buffer.alloc(1_048_576, ' ');
    let sent = 0;
    await using upstream = await upstreamThat((_request, response) => {
      response.writeHead(200, json);
      const more = (): void => {
        while (sent < 100 && !response.destroyed) {
          sent += 1;
          if (!response.write(chunk)) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    });
    await using gateway = await gatewayAt(upstream.url);
    const before = process.memoryUsage().rss;

    const { errors } = await gateway.query(query);

    expect(errors?.[0]?.extensions.code).toBe('UPSTREAM_INVALID_RESPONSE');
    expect(upstream.seen).toHaveLength(1);
    expect(sent).toBeLessThan(50);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1_048_576);
  });
});

describe('an upstream that is slow', () => {
  it('is UPSTREAM_TIMEOUT when no attempt succeeds in time', async () => {
    await using upstream = await upstreamThat(() => undefined);
    const deadlines = { CONNECT_TIMEOUT_MS: '400', ATTEMPT_TIMEOUT_MS: '500', UPSTREAM_TIMEOUT_MS: '3000' };
    await using gateway = await gatewayAt(upstream.url, deadlines);
    const { errors } = await gateway.query(query);
    expect(errors?.[0]?.extensions.code).toBe('UPSTREAM_TIMEOUT');
    expect(upstream.seen).toHaveLength(2);
  });

  it('reports how long to wait when SuperOffice throttles beyond the deadline', async () => {
    await using upstream = await upstreamThat(answering(429, { ...json, 'retry-after': '60' }));
    await using gateway = await gatewayAt(upstream.url);
    const { errors } = await gateway.query(query);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UPSTREAM_RATE_LIMITED', retryAfterSeconds: 60 });
    expect(upstream.seen).toHaveLength(1);
  });
});
