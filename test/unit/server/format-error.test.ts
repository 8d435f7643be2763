/** The only exit of errors: what a client may read of them. */
import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { UpstreamRateLimitedError } from '../../../src/errors/upstream-errors.js';
import { formatError } from '../../../src/server/graphql/format-error.js';

const formatted = (message: string, code: string) => ({
  message,
  path: ['chatSession'],
  extensions: { code, stacktrace: ['x'] },
});

describe('an unexpected error', () => {
  it('has only a code: no message, no stack', () => {
    const original = new Error('connect to secret-host with Bearer secret-token');
    const error = new GraphQLError(original.message, { originalError: original, path: ['chatSession'] });

    const response = formatError(formatted(original.message, 'INTERNAL_SERVER_ERROR'), error);

    expect(response).toEqual({
      message: 'The gateway failed. Report the request id to the operator.',
      path: ['chatSession'],
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
  });

  it('cannot claim its own code', () => {
    const original = Object.assign(new Error('secret'), { extensions: { code: 'WHATEVER' } });
    const error = new GraphQLError('secret', { originalError: original });
    expect(formatError(formatted('secret', 'WHATEVER'), error).message).not.toContain('secret');
  });
});

describe('an error of the gateway', () => {
  it('has its fixed text, its code and its public details, and never its detail', () => {
    const original = new UpstreamRateLimitedError('GetChatSessionEntity 192: status 429', 7);
    const error = new GraphQLError('', { originalError: original });

    const response = formatError(formatted('', 'INTERNAL_SERVER_ERROR'), error);

    expect(response.extensions).toEqual({ code: 'UPSTREAM_RATE_LIMITED', retryAfterSeconds: 7 });
    expect(response.message).toContain('retryAfterSeconds');
    expect(JSON.stringify(response)).not.toContain('192');
  });
});
