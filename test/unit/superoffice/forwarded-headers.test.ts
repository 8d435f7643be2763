/**
 * The headers of a caller that are forwarded to SuperOffice.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BadUserInputError } from '../../../src/errors/gateway-error.js';
import {
  forwardedHeaders,
  sampleAuthorization,
  type IncomingHeaders,
} from '../../../src/superoffice/forwarded-headers.js';
import { requestHeaders, secretHeaders } from '../../../src/superoffice/request-headers.js';
import { thrownBy } from '../../support/readings.js';

const rules = {
  credentialsHeader: 'authorization',
  forwardCookies: ['session', 'XSRF-TOKEN'] as readonly string[],
  appToken: null as string | null,
  language: 'en',
  defaultAuthorization: null as string | null,
};

const forwarded = (incoming: IncomingHeaders, more: Partial<typeof rules> = {}) =>
  forwardedHeaders(incoming, { ...rules, ...more });

const english = { 'accept-language': 'en' };

describe('credentials', () => {
  it.each(['Basic dGplMDpUamUw', 'SOTicket 7T:abc', 'Bearer 8A:Cust.x', 'bearer x', 'BEARER  x'])(
    '%s is forwarded unchanged',
    (authorization) => {
      expect(forwarded({ authorization })).toEqual({ headers: { ...english, authorization }, hasCredentials: true });
    },
  );

  it('C35 Authorization takes precedence over X-XSRF-TOKEN, and then no cookie is forwarded', () => {
    const incoming = { authorization: 'Bearer x', 'x-xsrf-token': 'token', cookie: 'session=1' };

    expect(forwarded(incoming).headers).toEqual({ ...english, authorization: 'Bearer x' });
  });

  it('X-XSRF-TOKEN is forwarded with the cookies that the operator named, and no others', () => {
    const incoming = {
      'x-xsrf-token': 'token',
      cookie: 'other=1; session=a=b;  XSRF-TOKEN="q"; sessions=2; Session=3',
    };

    expect(forwarded(incoming)).toEqual({
      headers: { ...english, 'x-xsrf-token': 'token', cookie: 'session=a=b;  XSRF-TOKEN="q"' },
      hasCredentials: true,
    });
  });

  it.each(['sessionX', 'session', 'my session=1', 'x=session=1', '=session', ''])(
    'the cookie header %j has no cookie that the operator named',
    (cookie) => {
      expect(forwarded({ 'x-xsrf-token': 'token', cookie }).headers).toEqual({ ...english, 'x-xsrf-token': 'token' });
    },
  );

  it('a cookie alone is not a credential', () => {
    expect(forwarded({ cookie: 'session=1' })).toEqual({ headers: english, hasCredentials: false });
  });

  it('CREDENTIALS_HEADER names the header of the credentials; Authorization is ignored then', () => {
    const incoming = { authorization: 'Bearer company', 'x-superoffice': 'Bearer x' };
    const more = { credentialsHeader: 'x-superoffice' };

    expect(forwarded(incoming, more).headers).toEqual({ ...english, authorization: 'Bearer x' });
    expect(forwarded({ authorization: 'Bearer company' }, more)).toEqual({ headers: english, hasCredentials: false });
  });

  it('no header means no credentials', () => {
    expect(forwarded({})).toEqual({ headers: english, hasCredentials: false });
    expect(forwarded({ authorization: '', 'x-xsrf-token': '' }).hasCredentials).toBe(false);
  });

  it('the sample is the default on the emulator, and replaces nothing that the caller sends', () => {
    const more = { defaultAuthorization: sampleAuthorization };

    expect(forwarded({}, more).headers).toEqual({ ...english, authorization: 'Basic dGplMDpUamUw' });
    expect(forwarded({ authorization: 'Bearer x' }, more).headers['authorization']).toBe('Bearer x');
    expect(forwarded({ 'x-xsrf-token': 't' }, more).headers).toEqual({ ...english, 'x-xsrf-token': 't' });
  });

  it("SO-AppToken is the application's own, never the caller's, and not a credential by itself", () => {
    expect(forwarded({ 'so-apptoken': 'stolen' }).headers).toEqual(english);
    expect(forwarded({ 'so-apptoken': 'stolen' }, { appToken: 'ours' })).toEqual({
      headers: { ...english, 'so-apptoken': 'ours' },
      hasCredentials: false,
    });
  });

  it('no other header is forwarded', () => {
    const incoming = {
      authorization: 'Bearer x',
      host: 'h',
      'x-forwarded-for': '1.1.1.1',
      accept: 'text/html',
      te: 'x',
    };

    expect(forwarded(incoming).headers).toEqual({ ...english, authorization: 'Bearer x' });
  });
});

describe('languages', () => {
  it.each<readonly [IncomingHeaders, Readonly<Record<string, string>>]>([
    [{}, { 'accept-language': 'nb-NO' }],
    [{ 'accept-language': '' }, { 'accept-language': 'nb-NO' }],
    [{ 'accept-language': 'de, en;q=0.5, *;q=0.1' }, { 'accept-language': 'de, en;q=0.5, *;q=0.1' }],
    [{ 'so-language': 'sv' }, { 'so-language': 'sv' }],
    [{ 'so-culture': 'da-DK' }, { 'so-culture': 'da-DK', 'accept-language': 'nb-NO' }],
  ])('%j is forwarded as %j: the default only where none is named', (incoming, headers) => {
    expect(forwarded(incoming, { language: 'nb-NO' }).headers).toEqual(headers);
  });

  it.each([
    ['NO', 'NO,includeTZOffset'],
    ['US-NY', 'US-NY,includeTZOffset'],
    ['261', '261,includeTZOffset'],
    ['America/Argentina/ComodRivadavia', 'America/Argentina/ComodRivadavia,includeTZOffset'],
    ['NO,includeTZOffset', 'NO,includeTZOffset'],
    ['NO, INCLUDETZOFFSET', 'NO, INCLUDETZOFFSET'],
    ['includeTZOffset', 'includeTZOffset'],
  ])('SO-TimeZone %s is forwarded as %s: the offset is requested once', (zone, sent) => {
    expect(forwarded({ 'so-timezone': zone }).headers['so-timezone']).toBe(sent);
  });
});

describe('the grammar of values', () => {
  const secret = 'hunter2';

  it.each([
    ['authorization', secret],
    ['authorization', `Digest ${secret}`],
    ['authorization', ''],
    ['authorization', 'Bearer '],
    ['authorization', 'Bearer'],
    ['authorization', 'Bearer null'],
    ['authorization', 'SOTicket undefined'],
    ['authorization', `Bearer ${secret} more`],
    ['authorization', `Bearer ${secret}\u00e9`],
    ['authorization', `Bearer ${secret}\r\nX-Evil: 1`],
    ['x-xsrf-token', `${secret} ${secret}`],
    ['x-xsrf-token', 'null'],
    ['x-xsrf-token', `${secret}\u0000`],
  ])('C22 %s: %j counts as no credentials, even with the default ones of the demo', (name, value) => {
    for (const defaultAuthorization of [null, sampleAuthorization]) {
      const { headers, hasCredentials } = forwarded({ [name]: value }, { defaultAuthorization });

      expect(hasCredentials).toBe(false);
      expect(Object.keys(headers)).toEqual(['accept-language']);
    }
  });

  it('C35 with an empty Authorization X-XSRF-TOKEN is used', () => {
    const incoming = { authorization: '', 'x-xsrf-token': 'token', cookie: 'session=1' };

    expect(forwarded(incoming).headers).toEqual({ ...english, 'x-xsrf-token': 'token', cookie: 'session=1' });
  });

  it('accepts a token that only looks like none', () => {
    for (const value of ['Bearer nullable', 'Bearer undefined1', 'Basic bnVsbA=='])
      expect(forwarded({ authorization: value }).headers['authorization']).toBe(value);
  });

  it.each([
    ['authorization', `Bearer ${secret.repeat(1200)}`],
    ['accept-language', `${secret}_\u00e9`],
    ['accept-language', 'en,'.repeat(100)],
    ['so-language', `${secret}\n`],
    ['so-culture', `${secret}"`],
    ['so-timezone', `${secret}\u2028`],
  ])('C22 %s: %j is refused by name, and not repeated', (name, value) => {
    const error = thrownBy(() => forwarded({ [name]: value }));

    expect(error).toBeInstanceOf(BadUserInputError);
    expect(error.message).toBe(`The header ${name} has a value that is not accepted.`);
  });

  it('applies to the header that the caller sent', () => {
    const act = () =>
      forwarded({ 'x-superoffice': `Bearer ${secret.repeat(1200)}` }, { credentialsHeader: 'x-superoffice' });

    expect(thrownBy(act).message).toBe('The header x-superoffice has a value that is not accepted.');
    expect(forwarded({ 'x-superoffice': secret }, { credentialsHeader: 'x-superoffice' }).hasCredentials).toBe(false);
  });

  it('applies to the forwarded cookies, and to no others', () => {
    const incoming = { 'x-xsrf-token': 'token', cookie: 'other=\u00e9; session=1' };

    expect(forwarded(incoming).headers['cookie']).toBe('session=1');
    expect(forwarded({ ...incoming, cookie: 'session=\u00e9' }).hasCredentials).toBe(false);
  });

  it('allows nothing that node could not send', () => {
    const name = fc.constantFrom(...requestHeaders.map((header) => header.name));
    fc.assert(
      fc.property(name, fc.string({ unit: 'binary' }), (header, value) => {
        try {
          const { headers } = forwarded({ authorization: 'Bearer x', [header]: value });
          for (const sent of Object.values(headers)) expect(sent).toMatch(/^[\x20-\x7e]*$/);
        } catch (error) {
          expect(error).toBeInstanceOf(BadUserInputError);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('every header that identifies a caller is a secret of the log', () => {
    expect(secretHeaders).toEqual(['authorization', 'x-xsrf-token', 'cookie', 'so-apptoken']);
  });
});
