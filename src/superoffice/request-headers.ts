/**
 * The table of the headers that are sent for a caller to SuperOffice: their grammar, and which are secret. Both forwarding and redaction use it.
 * Trace headers are not in it (observability/trace-headers). Source: request headers of every Chat agent operation.
 */
interface RequestHeader {
  /** SuperOffice's name. Callers use it too, except for the credentials. */
  readonly name: string;
  /** The accepted values: no control characters, ASCII only. */
  readonly grammar: RegExp;
  /** Never logged; forwarded only under the rules of forwarded-headers. */
  readonly isSecret: boolean;
}

/** Clients without a token often send the text of an unset variable: `null`, `undefined`. */
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
  header('so-apptoken', token, secret), // from the configuration, not from callers
  header('accept-language', languages),
  header('so-language', languages),
  header('so-culture', code),
  header('so-timezone', code),
];

/** Longer values are refused as too large, even if malformed. */
export const maxSecretLength = 8_192;

/** Headers that are forwarded unchanged. */
export const openHeaders: readonly string[] = requestHeaders
  .filter(({ isSecret }) => !isSecret)
  .map(({ name }) => name);

/** Headers whose values are never logged. */
export const secretHeaders: readonly string[] = requestHeaders
  .filter(({ isSecret }) => isSecret)
  .map(({ name }) => name);
