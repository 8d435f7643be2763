/**
 * A session that asks nobody: it writes down the calls that would be made, and has each answered by a function. So that what a
 * query costs can be known without paying it.
 */
import type { AgentCall } from '../superoffice/agent-call.js';
import type { ClientSession } from '../superoffice/client.js';

export interface RehearsedSession extends ClientSession {
  /** In the order in which they would leave. */
  readonly calls: readonly AgentCall[];
}

/** @param answer the JSON that SuperOffice might answer */
export function dryRunSession(answer: (call: AgentCall) => unknown): RehearsedSession {
  const calls: AgentCall[] = [];
  return {
    calls,
    post: async (call) => {
      calls.push(call);
      return answer(call);
    },
  };
}
