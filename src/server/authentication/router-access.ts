/**
 * Who is the router: whoever knows the secret.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { followedFile } from '../../config/followed-file.js';
import type { RouterConfig } from '../../config/gateway-config.js';
import { readSecret } from '../../config/setting-grammars.js';
import { changedFileLog, type Logger } from '../../observability/logger.js';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const digestOf = (secret: string | null): Buffer | null => (secret === null ? null : digest(secret));

/** A secret that goes with its file. */
function readOptional(path: string): { readonly value: Buffer | null } | null {
  const secret = readSecret(path);
  return secret === null ? null : { value: secret === '' ? null : digest(secret) };
}

/** Without its file, the secret stays: nobody is let in by a file that is lost. */
function readNeeded(path: string): { readonly value: Buffer } | null {
  const secret = readSecret(path);
  return secret ? { value: digest(secret) } : null;
}

export interface RouterCheck extends Disposable {
  /** Compared in constant time. Without a secret nobody is the router. */
  isRouter(headers: IncomingHttpHeaders): boolean;
}

/** Secrets that come by file are read again when it changes. */
export function routerCheck(config: Omit<RouterConfig, 'isRouterOnly' | 'exposeSdl'>, logger: Logger): RouterCheck {
  const secret = followedFile({
    path: config.secretPath,
    first: digestOf(config.secret),
    read: readNeeded,
    onChange: changedFileLog(logger, 'ROUTER_SECRET_FILE'),
  });
  const previous = followedFile({
    path: config.previousSecretPath,
    first: digestOf(config.previousSecret),
    read: readOptional,
    onChange: changedFileLog(logger, 'PREVIOUS_ROUTER_SECRET_FILE'),
  });
  return {
    isRouter(headers) {
      const known = [secret.current(), previous.current()].flatMap((hash) => hash ?? []);
      if (known.length === 0) return false;
      const given = digest(String(headers['router-authorization'] ?? ''));
      return known.filter((expected) => timingSafeEqual(expected, given)).length > 0; // all of them, in any case
    },
    [Symbol.dispose]: () => [secret, previous].forEach((file) => file[Symbol.dispose]()),
  };
}
