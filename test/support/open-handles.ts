/**
 * What keeps this process alive, by kind: sockets, servers, timers. Compared before and after, it shows what a test left open.
 */
import { comesTrue } from './eventually.js';

/** Timers that are unref'd, and sockets that nobody waits for, are not among them. */
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
  return Object.fromEntries(counts) as OpenHandles; // fromEntries forgets the keys
}

/** @returns the kinds of which there are more than before, once closing has had its time; none is how it has to be */
export async function leftOpen(before: OpenHandles): Promise<readonly string[]> {
  const more = (): readonly string[] => {
    const now = openHandles();
    return watched.filter((kind) => now[kind] > before[kind]).map((kind) => `${kind}: ${before[kind]} → ${now[kind]}`);
  };
  await comesTrue(() => more().length === 0, 1_000);
  return more();
}
