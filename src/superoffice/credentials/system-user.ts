/**
 * Gets a ticket for a signed system user token. The login service returns the ticket in a signed JWT; the ticket is used only if the signature
 * is the service's and the tenant is the configured one.
 * Source: "System user flow", POST /Login/api/PartnerSystemUser/Authenticate.
 */
import { sign } from 'node:crypto';
import { jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { SystemUserConfig } from '../../config/gateway-credentials.js';
import { GatewayError } from '../../errors/gateway-error.js';
import { UpstreamInvalidResponseError, UpstreamUnavailableError } from '../../errors/upstream-errors.js';
import type { Clock } from '../../base/clock.js';
import { reasonOf, remoteKeys } from '../../http/remote-keys.js';
import type { AuthHttpClient } from '../../http/auth-http-client.js';
import type { LoginFlow } from './token.js';

const sixHoursMs = 6 * 3_600_000;

/** Clocks may differ this much; the token is used at once. */
const clockToleranceSeconds = 300;

const loginResponse = z.object({
  IsSuccessful: z.boolean(),
  Token: z.string().nullish(),
  ErrorMessage: z.string().nullish(),
});

const claims = z.object({
  'http://schemes.superoffice.net/identity/ticket': z.string().regex(/^[\x21-\x7e]{1,8192}$/),
  'http://schemes.superoffice.net/identity/ctx': z.string().optional(),
});

/** `<system token>.<yyyyMMddHHmm in UTC>.<signature>` */
export function signedSystemToken({ systemToken, privateKey }: SystemUserConfig, nowMs: number): string {
  const minute = new Date(nowMs).toISOString().replace(/\D/g, '').slice(0, 12);
  const text = `${systemToken}.${minute}`;
  return `${text}.${sign('RSA-SHA256', Buffer.from(text, 'utf8'), privateKey).toString('base64')}`;
}

/** The names of AuthorizeErrorCode; other texts of the service are not logged. */
const authorizeErrorCodes =
  /\b(Revoked|InvalidRedirectUrl|Expired|Denied|NeedsReapproval|InvalidTimestamp|InvalidSignature)\b/;

function refusalOf(status: number, message: string | null | undefined): GatewayError {
  const reason = authorizeErrorCodes.exec(message ?? '')?.[1] ?? 'unknown reason';
  return new UpstreamUnavailableError(`login: the system user was refused, status ${status}, ${reason}`);
}

function ticketOf(payload: JWTPayload, { contextIdentifier }: SystemUserConfig): string {
  const { data } = claims.safeParse(payload);
  if (!data) throw new UpstreamInvalidResponseError('login: the token has no ticket');
  const tenant = data['http://schemes.superoffice.net/identity/ctx'] ?? contextIdentifier;
  if (tenant.toLowerCase() !== contextIdentifier.toLowerCase())
    throw new UpstreamInvalidResponseError('login: the ticket is for another tenant');
  return data['http://schemes.superoffice.net/identity/ticket'];
}

async function verifiedPayload(token: string, keys: JWTVerifyGetKey, nowMs: number): Promise<JWTPayload> {
  const options = { algorithms: ['RS256'], clockTolerance: clockToleranceSeconds, currentDate: new Date(nowMs) };
  try {
    return (await jwtVerify(token, keys, options)).payload;
  } catch (error) {
    if (error instanceof GatewayError) throw error; // the keys are unavailable
    throw new UpstreamInvalidResponseError(`login: the token is not valid: ${reasonOf(error)}`);
  }
}

export function systemUserFlow(config: SystemUserConfig, client: AuthHttpClient, clock: Clock): LoginFlow {
  const keys = remoteKeys(`${config.loginUrl}/login/.well-known/jwks`, client, clock);
  const url = `${config.loginUrl}/Login/api/PartnerSystemUser/Authenticate`;

  async function tokenFor(signed: string): Promise<string> {
    const body = JSON.stringify({
      SignedSystemToken: signed,
      ApplicationToken: config.clientSecret,
      ContextIdentifier: config.contextIdentifier,
      ReturnTokenType: 'JWT',
    });
    const { status, json } = await client.request({
      name: 'login',
      url,
      post: { contentType: 'application/json', body },
    });
    const { data } = loginResponse.safeParse(json);
    if (status >= 400 || data?.IsSuccessful === false) throw refusalOf(status, data?.ErrorMessage);
    if (!data?.Token) throw new UpstreamInvalidResponseError('login: the response has no token');
    return data.Token;
  }

  return {
    kind: 'system-user',
    isRenewable: true,
    async login() {
      const token = await tokenFor(signedSystemToken(config, clock.now()));
      const ticket = ticketOf(await verifiedPayload(token, keys, clock.now()), config);
      return { headers: { authorization: `SOTicket ${ticket}` }, validForMs: sixHoursMs, isSliding: true };
    },
  };
}
