/**
 * The meaning of a response: the table of statuses, the error objects that come with 200, and bodies that are not JSON.
 */
import { describe, expect, it } from '@jest/globals';
import { GatewayError } from '../../../src/errors/gateway-error.js';
import type { Outcome } from '../../../src/http/outcome.js';
import { outcomeOf, type UpstreamResponse } from '../../../src/superoffice/response-errors.js';

const json = 'application/json; charset=utf-8';
const call = 'GetChatSessionEntity 192';

function responseWith(
  status: number,
  body: string | Buffer = '',
  contentType: string | undefined = json,
): UpstreamResponse {
  return { status, contentType, retryAfterSeconds: undefined, body: Buffer.from(body), isCloseDelimited: false };
}

/** The outcome in a line: `value null`, `FORBIDDEN`, `UPSTREAM_TIMEOUT again`. */
function meaning(outcome: Outcome): string {
  if (outcome.kind === 'value') return `value ${JSON.stringify(outcome.value)}`;
  return `${outcome.error.code}${outcome.isRepeatable ? ' again' : ''}`;
}

/** Like `meaning`, for responses whose body is refused by an error. */
function meaningOf(response: UpstreamResponse): string {
  try {
    return meaning(outcomeOf(call, response));
  } catch (error) {
    if (error instanceof GatewayError) return error.code;
    throw error;
  }
}

const errorObject = (ErrorType: string) =>
  JSON.stringify({ Error: true, ErrorType, ErrorMessage: 'secret-text', ErrorSource: 'x' });

describe('statuses', () => {
  it('U28 status 404 is value null, unless it comes from a web server without such a path', () => {
    expect(meaningOf(responseWith(404))).toBe('value null');
    expect(meaningOf(responseWith(404, '{"Error":true}'))).toBe('value null');
    expect(meaningOf(responseWith(404, '<html>no such page</html>', 'text/html'))).toBe('UPSTREAM_REJECTED');
  });

  it.each([
    ['U12', 204, 'value null'],
    ['U34', 301, 'UPSTREAM_INVALID_RESPONSE'],
    ['U34', 302, 'UPSTREAM_INVALID_RESPONSE'],
    ['U34', 304, 'UPSTREAM_INVALID_RESPONSE'],
    ['U34', 307, 'UPSTREAM_INVALID_RESPONSE'],
    ['U25', 400, 'UPSTREAM_REJECTED'],
    ['U26', 401, 'UNAUTHENTICATED'],
    ['U27', 403, 'FORBIDDEN'],
    ['U25', 405, 'UPSTREAM_REJECTED'],
    ['U29', 408, 'UPSTREAM_TIMEOUT again'],
    ['U25', 411, 'UPSTREAM_REJECTED'],
    ['U30', 421, 'UPSTREAM_UNAVAILABLE'],
    ['U31', 429, 'UPSTREAM_RATE_LIMITED again'],
    ['U32', 500, 'UPSTREAM_UNAVAILABLE'],
    ['U32', 501, 'UPSTREAM_UNAVAILABLE'],
    ['U33', 502, 'UPSTREAM_UNAVAILABLE again'],
    ['U33', 503, 'UPSTREAM_UNAVAILABLE again'],
    ['U33', 504, 'UPSTREAM_TIMEOUT again'],
    ['U32', 599, 'UPSTREAM_UNAVAILABLE'],
  ])('%s status %d is %s, whatever the body', (_row, status, expected) => {
    expect(meaningOf(responseWith(status))).toBe(expected);
    expect(meaningOf(responseWith(status, '<html>secret-text</html>', 'text/html'))).toBe(expected);
    expect(meaningOf(responseWith(status, '{"ChatSessionId": 192}'))).toBe(expected);
  });

  it.each([
    [429, 'UPSTREAM_RATE_LIMITED'],
    [503, 'UPSTREAM_UNAVAILABLE'],
  ])('status %d reports the time of Retry-After', (status, code) => {
    const outcome = outcomeOf(call, { ...responseWith(status), retryAfterSeconds: 7 });

    expect(outcome).toMatchObject({ retryAfterSeconds: 7, error: { code, publicDetails: { retryAfterSeconds: 7 } } });
  });

  it('names operation, id and status for the log, and nothing of the body', () => {
    const outcome = outcomeOf(call, responseWith(403, 'secret-text', 'text/plain'));

    expect(outcome).toMatchObject({ error: { detail: 'GetChatSessionEntity 192: status 403', message: '' } });
  });
});

