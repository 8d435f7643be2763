/** Requests of commands to the administration of webhooks, each sent once. */
import { systemClock } from '../../base/clock.js';
import type { SuperOfficeConfig } from '../../config/superoffice-config.js';
import { BadUserInputError } from '../../errors/gateway-error.js';
import { attemptsOver } from '../attempt.js';
import { forwardedHeaders } from '../forwarded-headers.js';
import type { SendWebhookRequest } from './webhook-definitions.js';

export interface WebhookSenderOptions {
  readonly config: SuperOfficeConfig;
  /** Ends in `/api/v1`. */
  readonly baseUrl: string;
  /** The whole value of Authorization. */
  readonly authorization: string;
}

/** @throws {BadUserInputError} the credentials are not written in a way that SuperOffice accepts */
export function webhookSender(options: WebhookSenderOptions): SendWebhookRequest & Disposable {
  const { config, baseUrl, authorization } = options;
  const attempts = attemptsOver(config, systemClock);
  const { origin, pathname } = new URL(baseUrl);
  const incoming = { [config.credentialsHeader]: authorization };
  const { headers, hasCredentials } = forwardedHeaders(incoming, { ...config, defaultAuthorization: null });
  if (!hasCredentials) throw new BadUserInputError('the credentials are not accepted');
  const send: SendWebhookRequest = async ({ method, path, body }) => {
    const request = {
      call: `${method} ${path.replace(/[/?].*/, '')}`,
      caller: 'webhooks',
      ...{ origin, headers, path: `${pathname}/${path}`, body: body === undefined ? '' : JSON.stringify(body) },
      method: method === 'POST' ? undefined : method,
      isAction: method !== 'GET',
      signal: new AbortController().signal, // is never aborted: each attempt has its own time limit
    };
    const { outcome } = await attempts.send(request, null);
    if (outcome.kind === 'failure') throw outcome.error;
    return outcome.value;
  };
  return Object.assign(send, { [Symbol.dispose]: () => attempts[Symbol.dispose]() });
}
