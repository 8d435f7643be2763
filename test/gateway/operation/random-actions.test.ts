/** Random sequences of actions by three agents, with lost requests and responses, against a model of the chat. */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  applied,
  type AgentId,
  type Command,
  type Cut,
  type ModelSession,
  type Result,
} from '../../support/chat-model.js';
import { gatewayOnEmulator, type GatewayWithEmulator } from '../../support/query-gateway.js';

const agents: readonly AgentId[] = [701, 702, 704];

const names: Readonly<Record<AgentId, string>> = { 701: 'tje0', 702: 'kari@example.com', 704: 'lxl@example.com' };

const headersOf = (agent: AgentId) => ({
  authorization: `Basic ${Buffer.from(`${names[agent]}:x`).toString('base64')}`,
});

const sessionIds = [901, 902];

/** Actions whose call is made in any case, so that it can be lost. */
const cuttable: readonly Command['action'][] = ['pickUp', 'transfer', 'reset', 'write', 'update', 'updateIf'];

const commands = fc.array(
  fc
    .record({
      agent: fc.constantFrom(...agents),
      action: fc.constantFrom<Command['action']>(
        ...(['pickUp', 'transfer', 'accept', 'reject', 'reset', 'write', 'update', 'updateIf', 'close'] as const),
      ),
      sessionId: fc.constantFrom(...sessionIds),
      to: fc.constantFrom(...agents),
      cut: fc.constantFrom<Cut>('none', 'none', 'before', 'after'),
    })
    .filter(({ agent, to }) => agent !== to),
  { minLength: 5, maxLength: 25 },
);

const fieldOf = ({ action, sessionId: id, to, text }: Command, key: string): string => {
  const keyed = `idempotencyKey: "${key}"`;
  const input = `input: { customerName: "${text}" }`;
  switch (action) {
    case 'pickUp':
      return `pickUpChatSession(id: ${id}, ${keyed})`;
    case 'transfer':
      return `transferChatSession(id: ${id}, toAssociateId: ${to}, ${keyed})`;
    case 'accept':
      return `acceptChatSessionTransfer(id: ${id}, ${keyed})`;
    case 'reject':
      return `rejectChatSessionTransfer(id: ${id}, ${keyed})`;
    case 'reset':
      return `resetChatSession(id: ${id}, ${keyed})`;
    case 'write':
      return `addChatMessage(sessionId: ${id}, message: "${text}", ${keyed})`;
    case 'update':
      return `updateChatSession(id: ${id}, ${input}, ${keyed})`;
    case 'updateIf':
      return `updateChatSession(id: ${id}, ${input}, expected: { customerName: "First" }, ${keyed})`;
    case 'close':
      return `closeChatSession(id: ${id}, ${keyed})`;
  }
};

const operationOf: Partial<Record<Command['action'], string>> = {
  pickUp: 'PickUpChatSession',
  transfer: 'TransferChatSession',
  reset: 'ResetChatSession',
  write: 'AddChatMessage',
  update: 'ChatSession',
  updateIf: 'ChatSession',
};

function cutConnection({ emulator }: GatewayWithEmulator, { action, cut, sessionId }: Command): void {
  const operation = operationOf[action] ?? '';
  const match = operation === 'ChatSession' ? { pathEnd: `ChatSession/${sessionId}` } : { operation };
  if (cut !== 'none') emulator.injectFault({ kind: cut === 'before' ? 'reset' : 'truncate', match });
}

/** The action, and twice more with the same key: the last two results have to be equal. */
async function run(gateway: GatewayWithEmulator, command: Command, key: string): Promise<Result> {
  const document = `mutation { it: ${fieldOf(command, key)} { userErrors { code } } }`;
  const once = async (): Promise<Result> => {
    const { data, errors = [] } = await gateway.query(document, {}, headersOf(command.agent));
    return errors[0]?.extensions.code ?? data.it.userErrors[0]?.code ?? null;
  };
  cutConnection(gateway, command);
  const first = await once();
  if (command.cut === 'none') return first;
  expect(first).toBe('UPSTREAM_OUTCOME_UNKNOWN');
  const second = await once();
  if (second === null) expect(await once()).toBeNull();
  return second;
}

const state = `{ chatSessions(ids: [901, 902]) { status user { id } transferTo { id } customerName messages { message specialType } } }`;

async function stateOf(gateway: GatewayWithEmulator) {
  const { data } = await gateway.query(state);
  return data.chatSessions.map(
    (session: {
      messages: { specialType: string; message: string }[];
      user: { id: string } | null;
      transferTo: { id: string } | null;
    }) => ({
      ...session,
      user: session.user && Number(session.user.id),
      transferTo: session.transferTo && Number(session.transferTo.id),
      messages: session.messages.filter(({ specialType }) => specialType === 'NONE').map(({ message }) => message),
    }),
  );
}

function begin({ emulator }: GatewayWithEmulator): ReadonlyMap<number, ModelSession> {
  const sessions = sessionIds.map((ChatSessionId, index): readonly [number, ModelSession] => {
    const own = { ChatSessionId, TopicId: index + 1, Status: 'InQueue', CustomerName: 'First', User: null } as const;
    emulator.putSession({ ...own, TransferTo: null, Flags: '', WhenRequested: '2026-06-15T10:00:00Z' });
    emulator.putMessages(ChatSessionId, []);
    return [
      ChatSessionId,
      { topicId: index + 1, status: 'IN_QUEUE', user: null, transferTo: null, name: 'First', texts: [] },
    ];
  });
  return new Map(sessions);
}

it('states, rights and userErrors are those of the model, and nothing is done twice', async () => {
  await using gateway = await gatewayOnEmulator();
  let count = 0;
  await fc.assert(
    fc.asyncProperty(commands, async (drawn) => {
      const model = begin(gateway);
      for (const each of drawn) {
        count += 1;
        const cut = cuttable.includes(each.action) ? each.cut : 'none';
        const command: Command = { ...each, cut, text: `text ${count}` };
        const session = model.get(command.sessionId);
        if (!session) throw new Error('there is no such session');
        const expected = applied(session, command);
        expect([command, await run(gateway, command, `key-${count}`)]).toEqual([command, expected]);
        gateway.emulator.clearLog();
      }
      const expected = [...model.values()].map(({ status, user, transferTo, name, texts }) => ({
        ...{ status, user, transferTo, customerName: name, messages: texts },
      }));
      expect(await stateOf(gateway)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});
