/**
 * The one table of the headers that travel from a caller to SuperOffice: what their values may look like, and which are
 * secret. Forwarding and redaction both come from here. What belongs to
 * a request and not to its caller is no part of it: see observability/trace-headers. Source: request headers of every Chat agent operation.
 */
interface RequestHeader {
  /** What SuperOffice calls it; also the caller's name for it, except for the credentials. */
  readonly name: string;
  /** The values that are accepted. None lets a control character or a non-ASCII byte through. */
  readonly grammar: RegExp;
  /** Never logged, and forwarded only as credentials.ts decides. */
  readonly isSecret: boolean;
}

/** What clients send when they have no token: their variable's text. */
const token = /^(?!(?:null|undefined)$)[\x21-\x7e]{1,8192}$/i;
const languages = /^[A-Za-z0-9*,;=. -]{1,256}$/;
const code = /^[A-Za-z0-9*_.:, /+-]{1,96}$/;

const header = (name: string, grammar: RegExp, more: Partial<RequestHeader> = {}): RequestHeader => ({
  name,
  grammar,
  isSecret: false,
  ...more,
});

const secret = { isSecret: true };

export const requestHeaders: readonly RequestHeader[] = [
  header('authorization', /^(basic|soticket|bearer) +(?!(?:null|undefined)$)[\x21-\x7e]{1,8192}$/i, secret),
  header('x-xsrf-token', token, secret),
  header('cookie', /^[\x20-\x7e]{1,8192}$/, secret),
  header('so-apptoken', token, secret), // the application's own, from the configuration
  header('accept-language', languages),
  header('so-language', languages),
  header('so-culture', code),
  header('so-timezone', code),
];

/** Longer values are refused as too large, whatever they hold. */
export const maxSecretLength = 8_192;

/** Forwarded as they come. */
export const openHeaders: readonly string[] = requestHeaders
  .filter(({ isSecret }) => !isSecret)
  .map(({ name }) => name);

/** For the logger: names whose values are never written. */
export const secretHeaders: readonly string[] = requestHeaders
  .filter(({ isSecret }) => isSecret)
  .map(({ name }) => name);
