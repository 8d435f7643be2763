/**
 * The login endpoints: a ticket for a signed system token, an access token for a refresh token, and the published signing keys.
 * It also checks the tickets and tokens of API requests. SuperOffice has its login on another host than the API.
 */
import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { jsonResponse, unauthorized } from '../http-response.js';
import type { HttpResponse } from '../http-response.js';
import type { Clock } from '../clock.js';
import type { JsonRecord } from '../json-record.js';
import { findProperty, parseBody } from '../operations/read-parameters.js';
import { findParameter, readParameters } from '../query-parameters.js';
import { IssuedTokens } from './issued-tokens.js';
import type { LoginOptions } from './login-options.js';
import { SigningKey } from './signing-key.js';
import { refusalOf } from './system-user.js';

const claimNames = 'http://schemes.superoffice.net/identity/';

export class LoginServer {
  readonly #tickets: IssuedTokens;
  readonly #accessTokens: IssuedTokens;
  readonly #key = new SigningKey();
  #refreshToken: string | null;

  constructor(
    private readonly options: LoginOptions,
    private readonly clock: Clock,
  ) {
    const { ticketSeconds = 21_600, accessTokenSeconds = 3_600 } = options;
    this.#tickets = new IssuedTokens(clock, { seconds: ticketSeconds, isSliding: true });
    this.#accessTokens = new IssuedTokens(clock, { seconds: accessTokenSeconds, isSliding: false });
    this.#refreshToken = options.refreshToken;
  }

  /** Null for paths outside the login endpoints. */
  respond(method: string, path: string, bodyText: string): HttpResponse | null {
    const request = `${method} ${path.toLowerCase()}`;
    if (request === 'GET /login/.well-known/jwks') return jsonResponse(this.#key.keySet());
    if (request === 'POST /login/api/partnersystemuser/authenticate') return this.#ticketResponse(bodyText);
    if (request === 'POST /login/common/oauth/tokens') return this.#accessTokenResponse(bodyText);
    return null;
  }

  /** The response to an API request whose ticket or token is invalid or expired; null for all other requests. */
  refusal(headers: Readonly<IncomingHttpHeaders>): HttpResponse | null {
    const [, scheme = '', token = ''] = /^(\w+)\s+(.*)$/.exec(headers.authorization ?? '') ?? [];
    const hasAppToken = headers['so-apptoken'] === this.options.clientSecret;
    const isValid =
      scheme.toLowerCase() === 'soticket' ? hasAppToken && this.#tickets.use(token) : this.#accessTokens.use(token);
    const hasToken = /^(soticket|bearer)$/i.test(scheme);
    return !hasToken || isValid ? null : { ...unauthorized, status: this.options.expiredStatus ?? 401 };
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
    return jsonResponse({ IsSuccessful: true, Token: this.#key.signedToken(this.#claims()), ErrorMessage: '' });
  }

  #claims(): JsonRecord {
    const { contextIdentifier = 'Cust12345', clientId, mark = '' } = this.options;
    const nowSeconds = Math.floor(this.clock.now() / 1000);
    return {
      sub: 'system-user',
      aud: clientId,
      iss: 'https://emulator.superoffice.example',
      iat: nowSeconds,
      exp: nowSeconds + 300,
      [`${claimNames}ctx`]: contextIdentifier,
      [`${claimNames}ticket`]: this.#tickets.issue(`7T:${mark}`),
    };
  }

  #accessTokenResponse(bodyText: string): HttpResponse {
    const parameters = readParameters(bodyText);
    const text = (name: string): string => findParameter(parameters, name)?.value ?? '';
    const { clientId, clientSecret, redirectUri, contextIdentifier = 'Cust12345', mark = '' } = this.options;
    if (text('client_id') !== clientId || text('client_secret') !== clientSecret)
      return jsonResponse({ error: 'invalid_client' }, 401);
    const isRedirectValid = redirectUri === undefined || text('redirect_uri') === redirectUri;
    const isRefreshTokenValid = this.#refreshToken !== null && text('refresh_token') === this.#refreshToken;
    if (text('grant_type') !== 'refresh_token' || !isRedirectValid || !isRefreshTokenValid)
      return jsonResponse({ error: 'invalid_grant' }, 400);
    return jsonResponse({
      token_type: 'Bearer',
      access_token: this.#accessTokens.issue(`8A:${contextIdentifier}.${mark}`),
      expires_in: this.options.accessTokenSeconds ?? 3_600,
      ...(this.options.rotatesRefreshTokens && { refresh_token: this.#nextRefreshToken() }),
    });
  }

  #nextRefreshToken(): string {
    this.#refreshToken = `${this.options.refreshToken}-${randomBytes(6).toString('hex')}`;
    return this.#refreshToken;
  }
}
