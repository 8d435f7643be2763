/**
 * The login endpoints: a ticket for a signed system token, the sign-in of users, access tokens, and the published signing keys.
 * It also checks the tickets and tokens of API requests. SuperOffice has its login on another host than the API.
 */
import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { jsonResponse, unauthorized } from '../http-response.js';
import type { HttpResponse } from '../http-response.js';
import type { Clock } from '../clock.js';
import type { JsonRecord } from '../json-record.js';
import { findProperty, parseBody } from '../operations/read-parameters.js';
import { findParameter, readParameters, type QueryParameter } from '../query-parameters.js';
import { IssuedTokens } from './issued-tokens.js';
import type { LoginOptions } from './login-options.js';
import { SigningKey } from './signing-key.js';
import { refusalOf } from './system-user.js';
import { UserSignIn } from './user-sign-in.js';

const claimNames = 'http://schemes.superoffice.net/identity/';

export interface LoginRequest {
  readonly method: string;
  readonly path: string;
  readonly queryText: string | null;
  readonly bodyText: string;
}

function credentialsIn(headers: Readonly<IncomingHttpHeaders>): { readonly scheme: string; readonly token: string } {
  const [, scheme = '', token = ''] = /^(\w+)\s+(.*)$/.exec(headers.authorization ?? '') ?? [];
  return { scheme, token };
}

export class LoginServer {
  readonly #tickets: IssuedTokens;
  readonly #accessTokens: IssuedTokens;
  readonly #key = new SigningKey();
  readonly #users: UserSignIn;
  readonly #userOfToken = new Map<string, string>();
  #refreshToken: string | null;

  constructor(
    private readonly options: LoginOptions,
    private readonly clock: Clock,
  ) {
    const { ticketSeconds = 21_600, accessTokenSeconds = 3_600 } = options;
    this.#tickets = new IssuedTokens(clock, { seconds: ticketSeconds, isSliding: true });
    this.#accessTokens = new IssuedTokens(clock, { seconds: accessTokenSeconds, isSliding: false });
    this.#refreshToken = options.refreshToken;
    this.#users = new UserSignIn(options);
  }

  /** Null for paths outside the login endpoints. */
  respond({ method, path, queryText, bodyText }: LoginRequest): HttpResponse | null {
    const request = `${method} ${path.toLowerCase()}`;
    if (request === 'GET /login/common/oauth/authorize') return this.#users.authorize(readParameters(queryText ?? ''));
    if (request === 'GET /login/.well-known/jwks') return jsonResponse(this.#key.keySet());
    if (request === 'POST /login/api/partnersystemuser/authenticate') return this.#ticketResponse(bodyText);
    if (request === 'POST /login/common/oauth/tokens') return this.#accessTokenResponse(bodyText);
    return null;
  }

  /** The response to an API request whose ticket or token is invalid or expired; null for all other requests. */
  refusal(headers: Readonly<IncomingHttpHeaders>): HttpResponse | null {
    const { scheme, token } = credentialsIn(headers);
    const hasAppToken = headers['so-apptoken'] === this.options.clientSecret;
    const isValid =
      scheme.toLowerCase() === 'soticket' ? hasAppToken && this.#tickets.use(token) : this.#accessTokens.use(token);
    const hasToken = /^(soticket|bearer)$/i.test(scheme);
    return !hasToken || isValid ? null : { ...unauthorized, status: this.options.expiredStatus ?? 401 };
  }

  /** The login name of the user who has signed in; null: the credentials are not theirs. */
  userOf(headers: Readonly<IncomingHttpHeaders>): string | null {
    return this.#userOfToken.get(credentialsIn(headers).token) ?? null;
  }

  /** Users have to sign in again when their access tokens expire. */
  revokeSignIns(): void {
    this.#users.revokeAll();
  }

  /** Invalidates every ticket and access token issued so far. */
  expireAll(): void {
    this.#tickets.expireAll();
    this.#accessTokens.expireAll();
  }

  #ticketResponse(bodyText: string): HttpResponse {
    const body = parseBody(bodyText) ?? {};
    const text = (name: string): string => String(findProperty(body, name) ?? '');
    const { contextIdentifier = 'Cust12345', clientSecret } = this.options;
    const isApplication = text('ApplicationToken') === clientSecret && text('ContextIdentifier') === contextIdentifier;
    const refusal = isApplication ? refusalOf(text('SignedSystemToken'), this.options, this.clock.now()) : 'Denied';
    if (refusal !== null) return jsonResponse({ IsSuccessful: false, Token: '', ErrorMessage: refusal });
    const ticket = this.#tickets.issue(`7T:${this.options.mark ?? ''}`);
    const token = this.#key.signedToken({ ...this.#claims('system-user'), [`${claimNames}ticket`]: ticket });
    return jsonResponse({ IsSuccessful: true, Token: token, ErrorMessage: '' });
  }

  #claims(subject: string): JsonRecord {
    const { contextIdentifier = 'Cust12345', clientId } = this.options;
    const nowSeconds = Math.floor(this.clock.now() / 1000);
    return {
      sub: subject,
      aud: clientId,
      iss: 'https://emulator.superoffice.example',
      iat: nowSeconds,
      exp: nowSeconds + 300,
      [`${claimNames}ctx`]: contextIdentifier,
    };
  }

  #accessTokenResponse(bodyText: string): HttpResponse {
    const parameters = readParameters(bodyText);
    const text = (name: string): string => findParameter(parameters, name)?.value ?? '';
    const { clientId, clientSecret, redirectUri } = this.options;
    const isNative = text('client_secret') === '' && text('code_verifier') !== '';
    if (text('client_id') !== clientId || (text('client_secret') !== clientSecret && !isNative))
      return jsonResponse({ error: 'invalid_client' }, 401);
    if (text('grant_type') === 'authorization_code') return this.#signedInResponse(parameters);
    const isRedirectValid = redirectUri === undefined || text('redirect_uri') === redirectUri;
    const user = this.#users.userOf(text('refresh_token'));
    const isKnown = user !== null || (this.#refreshToken !== null && text('refresh_token') === this.#refreshToken);
    if (text('grant_type') !== 'refresh_token' || !isRedirectValid || !isKnown)
      return jsonResponse({ error: 'invalid_grant' }, 400);
    const rotates = user === null && this.options.rotatesRefreshTokens;
    return jsonResponse({ ...this.#issue(user), ...(rotates && { refresh_token: this.#nextRefreshToken() }) });
  }

  #signedInResponse(parameters: readonly QueryParameter[]): HttpResponse {
    const grant = this.#users.redeem(parameters);
    if (grant === null) return jsonResponse({ error: 'invalid_grant' }, 400);
    const { loginName, nonce } = grant;
    const refresh = this.#users.issueRefreshToken(loginName);
    const idToken = this.#key.signedToken({ ...this.#claims(loginName), nonce });
    return jsonResponse({ ...this.#issue(loginName), refresh_token: refresh, id_token: idToken });
  }

  /** @param user null: the user of the configured refresh token */
  #issue(user: string | null): JsonRecord {
    const { contextIdentifier = 'Cust12345', mark = '', accessTokenSeconds = 3_600 } = this.options;
    const token = this.#accessTokens.issue(`8A:${contextIdentifier}.${mark}`);
    if (user !== null) this.#userOfToken.set(token, user);
    return { token_type: 'Bearer', access_token: token, expires_in: accessTokenSeconds };
  }

  #nextRefreshToken(): string {
    this.#refreshToken = `${this.options.refreshToken}-${randomBytes(6).toString('hex')}`;
    return this.#refreshToken;
  }
}
