/**
 * A session that sends nothing: it records the calls that would be made, and a function returns the response to each.
 */
import type { AgentCall } from '../superoffice/agent-call.js';
import type { ClientSession } from '../superoffice/client.js';

export interface DryRunSession extends ClientSession {
  /** In the order in which they would be sent. */
  readonly calls: readonly AgentCall[];
}

/** @param respond returns the JSON that SuperOffice could return for the call */
export function dryRunSession(respond: (call: AgentCall) => unknown): DryRunSession {
  const calls: AgentCall[] = [];
  return {
    calls,
    post: async (call) => {
      calls.push(call);
      return respond(call);
    },
  };
}
