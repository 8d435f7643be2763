/** Settings of what several replicas of the gateway share, in Redis. */
import { z } from 'zod';
import { setting } from './setting.js';
import { wholeNumber } from './setting-grammars.js';

export const redisSettings = {
  REDIS_URL: {
    ...setting(
      z
        .url({ protocol: /^rediss?$/, error: 'expected a URL such as rediss://gateway:password@redis.internal:6379' })
        .optional(),
      'Redis, by which several replicas share signals of changes, limits of calls, outcomes of idempotency keys and APQ. It gets no credentials and no personal data.',
      'none: a replica works by itself',
    ),
    isSecret: true,
  },
  REDIS_PREFIX: setting(
    z
      .string()
      .regex(/^[\w:.-]{1,64}$/, 'expected letters, digits, and :._-')
      .default('superoffice-chat'),
    'Beginning of all keys in Redis; replicas of one gateway have the same.',
  ),
  REPLICAS: setting(
    wholeNumber(1, 1_000, 1),
    'Number of replicas: while Redis is away, each makes its share of the calls that the limits allow.',
  ),
} as const;
