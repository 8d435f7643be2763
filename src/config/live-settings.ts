/** Settings of live updates: subscriptions, and the webhooks that they follow. */
import { z } from 'zod';
import { setting } from './setting.js';
import { optionalFlag, wholeNumber } from './setting-grammars.js';

const webhookSecret = z
  .string()
  .regex(/^[\x21-\x7e]{32,512}$/, 'expected 32 to 512 characters of printable ASCII without spaces');

export const liveSettings = {
  SUBSCRIPTIONS: setting(
    optionalFlag,
    'Include the subscriptions, by which callers follow chats, in the schema.',
    'false (demo: true)',
  ),
  WEBHOOK_SECRET: {
    ...setting(
      webhookSecret.optional(),
      "Secret of SuperOffice's webhook, which signs its requests; without it no webhook is accepted.",
    ),
    isSecret: true,
  },
  PREVIOUS_WEBHOOK_SECRET: {
    ...setting(
      webhookSecret.optional(),
      'Is accepted like WEBHOOK_SECRET, while the webhook changes from one to the other.',
    ),
    isSecret: true,
  },
  WEBHOOK_PATH: setting(
    z
      .string()
      .regex(/^\/[\w./-]{1,200}$/, 'expected a path such as /webhooks/superoffice')
      .default('/webhooks/superoffice'),
    'Path of the webhook.',
  ),
  WEBHOOK_CHECK_SECONDS: setting(
    wholeNumber(0, 86_400, 300),
    "Seconds between two looks whether SuperOffice has switched the webhook off, which is then made active again; only with the gateway's own credentials. 0: never.",
  ),
  LIVE_SOURCE: setting(
    z.enum(['auto', 'webhooks', 'polling'], 'expected auto, webhooks or polling').default('auto'),
    'How the gateway learns of changes: webhooks; polling, once for each caller with subscriptions; auto: webhooks if there is a secret, and polling while they are lost.',
  ),
  LIVE_INTERVAL_MS: setting(
    wholeNumber(100, 60_000, 1_000),
    'Milliseconds between two reads for the subscriptions of one caller; changes in between are read together.',
  ),
  LIVE_CALLS_PER_MINUTE: setting(
    wholeNumber(1, 100_000, 60),
    'Calls to SuperOffice for the subscriptions of one caller in a minute; beyond it, events come later.',
  ),
  LIVE_POLL_SECONDS: setting(wholeNumber(1, 3_600, 5), 'Seconds between two looks for changes when polling.'),
  LIVE_SAFETY_SECONDS: setting(
    wholeNumber(5, 3_600, 120),
    'Seconds between two looks for changes that no webhook has reported.',
  ),
  LIVE_HEARTBEAT_SECONDS: setting(
    wholeNumber(1, 300, 15),
    'Seconds between two heartbeats to a client; below the idle timeout of proxies. A client that does not respond to two is gone.',
  ),
  MAX_SUBSCRIPTIONS: setting(wholeNumber(1, 100_000, 5_000), 'Subscriptions at once.'),
  MAX_SUBSCRIPTIONS_PER_CALLER: setting(wholeNumber(1, 10_000, 50), 'Subscriptions of one caller at once.'),
  SUBSCRIPTION_MAX_AGE_SECONDS: setting(
    wholeNumber(10, 86_400, 3_600),
    'Seconds after which a subscription ends and the client subscribes again; its credentials are held no longer.',
  ),
} as const;
