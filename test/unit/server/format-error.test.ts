/** The one exit: what a client may read of an error. */
import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { UpstreamRateLimitedError } from '../../../src/errors/upstream-errors.js';
import { formatError } from '../../../src/server/graphql/format-error.js';

const formatted = (message: string, code: string) => ({
  message,
  path: ['chatSession'],
  extensions: { code, stacktrace: ['x'] },
});

describe('an error that nobody foresaw', () => {
  it('is known by its code only: no message, no stack', () => {
    const original = new Error('connect to secret-host with Bearer secret-token');
    const error = new GraphQLError(original.message, { originalError: original, path: ['chatSession'] });

    const answer = formatError(formatted(original.message, 'INTERNAL_SERVER_ERROR'), error);

    expect(answer).toEqual({
      message: 'The gateway failed. Report the request id to the operator.',
      path: ['chatSession'],
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
  });

  it('does not get through by claiming a code of its own', () => {
    const original = Object.assign(new Error('secret'), { extensions: { code: 'WHATEVER' } });
    const error = new GraphQLError('secret', { originalError: original });
    expect(formatError(formatted('secret', 'WHATEVER'), error).message).not.toContain('secret');
  });
});

describe('an error of ours', () => {
  it('brings its fixed text, its code and its public details, and never its detail', () => {
    const original = new UpstreamRateLimitedError('GetChatSessionEntity 192: status 429', 7);
    const error = new GraphQLError('', { originalError: original });

    const answer = formatError(formatted('', 'INTERNAL_SERVER_ERROR'), error);

    expect(answer.extensions).toEqual({ code: 'UPSTREAM_RATE_LIMITED', retryAfterSeconds: 7 });
    expect(answer.message).toContain('retryAfterSeconds');
    expect(JSON.stringify(answer)).not.toContain('192');
  });
});
