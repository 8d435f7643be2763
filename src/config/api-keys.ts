/**
 * The file of API_KEYS_FILE: one caller a line, `name sha256:<64 hex digits>`; empty lines and those after `#` say nothing.
 * The keys themselves are not in it, so it tells nobody how to get in.
 */
import { fileText } from './setting-grammars.js';

export interface ApiKey {
  /** Of the caller. Not a secret. */
  readonly name: string;
  /** SHA-256 of the key, 32 bytes. */
  readonly hash: Buffer;
}

const keyLine = /^([\w.@-]{1,64})\s+sha256:([0-9a-f]{64})$/i;

const isRepeated = (values: readonly string[]): boolean => new Set(values).size < values.length;

/** The callers of the file that is named. */
export const apiKeysFile = fileText.transform((text, context): readonly ApiKey[] => {
  const lines = text.split('\n').map((line, index) => ({ number: index + 1, line: line.trim() }));
  const keys = lines.flatMap(({ number, line }) => {
    if (line === '' || line.startsWith('#')) return [];
    const [, name, hex] = keyLine.exec(line) ?? [];
    if (name !== undefined && hex !== undefined) return [{ name, hash: Buffer.from(hex, 'hex') }];
    context.addIssue(`line ${number}: expected a name and sha256: with 64 hex digits`);
    return [];
  });
  if (isRepeated(keys.map(({ name }) => name))) context.addIssue('expected each name once');
  if (isRepeated(keys.map(({ hash }) => hash.toString('hex'))))
    context.addIssue('expected a key of its own for each name');
  if (keys.length === 0) context.addIssue('expected one caller at least');
  return keys;
});

/** A file without a caller, but with a line after `#`, takes all keys back. */
const hasOnlyRemarks = (path: string): boolean => {
  const text = fileText.safeParse(path).data ?? '';
  return text.includes('#') && text.split('\n').every((line) => /^\s*(#|$)/.test(line));
};

/** @returns null: the file is not right */
export function readApiKeys(path: string): { readonly value: readonly ApiKey[] } | null {
  if (hasOnlyRemarks(path)) return { value: [] };
  const { data } = apiKeysFile.safeParse(path);
  return data ? { value: data } : null;
}
