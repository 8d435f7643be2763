/** The principal's key: two requests share one only if SuperOffice cannot distinguish them. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { forwardedHeaders } from '../../src/superoffice/forwarded-headers.js';
import { principalKeys } from '../../src/superoffice/principal-key.js';
import { requestHeaders } from '../../src/superoffice/request-headers.js';

const baseUrl = 'https://online.example.com/Cust1/api/v1';
const secret = 'of this process';
const names = requestHeaders.map(({ name }) => name);
const sample: Readonly<Record<string, string>> = Object.fromEntries(names.map((name) => [name, `value of ${name}`]));

const keyOf = (headers: Readonly<Record<string, string>>, tenant = baseUrl, key = secret): string =>
  principalKeys({ headers }, tenant, key).principal;

const quotaKeyOf = (headers: Readonly<Record<string, string>>): string =>
  principalKeys({ headers }, baseUrl, secret).quotaKey;

describe('the quota key', () => {
  const { authorization, ...rest } = sample;

  it.each(requestHeaders.map(({ name, isSecret }) => [name, isSecret] as const))(
    'changes with %s: %s',
    (name, isAnother) => {
      expect(quotaKeyOf({ ...sample, [name]: 'another' }) !== quotaKeyOf(sample)).toBe(isAnother);
    },
  );

  it('does not depend on the case of the scheme', () => {
    const keys = ['Bearer abc', 'bearer abc', 'BEARER   abc'].map((value) =>
      quotaKeyOf({ ...rest, authorization: value }),
    );
    expect(new Set(keys).size).toBe(1);
    expect(quotaKeyOf({ ...rest, authorization: 'Bearer ABC' })).not.toBe(keys[0]);
    expect(authorization).toBeDefined();
  });
});

describe('the key of a principal', () => {
  it.each(names)('changes when %s changes, is empty or is missing', (name) => {
    const without = Object.fromEntries(Object.entries(sample).filter(([other]) => other !== name));
    const keys = [sample, { ...sample, [name]: 'another value' }, { ...sample, [name]: '' }, without].map((headers) =>
      keyOf(headers),
    );
    expect(new Set(keys).size).toBe(4);
  });

  it('changes with the tenant and with the secret', () => {
    const keys = [keyOf(sample), keyOf(sample, `${baseUrl}0`), keyOf(sample, baseUrl, `${secret}0`)];
    expect(new Set(keys).size).toBe(3);
  });

  it('is equal for two requests only if they are equal', () => {
    const values = fc.constantFrom('', 'a', 'b', 'ab', '"', ',', '","', 'null', 'a","so-language","b', '\\');
    const headers = fc.dictionary(fc.constantFrom(...names), values, { noNullPrototype: true });
    const canonical = (given: Readonly<Record<string, string>>): string =>
      JSON.stringify(Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1)));
    fc.assert(
      fc.property(headers, headers, (one, other) => {
        const backwards = Object.fromEntries(Object.entries(one).reverse());
        expect(keyOf(backwards)).toBe(keyOf(one));
        expect(keyOf(one) === keyOf(other)).toBe(canonical(one) === canonical(other));
      }),
      { numRuns: 500 },
    );
  });

  it('contains none of its inputs', () => {
    expect(keyOf(sample)).toMatch(/^[\w-]{43}$/);
  });

  it('covers all that is forwarded', () => {
    const rules = {
      credentialsHeader: 'authorization',
      forwardCookies: ['SoSession'],
      appToken: 'app-token',
      language: 'en',
      defaultAuthorization: null,
    };
    const incoming = { ...Object.fromEntries(names.map((name) => [name, 'en'])), host: 'gateway', 'x-other': 'x' };
    const byToken = forwardedHeaders({ ...incoming, authorization: 'Bearer a' }, rules);
    const byCookie = forwardedHeaders({ ...incoming, authorization: '', cookie: 'SoSession=1; other=2' }, rules);
    const forwarded = new Set([byToken, byCookie].flatMap(({ headers }) => Object.keys(headers)));
    expect([...forwarded].sort()).toEqual([...names].sort());
  });
});

describe('an authenticated caller', () => {
  const keysOf = (caller?: string) =>
    principalKeys({ headers: sample, ...(caller !== undefined && { caller }) }, baseUrl, secret);

  it('has keys of their own, though SuperOffice sees the same user', () => {
    const callers = [
      undefined,
      '',
      '["api-key","a"]',
      '["jwt","issuer","a"]',
      '["jwt","issuer","b"]',
      '["jwt","a","issuer"]',
    ];
    for (const name of ['principal', 'quotaKey'] as const) {
      expect(new Set(callers.map((caller) => keysOf(caller)[name])).size).toBe(callers.length);
    }
    expect(keysOf('["api-key","a"]')).toEqual(keysOf('["api-key","a"]'));
  });
});
