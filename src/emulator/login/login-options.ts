/**
 * Options of the login server: one application, one tenant, one system user, one refresh token. Types only.
 */
export interface LoginOptions {
  /** The tenant. Default `Cust12345`. */
  readonly contextIdentifier?: string;
  /** The application's id. */
  readonly clientId: string;
  /** The application's secret; also required as SO-AppToken with a ticket. */
  readonly clientSecret: string;
  /** Default: any for refresh tokens; users cannot sign in then. */
  readonly redirectUri?: string;
  /** Null: no system user was approved. */
  readonly systemToken: string | null;
  /** PEM of the key that verifies signed system tokens. */
  readonly publicKey: string;
  /** Null: no user has consented. */
  readonly refreshToken: string | null;
  /** Whether each refresh replaces the refresh token. Default false. */
  readonly rotatesRefreshTokens?: boolean;
  /** Lifetime since the last use. Default 21600, six hours. */
  readonly ticketSeconds?: number;
  /** Lifetime since the issue. Default 3600. */
  readonly accessTokenSeconds?: number;
  /** Status for invalid and expired tickets and tokens; the documentation names both. Default 401. */
  readonly expiredStatus?: 401 | 403;
  /** Text in every issued ticket and token, so that tests can search for it. Default none. */
  readonly mark?: string;
}
