/** The configuration of what several replicas share. */
import type { SettingValues } from './settings.js';

export interface RedisConfig {
  readonly url: string;
  readonly prefix: string;
  /** How many replicas divide the limits among themselves while Redis is away. */
  readonly replicas: number;
}

/** @returns null: the gateway works by itself */
export function redisConfig({
  REDIS_URL: url,
  REDIS_PREFIX: prefix,
  REPLICAS: replicas,
}: SettingValues): RedisConfig | null {
  return url === undefined ? null : Object.freeze({ url, prefix, replicas });
}

/** Keys of callers have to be the same in all replicas. @param texts the settings as set */
export function redisProblems(texts: Readonly<Record<string, string | undefined>>): readonly string[] {
  const isSet = (name: string): boolean => texts[name] !== undefined;
  if (isSet('REDIS_URL')) return isSet('PRINCIPAL_KEY') ? [] : ['PRINCIPAL_KEY: expected with REDIS_URL'];
  return ['REDIS_PREFIX', 'REPLICAS'].filter(isSet).map((name) => `${name}: expected REDIS_URL with it`);
}
