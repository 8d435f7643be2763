/**
 * The meaning of a failure below HTTP: by its code alone, because the rest of a got error contains the token.
 */
import { describe, expect, it } from '@jest/globals';
import { outcomeOfTransportError } from '../../../src/http/transport-errors.js';

const call = 'GetChatSessionEntity 192';

/** An error as got throws it: a code, and everything that must not be published. */
function gotError(code: unknown): Error {
  const options = { headers: { authorization: 'Bearer hunter2' }, url: 'https://superoffice.example' };
  return Object.assign(new Error('connect to superoffice.example with hunter2'), { code, options });
}

function meaning(code: unknown, hasResponse: boolean): string {
  const outcome = outcomeOfTransportError(call, gotError(code), { hasResponse, isOnReusedSocket: false });
  if (outcome.kind === 'value') throw new Error('expected a failure');
  return `${outcome.error.code}${outcome.isRepeatable ? ' again' : ''}`;
}

describe('before a response', () => {
  it.each([
    ['U1', 'ECONNREFUSED', 'UPSTREAM_UNAVAILABLE again'],
    ['U2', 'ENOTFOUND', 'UPSTREAM_UNAVAILABLE'],
    ['U2', 'EAI_AGAIN', 'UPSTREAM_UNAVAILABLE again'],
    ['U3', 'ETIMEDOUT', 'UPSTREAM_TIMEOUT again'],
    ['U35', 'ECONNRESET', 'UPSTREAM_UNAVAILABLE again'],
    ['U35', 'EPIPE', 'UPSTREAM_UNAVAILABLE again'],
    ['U37', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'UPSTREAM_UNAVAILABLE'],
    ['U37', 'ERR_TLS_CERT_ALTNAME_INVALID', 'UPSTREAM_UNAVAILABLE'],
    ['U37', 'EPROTO', 'UPSTREAM_UNAVAILABLE'],
    ['U38', 'HPE_INVALID_CONSTANT', 'UPSTREAM_INVALID_RESPONSE'],
    ['U38', 'HPE_HEADER_OVERFLOW', 'UPSTREAM_INVALID_RESPONSE'],
    ['unknown', 'ESOMETHING', 'UPSTREAM_UNAVAILABLE'],
    ['without a code', undefined, 'UPSTREAM_UNAVAILABLE'],
  ])('%s %s is %s', (_row, code, expected) => {
    expect(meaning(code, false)).toBe(expected);
  });
});

describe('during a response', () => {
  it.each([
    ['U6', 'ETIMEDOUT', 'UPSTREAM_TIMEOUT'],
    ['U7', 'ECONNRESET', 'UPSTREAM_INVALID_RESPONSE again'],
    ['U7', 'ERR_STREAM_PREMATURE_CLOSE', 'UPSTREAM_INVALID_RESPONSE again'],
    ['U8', 'HPE_INVALID_EOF_STATE', 'UPSTREAM_INVALID_RESPONSE'],
    ['bad gzip', 'Z_DATA_ERROR', 'UPSTREAM_INVALID_RESPONSE'],
  ])('%s %s is %s', (_row, code, expected) => {
    expect(meaning(code, true)).toBe(expected);
  });
});

describe('the reported detail', () => {
  it.each([
    ['ECONNREFUSED', 'GetChatSessionEntity 192: ECONNREFUSED'],
    ['Bearer hunter2', 'GetChatSessionEntity 192: unknown'],
    [{ toString: (): string => 'hunter2' }, 'GetChatSessionEntity 192: unknown'],
    ['A'.repeat(65), 'GetChatSessionEntity 192: unknown'],
  ])('is the code, if it looks like one: %#', (code, detail) => {
    const outcome = outcomeOfTransportError(call, gotError(code), { hasResponse: false, isOnReusedSocket: false });

    expect(outcome).toMatchObject({ error: { detail, message: '' } });
    expect(outcome.kind === 'failure' && outcome.error.cause).toBeUndefined();
  });

  it.each([null, undefined, 'hunter2', 7])('a thrown %p is an unknown failure', (thrown) => {
    expect(outcomeOfTransportError(call, thrown, { hasResponse: false, isOnReusedSocket: false })).toMatchObject({
      error: { code: 'UPSTREAM_UNAVAILABLE', detail: 'GetChatSessionEntity 192: unknown' },
      isRepeatable: false,
    });
  });
});
