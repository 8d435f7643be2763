/** Which schema the settings give: the switches, and a hash of the SDL, by which two gateways and a composed supergraph can be compared. */
import { hash } from 'node:crypto';
import { printSubgraphSdl } from './print-sdl.js';
import type { SchemaOptions } from './type-defs.js';

export interface SchemaVariant {
  /** First 12 characters of the SHA-256 of the subgraph's SDL, in hex. */
  readonly hash: string;
  /** By the name of the setting; ARCHIVE is true unless it is off. */
  readonly switches: Readonly<Record<string, boolean>>;
}

export function schemaVariant(options: SchemaOptions, sdl = printSubgraphSdl(options)): SchemaVariant {
  const { exposeSessionKey, mutations, admin = false, subscriptions = false, archive = true } = options;
  return {
    hash: hash('sha256', sdl).slice(0, 12),
    switches: {
      MUTATIONS: mutations,
      ADMIN_MUTATIONS: mutations && admin,
      SUBSCRIPTIONS: subscriptions,
      ARCHIVE: archive,
      EXPOSE_SESSION_KEY: exposeSessionKey,
    },
  };
}

/** The same, computed on first use. */
export function servedVariant(options: SchemaOptions): () => SchemaVariant {
  let variant: SchemaVariant | undefined;
  return () => (variant ??= schemaVariant(options));
}

/** One line, as a comment of SDL. */
export function variantComment({ hash: digest, switches }: SchemaVariant): string {
  const texts = Object.entries(switches).map(([name, value]) => `${name}=${value}`);
  return `# ${texts.join(' ')} sha256:${digest}`;
}
