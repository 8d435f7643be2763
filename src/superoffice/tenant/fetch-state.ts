/**
 * Asks SuperOffice Online for the state document of the tenant, without credentials. Got's own limits hold here: time, no redirects, no
 * retries; the size is ours.
 */
import { rootCertificates } from 'node:tls';
import got from 'got';
import type { SuperOfficeConfig } from '../../config/gateway-config.js';
import type { TenantConfig } from '../../config/tenant-config.js';
import { GatewayError } from '../../errors/gateway-error.js';
import {
  UpstreamInvalidResponseError,
  UpstreamTimedOutError,
  UpstreamUnavailableError,
} from '../../errors/upstream-errors.js';
import type { Clock } from '../../observability/clock.js';
import { codeOfTransportError } from '../transport-errors.js';
import { tenantState, type TenantState } from './tenant-state.js';

export type StateConfig = Pick<SuperOfficeConfig, 'attemptTimeoutMs' | 'connectTimeoutMs' | 'certificateAuthority'>;

/** Of the document, decompressed. A real one has some 300. */
const maxBytes = 65_536;

function optionsFor({ attemptTimeoutMs, connectTimeoutMs, certificateAuthority }: StateConfig) {
  const authorities =
    certificateAuthority === null ? {} : { certificateAuthority: [...rootCertificates, certificateAuthority] };
  return {
    headers: { accept: 'application/json', 'user-agent': 'superoffice-chat-graphql' },
    timeout: { connect: connectTimeoutMs, request: attemptTimeoutMs },
    followRedirect: false,
    throwHttpErrors: false,
    retry: { limit: 0 },
    https: { rejectUnauthorized: true, ...authorities }, // whatever the environment says
  } as const;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new UpstreamInvalidResponseError('tenant state: the body is not JSON'); // the parser's message quotes the body
  }
}

function failureOf(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  const code = codeOfTransportError(error);
  if (code === 'ETIMEDOUT') return new UpstreamTimedOutError('tenant state: no answer in time');
  return new UpstreamUnavailableError(`tenant state: ${code}`);
}

const hints = new Map([[404, ': is SUPEROFFICE_TENANT right?']]);

/** @throws {GatewayError} it cannot be had, classified; never got's own error */
export type FetchState = (signal: AbortSignal) => Promise<TenantState>;

export function stateFetcher(tenant: TenantConfig, config: StateConfig, clock: Pick<Clock, 'now'>): FetchState {
  const options = optionsFor(config);

  async function answer(signal: AbortSignal): Promise<string> {
    const tooLarge = new AbortController();
    const exchange = got(tenant.stateUrl, { ...options, signal: AbortSignal.any([signal, tooLarge.signal]) });
    void exchange.on('downloadProgress', ({ transferred }) => {
      if (transferred > maxBytes) tooLarge.abort();
    });
    const { statusCode, body } = await exchange.catch((error: unknown) => {
      throw tooLarge.signal.aborted ? new UpstreamInvalidResponseError('tenant state: the answer is too large') : error;
    });
    if (statusCode === 200) return body;
    throw new UpstreamUnavailableError(`tenant state: status ${statusCode}${hints.get(statusCode) ?? ''}`);
  }

  return async (signal) => {
    try {
      return tenantState(parsed(await answer(signal)), tenant, clock.now());
    } catch (error) {
      throw failureOf(error);
    }
  };
}
