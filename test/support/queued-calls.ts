/** Runs work in the slot of a queue, as the pipeline of calls does. */
import type { CallQueue } from '../../src/http/call-queue.js';
import { CallTurn } from '../../src/http/call-rate.js';
import type { QueuedCall } from '../../src/http/waiting-calls.js';

export async function runQueued<Value>(
  queue: CallQueue,
  call: QueuedCall,
  work: (turn: CallTurn) => Promise<Value>,
): Promise<Value> {
  const acquired = queue.acquire(call);
  const turn = acquired instanceof CallTurn ? acquired : await acquired;
  try {
    return await work(turn);
  } finally {
    queue.release(call, turn);
  }
}

/** A call of the rate's turn that is sent, or refused in this process. */
export function sendIn(turn: CallTurn, isSent = true): void {
  turn.send();
  turn.settle(isSent);
}
