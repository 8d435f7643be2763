/**
 * Makes a webhook active again that SuperOffice has switched off after errors, where the gateway has credentials of its own: it looks every
 * five minutes (WEBHOOK_CHECK_SECONDS). If a look fails or a reset does not last, it looks less and less often, up to once in an hour.
 */
import { GatewayError } from '../../errors/gateway-error.js';
import type { WebhookConfig } from '../../config/live-config.js';
import type { Logger } from '../../observability/logger.js';
import type { SuperOfficeClient } from '../../superoffice/client.js';
import {
  WebhookDefinitions,
  type SendWebhookRequest,
  type WebhookDefinition,
} from '../../superoffice/webhooks/webhook-definitions.js';

const longestMs = 3_600_000;
const callMs = 20_000;

export interface WebhookResetOptions {
  readonly webhook: WebhookConfig;
  readonly client: Pick<SuperOfficeClient, 'session'>;
  readonly logger: Logger;
  /** Whether this replica does it; the others need not. */
  claim(): Promise<boolean>;
  /** SuperOffice has switched the webhook off. */
  onOff(): void;
}

/** Calls with the gateway's own credentials. */
const sender =
  ({ client, logger }: WebhookResetOptions): SendWebhookRequest =>
  ({ method, path, body }) => {
    const [operation = '', query = ''] = path.split('?');
    const session = client.session({
      forwarded: { headers: {}, hasCredentials: true, caller: 'webhooks' },
      ...{ principal: 'webhooks', quotaKey: 'webhooks', maxCalls: 1, logger, signal: AbortSignal.timeout(callMs) },
    });
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const isAction = method !== 'GET';
    const verb = method === 'POST' ? undefined : method;
    return session.post({ agent: null, operation, id: '', query, method: verb, isAction, expected: null, ...sent });
  };

export class WebhookReset implements Disposable {
  #timer: NodeJS.Timeout | null = null;
  #waitMs: number;
  readonly #definitions: WebhookDefinitions;

  constructor(private readonly options: WebhookResetOptions) {
    this.#waitMs = options.webhook.checkMs;
    this.#definitions = new WebhookDefinitions(sender(options));
    this.#schedule();
  }

  [Symbol.dispose](): void {
    if (this.#timer) clearTimeout(this.#timer);
  }

  #schedule(): void {
    this.#timer = setTimeout(() => void this.#look().finally(() => this.#schedule()), this.#waitMs).unref();
  }

  async #look(): Promise<void> {
    const { webhook, logger, claim } = this.options;
    const longerMs = Math.min(longestMs, this.#waitMs * 2);
    try {
      if (!(await claim())) return;
      this.#waitMs = (await this.#resetAll()) ? longerMs : webhook.checkMs;
    } catch (error) {
      const detail = error instanceof GatewayError ? error.detail : 'unknown';
      this.#waitMs = longerMs;
      logger.info({ event: 'webhook-reset', detail }, 'The state of the webhook cannot be read');
    }
  }

  /** @returns whether one was switched off @throws what SuperOffice refuses: the webhook of another gateway, which does not have our secret */
  async #resetAll(): Promise<boolean> {
    const { webhook, onOff } = this.options;
    const ours = await this.#definitions.ours(null);
    const off = ours.filter(({ state, targetUrl }) => state === 'TooManyErrors' && targetUrl.endsWith(webhook.path));
    if (off.length > 0) onOff();
    const resets = await Promise.allSettled(off.map((definition) => this.#reset(definition)));
    for (const reset of resets) if (reset.status === 'rejected') throw reset.reason;
    return off.length > 0;
  }

  async #reset(definition: WebhookDefinition): Promise<void> {
    const { webhook, logger } = this.options;
    const [secret = ''] = webhook.secrets;
    await this.#definitions.restart(definition, secret);
    const { id, errors } = definition;
    logger.warn({ event: 'webhook-reset', id, errors }, 'SuperOffice had switched the webhook off; it is active again');
  }
}
