/** The agent of one caller on an emulator, as data sources use it. */
import { startEmulator, type Emulator } from '../../src/emulator/index.js';
import { agentCalls, type Agent } from '../../src/superoffice/agent.js';
import { selectWriter } from '../../src/superoffice/select-text.js';
import { openClient } from './client-calls.js';

export async function withAgent(test: (agent: Agent, emulator: Emulator) => Promise<void>): Promise<void> {
  await using emulator = await startEmulator();
  using client = openClient(emulator.url);
  await test(agentCalls({ agent: 'Chat', session: client.session(), writeSelect: selectWriter(1800) }), emulator);
}

export const presenceCall = {
  operation: 'SaveChatPresence' as const,
  body: { ChatPresence: [{ UserId: 701, Present: true }] },
  isAction: true,
};
