/** An exchange leaves no timer and no listener, however it ends. */
import { getEventListeners } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { sendRequest } from '../../src/http/undici-exchange.js';
import { callerConnections } from '../../src/http/caller-connections.js';
import { configFor } from '../support/client-calls.js';
import { rawAnswer } from '../support/raw-answers.js';
import { scriptedUpstream, silence, write, type Script } from '../support/scripted-upstream.js';

const rows: readonly (readonly [how: string, script: Script, settled: string])[] = [
  ['with a response', () => [write(rawAnswer({ body: 'null' }))], 'null'],
  ['with one that is too large', () => [write(rawAnswer({ body: ' '.repeat(2_000) }))], 'UpstreamInvalidResponseError'],
  ['when its time is over', () => [silence], 'ABORT_ERR'],
  ['with bytes that are not HTTP', () => [write('HTTP/1.1 garbage\r\n\r\n')], 'HTTPParserError'],
];

/** The body, or the code or name of the error. */
const settledAs = (response: Promise<Buffer>): Promise<string> =>
  response.then(
    (body) => body.toString(),
    (error: { readonly name: string; readonly code?: string }) =>
      error.code === 'ABORT_ERR' ? error.code : error.name,
  );

describe('an exchange that ends', () => {
  it.each(rows)('%s leaves nothing behind', async (_how, script, settled) => {
    await using upstream = await scriptedUpstream(script);
    using connections = callerConnections(configFor(upstream.url));
    const { signal } = new AbortController();
    const request = {
      call: 'x',
      path: '/',
      headers: {},
      body: '',
      isLast: false,
      signal,
      limitMs: 2_000, // on a busy machine a response takes more than some hundred ms
      maxBytes: 1_000,
      hold: () => true,
    };
    const connection = connections.acquire(upstream.url, 'a');

    const response = sendRequest(connection, request, { status: null, headers: {}, bytes: 0 });
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);

    expect(await settledAs(response)).toBe(settled);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});
