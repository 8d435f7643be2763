/** Files that are read again when they change: keys and secrets are replaced without a restart. */
import { unwatchFile, watchFile, type Stats } from 'node:fs';

/** Between two looks. By looks, because a mounted secret changes by its link, of which nobody is told. */
const intervalMs = 1_000;

export interface FollowedFile<Value> extends Disposable {
  /** As the file was when it was last right. */
  current(): Value;
}

export interface FileToFollow<Value> {
  /** null: there is none, and the value stays. */
  readonly path: string | null;
  /** What it held at the start. */
  readonly first: Value;
  /** @returns null: what it holds now is not right */
  read(path: string): Value | null;
  /** @param isRight false: the value before stays */
  onChange(isRight: boolean): void;
}

export function followedFile<Value>({ path, first, read, onChange }: FileToFollow<Value>): FollowedFile<Value> {
  let current = first;
  const look = (now: Stats, before: Stats): void => {
    if (now.mtimeMs === before.mtimeMs && now.ino === before.ino && now.size === before.size) return;
    const value = path === null ? null : read(path);
    current = value ?? current;
    onChange(value !== null);
  };
  if (path !== null) watchFile(path, { interval: intervalMs, persistent: false }, look);
  return {
    current: () => current,
    [Symbol.dispose]: () => {
      if (path !== null) unwatchFile(path, look);
    },
  };
}
