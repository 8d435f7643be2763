/**
 * A ticket for a signed system user token. The ticket comes inside a token that the login service signs, and is taken from there only
 * when the signature is the service's and the tenant is ours.
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

/** Clocks differ, and the token is used at once. */
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

/** The names of AuthorizeErrorCode; anything else that the service says stays with it. */
const knownReasons =
  /\b(Revoked|InvalidRedirectUrl|Expired|Denied|NeedsReapproval|InvalidTimestamp|InvalidSignature)\b/;

function refusalOf(status: number, message: string | null | undefined): GatewayError {
  const reason = knownReasons.exec(message ?? '')?.[1] ?? 'no reason that is known';
  return new UpstreamUnavailableError(`login: the system user was refused, status ${status}, ${reason}`);
}

function ticketOf(payload: JWTPayload, { contextIdentifier }: SystemUserConfig): string {
  const { data } = claims.safeParse(payload);
  if (!data) throw new UpstreamInvalidResponseError('login: a token without a ticket');
  const tenant = data['http://schemes.superoffice.net/identity/ctx'] ?? contextIdentifier;
  if (tenant.toLowerCase() !== contextIdentifier.toLowerCase())
    throw new UpstreamInvalidResponseError("login: a ticket of another tenant's");
  return data['http://schemes.superoffice.net/identity/ticket'];
}

async function verifiedPayload(token: string, keys: JWTVerifyGetKey, nowMs: number): Promise<JWTPayload> {
  const options = { algorithms: ['RS256'], clockTolerance: clockToleranceSeconds, currentDate: new Date(nowMs) };
  try {
    return (await jwtVerify(token, keys, options)).payload;
  } catch (error) {
    if (error instanceof GatewayError) throw error; // the keys could not be had
    throw new UpstreamInvalidResponseError(`login: a token that is not the login service's: ${reasonOf(error)}`);
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
    if (!data?.Token) throw new UpstreamInvalidResponseError('login: a response without a token');
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
