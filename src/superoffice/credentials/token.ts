/**
 * What a login gives: the headers by which SuperOffice knows the gateway, and how long they may be good for.
 */
export interface Token {
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds. null: for good. */
  readonly validForMs: number | null;
  /** Every use begins that time anew. */
  readonly isSliding: boolean;
}

/** Where grants come from. */
export interface LoginFlow {
  /** For the log. */
  readonly kind: string;
  /** Whether another login could give something else. */
  readonly isRenewable: boolean;
  /**
   * @throws {UpstreamUnavailableError} the login service is down, or refuses us: `detail` says which, for the operator
   * @throws {UpstreamTimedOutError} no answer in time
   * @throws {UpstreamInvalidResponseError} an answer that cannot be used
   */
  login(): Promise<Token>;
}
