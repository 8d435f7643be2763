/** The result of a login: the headers that authenticate the gateway, and their validity. */
export interface Token {
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds; null: no expiry. */
  readonly validForMs: number | null;
  /** Every use restarts `validForMs`. */
  readonly isSliding: boolean;
}

/** A way to get tokens. */
export interface LoginFlow {
  /** For the log. */
  readonly kind: string;
  /** false: another login would return the same token. */
  readonly isRenewable: boolean;
  /**
   * @throws {UpstreamUnavailableError} the login service is down, or refuses the login; `detail` has the reason
   * @throws {UpstreamTimedOutError} no response in time
   * @throws {UpstreamInvalidResponseError} an unusable response
   */
  login(): Promise<Token>;
}
