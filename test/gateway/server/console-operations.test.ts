/** TRUSTED_DOCUMENTS=builtin: each operation of the client package's console by its id, with its calls; and nothing else. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { consoleOperations } from '../../../src/generated/console-operations.js';
import { documentIds } from '../../../src/generated/console.js';
import { subscribeBy } from '../../support/live-clients.js';
import { liveGateway } from '../../support/live-gateway.js';
import { hashOf, send } from '../../support/persisted-documents.js';
import { authorization, gatewayAt, gatewayOnEmulator, type GatewayWithEmulator } from '../../support/query-gateway.js';

const builtin = { TRUSTED_DOCUMENTS: 'builtin' };
const idOf = (name: string) => consoleOperations.find((operation) => operation.name === name)?.id;
const refusal = expect.objectContaining({
  extensions: expect.objectContaining({ code: 'PERSISTED_QUERY_NOT_IN_LIST' }),
});

const run = (gateway: GatewayWithEmulator, name: string, variables: object = {}) =>
  send(gateway, { documentId: idOf(name), variables });

const callsOf = ({ emulator }: GatewayWithEmulator) => emulator.requests.map((line) => line.split(' $select')[0]);

const principal = 'GET /api/v1/User/currentPrincipal';
const agents = [1, 2, 3].map((topic) => `GetChatTopicUserAgentList ${topic}`);

/** In this order: a customer is picked up, gets a message, is handed over, and comes back. */
const table: readonly (readonly [name: string, variables: object, calls: readonly string[]])[] = [
  ['StartPage', {}, [principal, 'ChatTopicsForUser', 'ChatSessionsForUser']],
  ['SessionList', {}, ['ChatSessionsForUser']],
  ['Pulse', {}, ['ChatSessionsForUser']],
  ['Topics', {}, ['ChatTopicsForUser']],
  ['Session', { id: '4' }, ['GetChatSessionEntity 4']],
  ['Conversation', { sessionId: '4', last: 5 }, ['GetChatMessages 4']],
  ['TransferTargets', {}, ['GetUserAgentList flat', 'ChatTopicsForUser', ...agents]],
  ['Presence', {}, ['GetChatPresence']],
  ['FindSessions', { filter: { ids: ['4', '18'] } }, ['ChatTopicsForUser', 'POST /api/v1/Archive/ChatSession']],
  ['PickUp', { id: '4', key: 'pick-up' }, ['PickUpChatSession 4']],
  ['SendMessage', { sessionId: '4', message: 'Hei' }, ['AddChatMessage 4']],
  ['Transfer', { id: '4', toAssociateId: '702' }, ['TransferChatSession 4']],
  ['AcceptTransfer', { id: '4' }, ['GetChatSessionEntity 4', 'AcceptChatSessionTransfer 4']],
  ['RejectTransfer', { id: '4' }, ['GetChatSessionEntity 4', 'RejectChatSessionTransfer 4']],
  ['UpdateSession', { id: '4', input: { customerName: 'Ada' } }, ['PATCH /api/v1/ChatSession/4']],
  ['ReturnToQueue', { id: '4' }, ['ResetChatSession 4']],
  ['PickUpNext', {}, ['PickUpFirstChatSession']],
  ['CloseSession', { id: '4' }, ['GetChatSessionEntity 4', 'PATCH /api/v1/ChatSession/4']],
  ['StartSession', { topicId: '1' }, ['CreateChatSessionForTopic 1']],
  ['SetPresence', { present: true }, ['SaveChatPresence', 'GetChatPresence']],
];

describe('operations of the console', () => {
  it('each by its id, with the calls that its comment names', async () => {
    await using gateway = await gatewayOnEmulator({}, builtin);
    for (const [name, variables, calls] of table) {
      gateway.emulator.clearLog();
      const { data, errors } = await run(gateway, name, variables);
      expect({ name, data, errors }).toEqual({ name, data: expect.anything(), errors: undefined });
      expect({ name, calls: callsOf(gateway) }).toEqual({ name, calls });
    }
    const streams = ['MessagesAdded', 'SessionsChanged'];
    expect([...table.map(([name]) => name), ...streams].sort()).toEqual(Object.keys(documentIds).sort());
  });

  it('by their texts, too, as clients print them; each id is the hash of its text', async () => {
    await using gateway = await gatewayOnEmulator({}, builtin);
    for (const { id, name, body } of consoleOperations) {
      expect({ name, id }).toEqual({ name, id: hashOf(body) });
      expect(Object.entries(documentIds)).toContainEqual([name, id]);
    }
    const query = consoleOperations.find(({ name }) => name === 'Session')?.body;
    expect((await send(gateway, { query, variables: { id: '192' } })).data).toMatchObject({
      chatSession: { id: '192' },
    });
  });

  it('no others, and no call for them', async () => {
    await using gateway = await gatewayOnEmulator({}, builtin);
    for (const body of [{ query: '{ myChatTopics { id } }' }, { documentId: hashOf('{ myChatTopics { id } }') }]) {
      expect((await send(gateway, body)).errors).toEqual([refusal]);
    }
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('only those that the schema has: without mutations and subscriptions the gateway starts, and refuses them', async () => {
    await using gateway = await gatewayOnEmulator({}, { ...builtin, MUTATIONS: 'false' });
    expect((await run(gateway, 'PickUp', { id: '4' })).errors).toEqual([refusal]);
    expect((await run(gateway, 'SessionsChanged')).errors).toEqual([refusal]);
    expect((await run(gateway, 'Pulse')).errors).toBeUndefined();
    expect(callsOf(gateway)).toEqual(['ChatSessionsForUser', principal]);
  });

  it('together with documents of the operator, which are still checked', async () => {
    const path = join(tmpdir(), `own-documents-${process.pid}.json`);
    const query = '{ chatTopic(id: 1) { id } }';
    writeFileSync(path, JSON.stringify({ own: query }));
    const settings = { TRUSTED_DOCUMENTS: `builtin,${path}` };
    await using gateway = await gatewayOnEmulator({}, settings);
    expect((await send(gateway, { documentId: 'own' })).data).toEqual({ chatTopic: { id: '1' } });
    expect((await run(gateway, 'Session', { id: '192' })).errors).toBeUndefined();
    writeFileSync(path, JSON.stringify({ own: '{ noSuchField }' }));
    await expect(gatewayAt(gateway.emulator.url, settings)).rejects.toThrow('noSuchField');
  });
});

it.each(['SessionsChanged', 'MessagesAdded'])('the stream %s, as clients print it', async (name) => {
  await using gateway = await liveGateway({}, builtin);
  const { body = '' } = consoleOperations.find((operation) => operation.name === name) ?? {};
  const variables = name === 'MessagesAdded' ? { sessionIds: ['4', '18'] } : {};
  const client = subscribeBy('sse', gateway.url, { query: body, variables, headers: { authorization } });
  expect(await client.event(1)).toEqual({ data: expect.anything() });
  client.leave();
});
