/**
 * The hand-written SDL of schema/, as one document per file. The folder is next to both src/ and dist/.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parse, type DocumentNode } from 'graphql';

const folder = new URL('../../schema/', import.meta.url);

/** What readers look for first comes first. */
const roots = ['query.graphql', 'archive.graphql', 'mutation.graphql', 'admin.graphql', 'subscription.graphql'];

function positionOf(file: string): number {
  const position = roots.indexOf(file);
  return position < 0 ? roots.length : position;
}

export interface SchemaOptions {
  /** Whether ChatSession.sessionKey is part of the schema at all. */
  readonly exposeSessionKey: boolean;
  /** Whether there are mutations at all. */
  readonly mutations: boolean;
  /** Whether mutations include the administration of topics, and deletions; default: no. */
  readonly admin?: boolean;
  /** Whether there are subscriptions at all; default: no. */
  readonly subscriptions?: boolean;
  /** Whether sessions can be found by the archive; default: yes. */
  readonly archive?: boolean;
}

export function typeDefs({
  exposeSessionKey,
  mutations,
  admin = false,
  subscriptions = false,
  archive = true,
}: SchemaOptions): readonly DocumentNode[] {
  const optional = new Map([
    ['session-key.graphql', exposeSessionKey],
    ['mutation.graphql', mutations],
    ['admin.graphql', mutations && admin],
    ['admin-inputs.graphql', mutations && admin],
    ['subscription.graphql', subscriptions],
    ['archive.graphql', archive],
  ]);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql') && optional.get(file) !== false)
    .sort((one, other) => positionOf(one) - positionOf(other) || (one < other ? -1 : 1))
    .map((file) => parse(readFileSync(new URL(file, folder), 'utf8')));
}
