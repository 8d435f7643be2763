/**
 * Recognizes the router by its secret in the header `Router-Authorization`.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { followedFile } from '../../config/followed-file.js';
import type { RouterConfig } from '../../config/gateway-config.js';
import { readSecret } from '../../config/setting-grammars.js';
import { changedFileLog, type Logger } from '../../observability/logger.js';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const digestOf = (secret: string | null): Buffer | null => (secret === null ? null : digest(secret));

/** For a secret that is optional: an empty file removes it. */
function readOptional(path: string): { readonly value: Buffer | null } | null {
  const secret = readSecret(path);
  return secret === null ? null : { value: secret === '' ? null : digest(secret) };
}

/** For a required secret: it stays valid when its file is missing or empty, so that a lost file never removes the check. */
function readRequired(path: string): { readonly value: Buffer } | null {
  const secret = readSecret(path);
  return secret ? { value: digest(secret) } : null;
}

export interface RouterCheck extends Disposable {
  /** Compares in constant time. Without a secret no request is the router's. */
  isRouter(headers: IncomingHttpHeaders): boolean;
}

/** A secret from a file is read again when the file changes. */
export function routerCheck(config: Omit<RouterConfig, 'isRouterOnly' | 'exposeSdl'>, logger: Logger): RouterCheck {
  const secret = followedFile({
    path: config.secretPath,
    initial: digestOf(config.secret),
    read: readRequired,
    onChange: changedFileLog(logger, 'ROUTER_SECRET_FILE'),
  });
  const previous = followedFile({
    path: config.previousSecretPath,
    initial: digestOf(config.previousSecret),
    read: readOptional,
    onChange: changedFileLog(logger, 'PREVIOUS_ROUTER_SECRET_FILE'),
  });
  const isPossible = [config.secret, config.secretPath, config.previousSecret, config.previousSecretPath].some(Boolean);
  return {
    isRouter(headers) {
      if (!isPossible) return false;
      const hashes = [secret.current(), previous.current()].flatMap((hash) => hash ?? []);
      if (hashes.length === 0) return false;
      const sent = digest(String(headers['router-authorization'] ?? ''));
      return hashes.filter((expected) => timingSafeEqual(expected, sent)).length > 0; // always compares with each of them
    },
    [Symbol.dispose]: () => [secret, previous].forEach((file) => file[Symbol.dispose]()),
  };
}
