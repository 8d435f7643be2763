/** Reads a file again when it changes, so that keys and secrets are replaced without a restart. */
import { statSync } from 'node:fs';

/** Polling interval. Polled, because a mounted secret changes by its symbolic link, which causes no file event. */
const intervalMs = 1_000;

export interface FollowedFile<Value> extends Disposable {
  /** The last valid content. */
  current(): Value;
}

export interface FileToFollow<Value> {
  /** null: there is no file, so the value never changes. */
  readonly path: string | null;
  /** The content when the settings were read. */
  readonly initial: Value;
  /** @returns the current content; null: it is not valid */
  read(path: string): { readonly value: Value } | null;
  /** @param isValid false: the previous value stays in use */
  onChange(isValid: boolean): void;
}

/** A text that changes when the file changes. */
function versionOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.ino} ${stats.size} ${stats.mtimeMs}` : 'missing';
}

export function followedFile<Value>({ path, initial, read, onChange }: FileToFollow<Value>): FollowedFile<Value> {
  if (path === null) return { current: () => initial, [Symbol.dispose]: () => undefined };
  let version = versionOf(path);
  let { value } = read(path) ?? { value: initial }; // the file may have changed since the settings were read
  const poll = (): void => {
    const currentVersion = versionOf(path);
    if (currentVersion === version) return;
    version = currentVersion;
    const content = read(path);
    value = content ? content.value : value;
    onChange(content !== null);
  };
  const timer = setInterval(poll, intervalMs).unref();
  return { current: () => value, [Symbol.dispose]: () => clearInterval(timer) };
}
