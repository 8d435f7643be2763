/**
 * All output of a gateway except the selected data, to check that it contains no secret: log, error bodies, response headers, metrics,
 * and the output of this process.
 */
import { afterEach, beforeEach, expect, jest } from '@jest/globals';
import { expectNoCanary } from './canaries.js';
import { calm } from './facing-clients.js';
import { sendPlain, type PlainAnswer } from './plain-http.js';
import type { RunningGateway } from './query-gateway.js';

/** Settings for the most log output, and short deadlines. */
export const talkative = {
  ...calm,
  LOG_LEVEL: 'debug',
  AUDIT_LOG: 'stdout',
  CONNECT_TIMEOUT_MS: '400',
  ATTEMPT_TIMEOUT_MS: '500',
  UPSTREAM_TIMEOUT_MS: '800',
  OPERATION_TIMEOUT_MS: '1000',
  MAX_RESPONSE_BYTES: '100000',
  BREAKER_MIN_CALLS: '10000',
} as const;

const streams = [process.stdout, process.stderr];
let written: readonly { readonly mock: { readonly calls: readonly (readonly unknown[])[] } }[] = [];

/** Records this process's output during each test; it is still written. */
export function keepOutput(): void {
  beforeEach(() => {
    written = streams.map((stream) => jest.spyOn(stream, 'write')); // calls the original
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
}

const output = (): string => written.flatMap(({ mock }) => mock.calls.map(([chunk]) => String(chunk))).join('');

/** The response without its data. */
function withoutData({ headers, text, status }: PlainAnswer): string {
  if (!text.startsWith('{')) return `${status} ${JSON.stringify(headers)} ${text}`;
  return `${status} ${JSON.stringify(headers)} ${JSON.stringify({ ...JSON.parse(text), data: null })}`;
}

/** @param expectQuietText fails for texts with a secret; default: canaries */
export function expectQuiet(where: string, response: PlainAnswer | null, expectQuietText = expectNoCanary): void {
  if (response) expectQuietText(where, withoutData(response));
}

export async function expectNothingWritten(gateway: RunningGateway, expectQuietText = expectNoCanary): Promise<void> {
  const metrics = await sendPlain(`${gateway.url}/metrics`, { method: 'GET' });
  expect(metrics?.text).toContain('# TYPE');
  expectQuietText('metrics', metrics?.text ?? '');
  expect(gateway.log()).toContain('"event":"operation"');
  expectQuietText('log', gateway.log());
  expectQuietText('output', output());
}
