/**
 * The hand-written SDL of schema/, as one document per file. It lies beside src/ and beside dist/ alike.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parse, type DocumentNode } from 'graphql';

const folder = new URL('../../schema/', import.meta.url);
const sessionKeyFile = 'session-key.graphql';

export interface SchemaOptions {
  /** Whether ChatSession.sessionKey is part of the schema at all. */
  readonly exposeSessionKey: boolean;
}

export function typeDefs({ exposeSessionKey }: SchemaOptions): readonly DocumentNode[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql') && (exposeSessionKey || file !== sessionKeyFile))
    .sort()
    .map((file) => parse(readFileSync(new URL(file, folder), 'utf8')));
}
