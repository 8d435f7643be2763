/**
 * What of an incoming request goes along to SuperOffice: the caller's own credentials and languages, nothing else. Where the gateway has
 * credentials of its own, only the languages do.
 * Nobody's credentials outlive the request that they came with.
 */
import type { SuperOfficeConfig } from '../config/superoffice-config.js';
import { BadUserInputError } from '../errors/gateway-error.js';
import { maxSecretLength, openHeaders, requestHeaders } from './request-headers.js';

/** Header names in lower case, as node:http gives them. */
export type IncomingHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface ForwardedHeaders {
  readonly headers: Readonly<Record<string, string>>;
  /** false: nothing may be asked of SuperOffice; every load ends in UNAUTHENTICATED. */
  readonly hasCredentials: boolean;
  /** Who the caller is, where the gateway checks that itself and has credentials of its own. */
  readonly caller?: string;
}

/** The documentation's own sample credentials, accepted by the emulator and used for nothing else. */
export const sampleAuthorization = 'Basic dGplMDpUamUw';

type Rules = Pick<SuperOfficeConfig, 'credentialsHeader' | 'forwardCookies' | 'appToken' | 'language'> & {
  /** What a request without credentials gets: the sample's on the embedded emulator, otherwise null. */
  readonly defaultAuthorization: string | null;
};

/** The cookies that the operator named, in the order in which they arrived. */
function namedCookies(cookie: string, names: readonly string[]): string {
  const isNamed = (pair: string): boolean => names.some((name) => pair.trimStart().startsWith(`${name}=`));
  return cookie.split(';').filter(isNamed).join(';').trim();
}

const grammarOf = new Map(requestHeaders.map(({ name, grammar }) => [name, grammar]));

const isTooLong = (value: string): boolean => value.length > maxSecretLength;

/** Credentials of which a part is malformed (`Bearer null`, another scheme) are none: the caller has to sign in again. */
function usable(credentials: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const isUsable = ([name, value]: readonly [string, string]): boolean =>
    isTooLong(value) || grammarOf.get(name)?.test(value) === true;
  return Object.entries(credentials).every(isUsable) ? credentials : {};
}

function credentialHeaders(incoming: IncomingHeaders, rules: Rules): Readonly<Record<string, string>> {
  const text = (name: string): string => incoming[name]?.toString() ?? '';
  const authorization = text(rules.credentialsHeader);
  if (authorization !== '') return usable({ authorization });
  if (text('x-xsrf-token') !== '') {
    const cookie = namedCookies(text('cookie'), rules.forwardCookies);
    return usable({ 'x-xsrf-token': text('x-xsrf-token'), ...(cookie !== '' && { cookie }) });
  }
  const isUnnamed = incoming[rules.credentialsHeader] === undefined; // an empty one is a token that is missing, in the demo too
  return rules.defaultAuthorization !== null && isUnnamed ? { authorization: rules.defaultAuthorization } : {};
}

/** What node's fetch sends by itself: it names no language, and SuperOffice would answer with raw texts. */
const anyLanguage = /^\s*\*\s*(;.*)?$/;

const isAnyLanguage = (name: string, value: string): boolean => name === 'accept-language' && anyLanguage.test(value);

/** @returns an object of its own */
function languageHeaders(incoming: IncomingHeaders, rules: Rules): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of openHeaders) {
    const value = incoming[name]?.toString() ?? '';
    if (value !== '' && !isAnyLanguage(name, value)) headers[name] = value;
  }
  if (!headers['accept-language'] && !headers['so-language']) headers['accept-language'] = rules.language;
  const zone = headers['so-timezone'];
  if (zone && !/includeTZOffset/i.test(zone)) headers['so-timezone'] = `${zone},includeTZOffset`;
  return headers;
}

/**
 * Authorization wins over X-XSRF-TOKEN, and then no cookie goes along.
 * @param caller who it is, where the gateway has credentials of its own: none of the caller's go along then
 * @throws {BadUserInputError} a language or time zone is not of its grammar, or credentials are too long; the message names the
 *   header, never the value
 */
export function forwardedHeaders(incoming: IncomingHeaders, rules: Rules, caller?: string): ForwardedHeaders {
  const credentials = caller === undefined ? credentialHeaders(incoming, rules) : {};
  const headers: Record<string, string> = Object.assign(languageHeaders(incoming, rules), credentials);
  for (const { name, grammar } of requestHeaders) {
    const value = headers[name];
    if (value === undefined || grammar.test(value)) continue;
    throw new BadUserInputError(
      `The header ${name === 'authorization' ? rules.credentialsHeader : name} has a value that is not accepted.`,
    );
  }
  return {
    headers: rules.appToken === null ? headers : { ...headers, 'so-apptoken': rules.appToken },
    hasCredentials: caller !== undefined || Object.keys(credentials).length > 0,
    ...(caller !== undefined && { caller }),
  };
}
