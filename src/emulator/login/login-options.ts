/**
 * What the emulated login service knows: one application, one tenant, one system user, one refresh token. Types only.
 */
export interface LoginOptions {
  /** The tenant. Default `Cust12345`. */
  readonly contextIdentifier?: string;
  /** Of the application. */
  readonly clientId: string;
  /** Of the application; also expected as SO-AppToken beside a ticket. */
  readonly clientSecret: string;
  /** Default: any. */
  readonly redirectUri?: string;
  /** Null: no system user was approved. */
  readonly systemToken: string | null;
  /** PEM of the key that signed system tokens are checked with. */
  readonly publicKey: string;
  /** Null: nobody has consented. */
  readonly refreshToken: string | null;
  /** Whether a refresh gives another refresh token and ends the one before. Default false. */
  readonly rotatesRefreshTokens?: boolean;
  /** From the last use on. Default 21600, six hours. */
  readonly ticketSeconds?: number;
  /** From its issue on. Default 3600. */
  readonly accessTokenSeconds?: number;
  /** For tickets and tokens that are not valid (any more); the documentation names both. Default 401. */
  readonly expiredStatus?: 401 | 403;
  /** Stands in every ticket and token that is issued, so that it can be found again. Default none. */
  readonly mark?: string;
}
