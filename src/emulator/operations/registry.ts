/**
 * The operations that this stand-in plays. A new one is a file here and a line below.
 */
import { getChatSessionEntity } from './get-chat-session-entity.js';
import type { Operation } from './operation.js';

const operations: readonly Operation[] = [getChatSessionEntity];

/** Null when the emulator does not play it. Names in any case. */
export function findOperation(name: string): Operation | null {
  return operations.find((operation) => operation.name.toLowerCase() === name.toLowerCase()) ?? null;
}
