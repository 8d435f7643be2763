/** The name of a caller for the audit log, as far as their credentials contain one; never the credentials themselves. */
import type { ForwardedHeaders } from './forwarded-headers.js';

export interface CallerName {
  /** Source of the name; `credentials`: they contain no name, so it is their fingerprint, the same for all languages. */
  readonly by: 'user' | 'api-key' | 'jwt' | 'credentials';
  readonly name: string;
  /** The issuer of the token. */
  readonly issuer?: string;
}

const fingerprintLength = 12;

/** @returns the user name in Basic credentials; null: none */
function userName(authorization: string | undefined): string | null {
  const [, encoded] = /^basic +(\S+)$/i.exec(authorization ?? '') ?? [];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const end = text.indexOf(':');
  return end > 0 ? text.slice(0, end) : null;
}

/** @param caller the result of the gateway's own check of the caller */
function checkedName(caller: string): CallerName {
  const [by, ...names] = JSON.parse(caller) as readonly string[]; // the check writes this JSON
  const [issuer, name] = names;
  return by === 'jwt' ? { by, issuer: issuer ?? '', name: name ?? '' } : { by: 'api-key', name: issuer ?? '' };
}

/** @param quotaKey the key of the credentials alone */
export function callerName({ headers, caller }: ForwardedHeaders, quotaKey: string): CallerName {
  if (caller !== undefined) return checkedName(caller);
  const user = userName(headers['authorization']);
  return user === null ? { by: 'credentials', name: quotaKey.slice(0, fingerprintLength) } : { by: 'user', name: user };
}
