/**
 * Parses the file of API_KEYS_FILE: one caller per line, `name sha256:<64 hex digits>`; empty lines and lines after `#` are ignored.
 * The file holds hashes only, so reading it does not give access.
 */
import { fileText } from './setting-grammars.js';

export interface ApiKey {
  /** The caller's name; not a secret. */
  readonly name: string;
  /** SHA-256 of the key: 32 bytes. */
  readonly hash: Buffer;
}

const keyLine = /^([\w.@-]{1,64})\s+sha256:([0-9a-f]{64})$/i;

const hasDuplicates = (values: readonly string[]): boolean => new Set(values).size < values.length;

/** Reads the callers from the file at a path. */
export const apiKeysFile = fileText.transform((text, context): readonly ApiKey[] => {
  const lines = text.split('\n').map((line, index) => ({ number: index + 1, line: line.trim() }));
  const keys = lines.flatMap(({ number, line }) => {
    if (line === '' || line.startsWith('#')) return [];
    const [, name, hex] = keyLine.exec(line) ?? [];
    if (name !== undefined && hex !== undefined) return [{ name, hash: Buffer.from(hex, 'hex') }];
    context.addIssue(`line ${number}: expected a name and sha256: with 64 hex digits`);
    return [];
  });
  if (hasDuplicates(keys.map(({ name }) => name))) context.addIssue('expected each name once');
  if (hasDuplicates(keys.map(({ hash }) => hash.toString('hex'))))
    context.addIssue('expected a different key for each name');
  if (keys.length === 0) context.addIssue('expected at least one caller');
  return keys;
});

/** A file that holds only comments, at least one, revokes all keys. */
const hasOnlyComments = (path: string): boolean => {
  const text = fileText.safeParse(path).data ?? '';
  return text.includes('#') && text.split('\n').every((line) => /^\s*(#|$)/.test(line));
};

/** @returns null: the file is not valid */
export function readApiKeys(path: string): { readonly value: readonly ApiKey[] } | null {
  if (hasOnlyComments(path)) return { value: [] };
  const { data } = apiKeysFile.safeParse(path);
  return data ? { value: data } : null;
}