describe('error objects', () => {
  it.each([
    ['SoSentryException', 'FORBIDDEN'],
    ['SoLicenseException', 'FORBIDDEN'],
    ['SoSessionException', 'UNAUTHENTICATED'],
    ['SoNotFoundException', 'value null'],
    ['SoServerException', 'UPSTREAM_UNAVAILABLE'],
    ['SoDbAccessException', 'UPSTREAM_UNAVAILABLE'],
    ['SuperOffice.Exceptions.SoSentryException', 'FORBIDDEN'],
    ['SoArgumentException', 'UPSTREAM_REJECTED'],
    ['', 'UPSTREAM_REJECTED'],
  ])('%s with 200 is %s', (type, expected) => {
    expect(meaningOf(responseWith(200, errorObject(type)))).toBe(expected);
    expect(meaningOf(responseWith(200, JSON.stringify({ Message: 'secret-text', ExceptionType: type })))).toBe(
      expected,
    );
  });

  it.each([
    [500, 'SoSentryException', 'FORBIDDEN'],
    [500, 'SoSessionException', 'UNAUTHENTICATED'],
    [500, 'SoNotFoundException', 'value null'],
    [500, 'SoServerException', 'UPSTREAM_UNAVAILABLE'],
    [500, 'SoArgumentException', 'UPSTREAM_UNAVAILABLE'],
    [400, 'SoSentryException', 'FORBIDDEN'],
    [400, 'SoArgumentException', 'UPSTREAM_REJECTED'],
    [401, 'SoSentryException', 'UNAUTHENTICATED'],
    [503, 'SoSentryException', 'UPSTREAM_UNAVAILABLE again'],
  ])('status %d with %s is %s', (status, type, expected) => {
    expect(meaningOf(responseWith(status, errorObject(type)))).toBe(expected);
  });

  it.each([
    [{ Message: 'x', MessageDetail: 'y' }, 'UPSTREAM_REJECTED'],
    [{ Error: true }, 'UPSTREAM_REJECTED'],
    [{ Error: true, ErrorType: null }, 'UPSTREAM_REJECTED'],
    [{ Error: true, ErrorType: { a: 1 } }, 'UPSTREAM_REJECTED'],
    [{ Error: true, ErrorType: 'constructor' }, 'UPSTREAM_REJECTED'],
    [{ Error: false, ChatSessionId: 1 }, 'value {"Error":false,"ChatSessionId":1}'],
    [{ Message: 'x', ChatSessionId: 1 }, 'value {"Message":"x","ChatSessionId":1}'],
  ])('%j with 200 is %s', (body, expected) => {
    expect(meaningOf(responseWith(200, JSON.stringify(body)))).toBe(expected);
  });

  it.each([200, 400, 500])("the message of SuperOffice's error object is not repeated (status %d)", (status) => {
    const outcome = outcomeOf(call, responseWith(status, errorObject('SoSentryException')));
    if (outcome.kind === 'value') throw new Error('expected a failure');

    expect([outcome.error.detail, outcome.error.message]).toEqual(['GetChatSessionEntity 192: SoSentryException', '']);
  });
});

describe('bodies', () => {
  it.each([
    ['U13', 'null', 'value null'],
    ['an object', '{"ChatSessionId": 192}', 'value {"ChatSessionId":192}'],
    ['U14: the data source refuses it', '[1]', 'value [1]'],
    ['U15', '\uFEFF{"ChatSessionId": 192}', 'value {"ChatSessionId":192}'],
    ['U9', '{"ChatSessionId": 192', 'UPSTREAM_INVALID_RESPONSE'],
    ['U12', '', 'UPSTREAM_INVALID_RESPONSE'],
    ['two marks', '\uFEFF\uFEFFnull', 'UPSTREAM_INVALID_RESPONSE'],
  ])('%s: %j is %s', (_row, body, expected) => {
    expect(meaningOf(responseWith(200, body))).toBe(expected);
  });

  it.each([
    'application/json',
    'application/json;charset=UTF-8',
    'application/json; charset="utf-8"',
    'application/json; charset = utf-8',
    'APPLICATION/JSON; Charset=Utf-8',
    'application/json; charset=us-ascii',
    'application/json; odata.metadata=minimal; charset=utf-8',
    'text/json',
    'application/problem+json',
  ])('%s is JSON', (contentType) => {
    expect(meaningOf(responseWith(200, '{}', contentType))).toBe('value {}');
  });

  it.each([
    ['U10', 'text/html; charset=utf-8'],
    ['U11', 'application/xml'],
    ['U11', 'text/xml; charset=utf-8'],
    ['U16', 'application/json; charset=utf-16'],
    ['U16', 'application/json; charset="utf-16"'],
    ['U16', 'application/json;charset=iso-8859-1'],
    ['U16', 'application/json; charset=utf-80'],
    ['not JSON', 'application/jsonp'],
    ['not JSON', 'application/octet-stream'],
    ['nothing', ''],
  ])('%s: %s is not a JSON response', (_row, contentType) => {
    expect(meaningOf(responseWith(200, '{}', contentType))).toBe('UPSTREAM_INVALID_RESPONSE');
  });

  it('a response without a content type is not JSON', () => {
    expect(meaningOf({ ...responseWith(200, '{}'), contentType: undefined })).toBe('UPSTREAM_INVALID_RESPONSE');
  });

  it('U16 UTF-16 under the name of UTF-8 is refused', () => {
    expect(meaningOf(responseWith(200, Buffer.from('{"a":1}', 'utf16le')))).toBe('UPSTREAM_INVALID_RESPONSE');
  });

  it.each([
    ['secret-text', json],
    ['{"CustomerName": secret-text}', json],
    ['<html>secret-text</html>', 'text/html'],
  ])('an unreadable body is not repeated: %s', (body, contentType) => {
    const outcome = outcomeOf(call, responseWith(200, body, contentType));
    if (outcome.kind !== 'failure') throw new Error('it was taken for a value');
    const { error } = outcome;

    expect(error.detail).toMatch(/^GetChatSessionEntity 192: the (response|body) is not JSON/);
    expect([error.message, error.cause, JSON.stringify(error).includes('secret')]).toEqual(['', undefined, false]);
  });

  it('U18 nesting of 100,000 levels is an ordinary value', () => {
    const outcome = outcomeOf(call, responseWith(200, `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`));

    expect(outcome.kind).toBe('value');
  });
});
