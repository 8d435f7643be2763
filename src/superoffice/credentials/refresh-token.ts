/**
 * Gets an access token for a refresh token (OAuth 2.0). If the service returns a new refresh token, it replaces the configured one until the
 * process ends.
 * Source: "OAuth 2.0: refresh tokens", POST /login/common/oauth/tokens.
 */
import { z } from 'zod';
import type { RefreshTokenConfig } from '../../config/gateway-credentials.js';
import { UpstreamInvalidResponseError, UpstreamUnavailableError } from '../../errors/upstream-errors.js';
import type { AuthHttpClient } from '../../http/auth-http-client.js';
import type { LoginFlow } from './token.js';

const token = z.string().regex(/^[\x21-\x7e]{1,8192}$/);

const tokenResponse = z.object({
  access_token: token,
  expires_in: z.coerce.number().positive().max(31_536_000).catch(1_200), // the shorter of the two lifetimes in the documentation
  refresh_token: token.optional().catch(undefined),
});

export function refreshTokenFlow(config: RefreshTokenConfig, client: AuthHttpClient): LoginFlow {
  let { refreshToken } = config;
  const url = `${config.loginUrl}/login/common/oauth/tokens`;
  return {
    kind: 'refresh-token',
    isRenewable: true,
    async login() {
      const form = new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: config.clientId,
        client_secret: config.clientSecret,
        refresh_token: refreshToken,
        redirect_uri: config.redirectUri,
      });
      const post = { contentType: 'application/x-www-form-urlencoded', body: form.toString() };
      const { status, json } = await client.request({ name: 'login', url, post });
      if (status !== 200) throw new UpstreamUnavailableError(`login: the refresh token was refused, status ${status}`);
      const { data } = tokenResponse.safeParse(json);
      if (!data) throw new UpstreamInvalidResponseError('login: the response has no access token');
      refreshToken = data.refresh_token ?? refreshToken;
      const headers = { authorization: `Bearer ${data.access_token}` };
      return { headers, validForMs: data.expires_in * 1000, isSliding: false };
    },
  };
}
