/** Which tenant a request is for. */

/** Bearer tokens of SuperOffice Online begin with the tenant that issued them: `Bearer 8A:Cust12345.…`. */
const tokenOfTenant = /^bearer +\w{1,8}:([A-Za-z][A-Za-z0-9]{0,63})\./i;

export interface TenantNames {
  /** The value of the credentials header; '': none. */
  readonly credentials: string;
  /** What the tenant's header, or the claim of a checked token, says; null: nothing. */
  readonly given: string | null;
}

/** @returns in lower case; null: the request names no tenant, or two */
export function namedTenant({ credentials, given }: TenantNames): string | null {
  const [, issuer = null] = tokenOfTenant.exec(credentials) ?? [];
  const [byToken, byName] = [issuer?.toLowerCase() ?? null, given?.toLowerCase() ?? null];
  if (byToken !== null && byName !== null && byToken !== byName) return null;
  return byToken ?? byName;
}
