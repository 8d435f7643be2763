/** Files that are read again when they change: keys and secrets are replaced without a restart. */
import { statSync } from 'node:fs';

/** Between two looks. By looks, because a mounted secret changes by its link, of which nobody is told. */
const intervalMs = 1_000;

export interface FollowedFile<Value> extends Disposable {
  /** As the file was when it was last right. */
  current(): Value;
}

export interface FileToFollow<Value> {
  /** null: there is none, and the value stays. */
  readonly path: string | null;
  /** What it held when the settings were read. */
  readonly first: Value;
  /** @returns what it holds now; null: that is not right */
  read(path: string): { readonly value: Value } | null;
  /** @param isRight false: the value before stays */
  onChange(isRight: boolean): void;
}

/** What changes with the file. */
function stateOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.ino} ${stats.size} ${stats.mtimeMs}` : 'not there';
}

export function followedFile<Value>({ path, first, read, onChange }: FileToFollow<Value>): FollowedFile<Value> {
  if (path === null) return { current: () => first, [Symbol.dispose]: () => undefined };
  let state = stateOf(path);
  let { value } = read(path) ?? { value: first }; // it may have changed since
  const look = (): void => {
    const now = stateOf(path);
    if (now === state) return;
    state = now;
    const found = read(path);
    value = found ? found.value : value;
    onChange(found !== null);
  };
  const timer = setInterval(look, intervalMs).unref();
  return { current: () => value, [Symbol.dispose]: () => clearInterval(timer) };
}
