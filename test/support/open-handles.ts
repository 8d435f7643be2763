/**
 * Handles that keep this process alive, by kind: sockets, servers, timers. The difference before and after a test is what it left open.
 */
import { comesTrue } from './eventually.js';

/** Unref'd timers and sockets are not among them. */
const watched = [
  'TCPSocketWrap',
  'TCPServerWrap',
  'TCPConnectWrap',
  'TLSWrap',
  'Timeout',
  'GetAddrInfoReqWrap',
] as const;

export type OpenHandles = Readonly<Record<(typeof watched)[number], number>>;

export function openHandles(): OpenHandles {
  const active = process.getActiveResourcesInfo();
  const counts = watched.map((kind) => [kind, active.filter((name) => name === kind).length] as const);
  return Object.fromEntries(counts) as OpenHandles; // fromEntries loses the type of the keys
}

/** @returns the kinds of which there are more than before, after a time to close; empty when all is closed */
export async function leftOpen(before: OpenHandles): Promise<readonly string[]> {
  const more = (): readonly string[] => {
    const now = openHandles();
    return watched.filter((kind) => now[kind] > before[kind]).map((kind) => `${kind}: ${before[kind]} → ${now[kind]}`);
  };
  await comesTrue(() => more().length === 0, 1_000);
  return more();
}
