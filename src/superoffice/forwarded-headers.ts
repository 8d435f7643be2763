/**
 * The headers of an incoming request that are forwarded to SuperOffice: the caller's credentials and languages, nothing else. Where the gateway
 * has credentials of its own, only the languages are forwarded. Credentials do not outlive their request or, for a subscription, their stream:
 * at most SUBSCRIPTION_MAX_AGE_SECONDS.
 */
import type { SuperOfficeConfig } from '../config/superoffice-config.js';
import { BadUserInputError } from '../errors/gateway-error.js';
import { maxSecretLength, openHeaders, requestHeaders } from './request-headers.js';

/** Header names in lower case, as in node:http. */
export type IncomingHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface ForwardedHeaders {
  readonly headers: Readonly<Record<string, string>>;
  /** false: no call is sent to SuperOffice; every load fails with UNAUTHENTICATED. */
  readonly hasCredentials: boolean;
  /** The caller's identity, where the gateway checks callers itself and has credentials of its own. */
  readonly caller?: string;
}

/** Sample credentials from SuperOffice's documentation; only the emulator accepts them. */
export const sampleAuthorization = 'Basic dGplMDpUamUw';

export type ForwardingRules = Pick<
  SuperOfficeConfig,
  'credentialsHeader' | 'forwardCookies' | 'appToken' | 'language'
> & {
  /** Authorization for requests without credentials: the sample credentials with the embedded emulator; otherwise null. */
  readonly defaultAuthorization: string | null;
};

/** The cookies in the FORWARD_COOKIES setting, in the order of arrival. */
function namedCookies(cookie: string, names: readonly string[]): string {
  const isNamed = (pair: string): boolean => names.some((name) => pair.trimStart().startsWith(`${name}=`));
  return cookie.split(';').filter(isNamed).join(';').trim();
}

const grammarOf = new Map(requestHeaders.map(({ name, grammar }) => [name, grammar]));

const isTooLong = (value: string): boolean => value.length > maxSecretLength;

/** Partly malformed credentials (`Bearer null`, another scheme) count as none: the caller has to sign in again. */
function usable(credentials: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const isUsable = ([name, value]: readonly [string, string]): boolean =>
    isTooLong(value) || grammarOf.get(name)?.test(value) === true;
  return Object.entries(credentials).every(isUsable) ? credentials : {};
}

function credentialHeaders(incoming: IncomingHeaders, rules: ForwardingRules): Readonly<Record<string, string>> {
  const text = (name: string): string => incoming[name]?.toString() ?? '';
  const authorization = text(rules.credentialsHeader);
  if (authorization !== '') return usable({ authorization });
  if (text('x-xsrf-token') !== '') {
    const cookie = namedCookies(text('cookie'), rules.forwardCookies);
    return usable({ 'x-xsrf-token': text('x-xsrf-token'), ...(cookie !== '' && { cookie }) });
  }
  const isUnnamed = incoming[rules.credentialsHeader] === undefined; // an empty header means a missing token, in the demo too
  return rules.defaultAuthorization !== null && isUnnamed ? { authorization: rules.defaultAuthorization } : {};
}

/** The default of node's fetch: it names no language, and SuperOffice would respond with raw texts. */
const anyLanguage = /^\s*\*\s*(;.*)?$/;

const isAnyLanguage = (name: string, value: string): boolean => name === 'accept-language' && anyLanguage.test(value);

/** @returns a new object, which the caller may change */
function languageHeaders(incoming: IncomingHeaders, rules: ForwardingRules): Record<string, string> {
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
 * Authorization takes precedence over X-XSRF-TOKEN; no cookie is forwarded then.
 * @param caller the caller's identity, where the gateway has credentials of its own: the caller's are not forwarded then
 * @throws {BadUserInputError} a language or time zone does not match its grammar, or credentials are too long; the message names the
 *   header, never the value
 */
export function forwardedHeaders(incoming: IncomingHeaders, rules: ForwardingRules, caller?: string): ForwardedHeaders {
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
