/** Who a caller is, for the audit log: as far as their credentials say it, and never the credentials. */
import type { ForwardedHeaders } from './forwarded-headers.js';

export interface CallerName {
  /** What says so; `credentials`: nothing does, and the name is a fingerprint of them, the same in all languages. */
  readonly by: 'user' | 'api-key' | 'jwt' | 'credentials';
  readonly name: string;
  /** Of the token. */
  readonly issuer?: string;
}

const fingerprintLength = 12;

/** The user name in Basic credentials; null: there is none. */
function userName(authorization: string | undefined): string | null {
  const [, encoded] = /^basic +(\S+)$/i.exec(authorization ?? '') ?? [];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const end = text.indexOf(':');
  return end > 0 ? text.slice(0, end) : null;
}

/** What the gateway's own check of the caller has found. */
function checkedName(caller: string): CallerName {
  const [by, ...names] = JSON.parse(caller) as readonly string[]; // as the check writes it
  const [issuer, name] = names;
  return by === 'jwt' ? { by, issuer: issuer ?? '', name: name ?? '' } : { by: 'api-key', name: issuer ?? '' };
}

/** @param quotaKey the key of the credentials alone */
export function callerName({ headers, caller }: ForwardedHeaders, quotaKey: string): CallerName {
  if (caller !== undefined) return checkedName(caller);
  const user = userName(headers['authorization']);
  return user === null ? { by: 'credentials', name: quotaKey.slice(0, fingerprintLength) } : { by: 'user', name: user };
}
