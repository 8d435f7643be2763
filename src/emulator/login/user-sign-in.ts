/**
 * The sign-in of users: the authorization-code flow with PKCE. The page of the login server has a link for each user instead of a password.
 * @see SuperOffice: online/sign-in-user/auth-code-flow
 */
import { createHash, randomBytes } from 'node:crypto';
import type { HttpResponse } from '../http-response.js';
import { findParameter, type QueryParameter } from '../query-parameters.js';
import { namedAgents } from '../world/agents.js';
import type { LoginOptions } from './login-options.js';

interface Grant {
  readonly loginName: string;
  readonly redirectUri: string;
  /** Empty: the application does not use PKCE. */
  readonly challenge: string;
  readonly nonce: string;
}

const page = (status: number, text: string): HttpResponse => ({
  status,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: `<!doctype html><html lang="en"><title>SuperOffice (emulator)</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><h1>SuperOffice (emulator)</h1>${text}</html>`,
});

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export class UserSignIn {
  readonly #grants = new Map<string, Grant>();
  readonly #refreshTokens = new Map<string, string>();

  constructor(private readonly options: LoginOptions) {}

  /** The page that the browser is sent to; with a `user`, the way back with a code. */
  authorize(parameters: readonly QueryParameter[]): HttpResponse {
    const text = (name: string): string => findParameter(parameters, name)?.value ?? '';
    const { clientId, redirectUri } = this.options;
    if (text('client_id') !== clientId || text('redirect_uri') !== redirectUri)
      return page(400, '<p>Unknown application, or another redirect_uri than the registered one.</p>');
    if (text('response_type') !== 'code' || text('scope') !== 'openid')
      return page(400, '<p>Expected response_type=code and scope=openid.</p>');
    if (text('code_challenge') !== '' && text('code_challenge_method') !== 'S256')
      return page(400, '<p>Expected code_challenge_method=S256.</p>');
    const agent = namedAgents.find(({ loginName }) => loginName === text('user'));
    if (!agent) return page(200, `<p>Sign in as</p>${userLinks(parameters)}`);
    const code = randomBytes(12).toString('hex');
    const [challenge, nonce] = [text('code_challenge'), text('nonce')];
    this.#grants.set(code, { loginName: agent.loginName, redirectUri, challenge, nonce });
    const back = new URL(redirectUri);
    back.searchParams.set('code', code);
    if (text('state') !== '') back.searchParams.set('state', text('state'));
    return { status: 302, headers: { Location: back.href }, body: '' };
  }

  /** @returns null: the code is unknown, used, or not for this request */
  redeem(parameters: readonly QueryParameter[]): Grant | null {
    const text = (name: string): string => findParameter(parameters, name)?.value ?? '';
    const grant = this.#grants.get(text('code'));
    this.#grants.delete(text('code'));
    if (!grant || grant.redirectUri !== text('redirect_uri')) return null;
    const isSecretSent = text('client_secret') === this.options.clientSecret;
    const verifier = createHash('sha256').update(text('code_verifier')).digest('base64url');
    const isVerified = grant.challenge === '' ? isSecretSent : grant.challenge === verifier;
    return isVerified ? grant : null;
  }

  issueRefreshToken(loginName: string): string {
    const token = `${this.options.mark ?? ''}${randomBytes(12).toString('hex')}`;
    this.#refreshTokens.set(token, loginName);
    return token;
  }

  /** The login name of the user; null: the refresh token is not valid. */
  userOf(refreshToken: string): string | null {
    return this.#refreshTokens.get(refreshToken) ?? null;
  }

  /** Users have to sign in again when their access tokens expire. */
  revokeAll(): void {
    this.#refreshTokens.clear();
  }
}

function userLinks(parameters: readonly QueryParameter[]): string {
  const query = new URLSearchParams(Object.fromEntries(parameters.map(({ name, value }) => [name, value])));
  const links = namedAgents.map(({ loginName, fullName }) => {
    query.set('user', loginName);
    return `<li><a href="?${escaped(query.toString())}">${escaped(fullName)}</a></li>`;
  });
  return `<ul>${links.join('')}</ul>`;
}
