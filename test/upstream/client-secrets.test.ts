/**
 * On every failure, neither the error nor the log contains token, host or body. A got error would contain all three.
 */
import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { startEmulator, type Fault } from '../../src/emulator/index.js';
import { GatewayError } from '../../src/errors/gateway-error.js';
import { openClient, readCall, type OpenClient } from '../support/client-calls.js';
import { answerJson, refusingUrl, startUpstream } from '../support/upstream-servers.js';

const body = 'body-that-is-secret';
const secrets = { authorization: 'Bearer hunter2-token', 'so-timezone': 'NO' };
const environment = { SUPEROFFICE_APP_TOKEN: 'app-swordfish', ATTEMPT_TIMEOUT_MS: '300', CONNECT_TIMEOUT_MS: '250' };

async function failureOf(client: OpenClient, incoming: Readonly<Record<string, string>> = secrets): Promise<unknown> {
  return client
    .session(incoming)
    .post(readCall())
    .then(
      () => null,
      (error: unknown) => error,
    );
}

/** Everything that can be read from an error, including hidden and inherited properties. */
function allOf(error: unknown): string {
  const own = error instanceof Error ? Object.getOwnPropertyNames(error).map((name) => Reflect.get(error, name)) : [];
  return [inspect(error, { depth: 12, showHidden: true }), JSON.stringify(error), ...own.map((value) => inspect(value))]
    .join('\n')
    .replaceAll(import.meta.dirname, '');
}

function expectNoSecret(text: string, url: string): void {
  for (const secret of ['hunter2', 'swordfish', body, new URL(url).host, new URL(url).port, 'Bearer']) {
    expect(text.includes(secret) ? `found: ${secret} in ${text}` : 'no secret').toBe('no secret');
  }
}

const faults: readonly (readonly [string, Fault])[] = [
  ['400', { kind: 'status', status: 400, body: JSON.stringify({ Message: body, MessageDetail: body }) }],
  ['401', { kind: 'status', status: 401, body, headers: { 'WWW-Authenticate': `Bearer realm="${body}"` } }],
  ['403', { kind: 'status', status: 403, body: JSON.stringify({ Error: true, ErrorMessage: body }) }],
  ['500', { kind: 'status', status: 500, body }],
  ['503', { kind: 'status', status: 503, body }],
  ['a redirect', { kind: 'status', status: 302, headers: { Location: `https://x.example/${body}` } }],
  ['an error object', { kind: 'body', body: JSON.stringify({ Error: true, ErrorType: 'SoX', ErrorMessage: body }) }],
  ['an unknown error type', { kind: 'body', body: JSON.stringify({ Error: true, ErrorType: body }) }],
  ['HTML', { kind: 'body', body: `<html>${body}</html>`, contentType: 'text/html' }],
  ['no JSON', { kind: 'body', body }],
  ['bad gzip', { kind: 'body', body, headers: { 'Content-Encoding': 'gzip' } }],
  ['too large', { kind: 'body', body: JSON.stringify(body.repeat(10_000)) }],
  ['truncated', { kind: 'truncate' }],
  ['a reset', { kind: 'reset' }],
  ['no response', { kind: 'hang' }],
  ['no HTTP', { kind: 'raw', bytes: `${body}\r\n\r\n` }],
];

describe('a response that fails', () => {
  it.each(faults)('%s reveals nothing', async (_name, fault) => {
    await using emulator = await startEmulator();
    emulator.injectFault({ ...fault, times: Infinity });
    using client = openClient(emulator.url, { ...environment, MAX_RESPONSE_BYTES: '100000' });

    const error = await failureOf(client);

    expect(error).toBeInstanceOf(GatewayError);
    expect(error instanceof Error && error.cause).toBeUndefined();
    expectNoSecret(allOf(error), emulator.url);
    expectNoSecret(client.logText(), emulator.url);
    expect(client.logLines().every(({ msg }) => msg.includes('GetChatSessionEntity'))).toBe(true);
    expect(client.logLines().length).toBeGreaterThan(0);
  });
});

describe('a connection that fails', () => {
  it('refused reveals nothing', async () => {
    const url = await refusingUrl();
    using client = openClient(url, environment);

    const error = await failureOf(client);

    expect(error).toBeInstanceOf(GatewayError);
    expectNoSecret(allOf(error) + client.logText(), url);
    expect(client.logLines()).toHaveLength(2);
  });

  it('without TLS reveals nothing', async () => {
    await using server = await startUpstream((response) => answerJson(response, null));
    using client = openClient(server.url.replace('http:', 'https:'), environment);

    const error = await failureOf(client);

    expect(error).toBeInstanceOf(GatewayError);
    expectNoSecret(allOf(error) + client.logText(), server.url);
  });

  it('to a host that does not exist reveals nothing', async () => {
    const url = 'https://hunter2.invalid:4711';
    using client = openClient(url, environment);

    const error = await failureOf(client);

    expect(error).toBeInstanceOf(GatewayError);
    expectNoSecret(allOf(error) + client.logText(), url);
  });
});

describe('a response that succeeds', () => {
  it('logs only its size', async () => {
    await using server = await startUpstream((response) => answerJson(response, { CustomerName: body }));
    using client = openClient(server.url, environment);

    await client.session({ 'x-xsrf-token': 'hunter2', 'so-language': 'en' }).post(readCall());

    expectNoSecret(client.logText(), server.url);
    expect(client.logLines()).toHaveLength(1);
  });
});

describe('the search itself', () => {
  it('finds the secrets where they are present', () => {
    const leaking = Object.assign(new Error('x'), { options: { headers: secrets } });

    expect(() => expectNoSecret(allOf(leaking), 'http://h.example:1')).toThrow();
  });
});
