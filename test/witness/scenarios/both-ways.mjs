/** What the gateway writes, SuperOffice's client reads, and the other way round: every operation that changes something. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createGateway } from '../../../dist/index.js';
import { withChat } from '../emulated-chat.mjs';

const credentials = (username) => `Basic ${btoa(`${username}:x`)}`;

/** @param run called with the chat, and `query(document, username)` of a gateway on it */
const withGateway = (run) =>
  withChat(async (chat) => {
    const settings = { SUPEROFFICE_URL: chat.emulator.url, ADMIN_MUTATIONS: 'true', LOG_LEVEL: 'silent', PORT: '0' };
    const gateway = await createGateway({ ...settings, HOST: '127.0.0.1', DRAIN_TIMEOUT_MS: '100' });
    const query = async (document, username = 'tje0') => {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: credentials(username) },
        body: JSON.stringify({ query: document }),
      });
      const { data, errors } = await response.json();
      assert.equal(errors, undefined);
      return data;
    };
    try {
      await run({ ...chat, query });
    } finally {
      await gateway.stop();
    }
  });

describe('sessions', () => {
  it('are created, picked up, written in, changed and closed by the gateway, and read by the client', () =>
    withGateway(async ({ tje0, query }) => {
      const created = await query('mutation { createChatSession(topicId: 1) { session { id } } }');
      const id = Number(created.createChatSession.session.id);
      assert.equal((await tje0.getChatSessionEntityAsync(id)).status, 'InQueue');
      await query(`mutation { pickUpChatSession(id: ${id}) { session { id } } }`);
      assert.equal((await tje0.getChatSessionEntityAsync(id)).user.associateId, 701);
      await query(`mutation { addChatMessage(sessionId: ${id}, message: "Hei Ø") { message { id } } }`);
      assert.equal((await tje0.getChatMessagesAsync(id, 0)).at(-1).message, 'Hei Ø');
      await query(
        `mutation { updateChatSession(id: ${id}, input: { customerName: "Ada", personId: 2018 }) { session { id } } }`,
      );
      const changed = await tje0.getChatSessionEntityAsync(id);
      assert.deepEqual([changed.customerName, changed.person.personId, changed.status], ['Ada', 2018, 'UserLast']);
      await query(`mutation { closeChatSession(id: ${id}) { session { id } } }`);
      assert.equal((await tje0.getChatSessionEntityAsync(id)).status, 'Finished');
      await query(`mutation { deleteChatSession(id: ${id}) { deletedId } }`);
      assert.equal(await tje0.getChatSessionEntityAsync(id), null);
    }));

  it('are created, picked up, written in, changed, closed and deleted by the client, and read by the gateway', () =>
    withGateway(async ({ tje0, query }) => {
      const { chatSessionId: id } = await tje0.createChatSessionForTopicAsync(1);
      const read = async () =>
        (await query(`{ chatSession(id: ${id}) { status isMine customerName messages(last: 1) { message } } }`))
          .chatSession;
      assert.equal((await read()).status, 'IN_QUEUE');
      await tje0.pickUpChatSessionAsync(id);
      await tje0.addChatMessageAsync(id, { message: 'Hei Ø' });
      assert.deepEqual((await read()).messages, [{ message: 'Hei Ø' }]);
      const whole = await tje0.getChatSessionEntityAsync(id);
      await tje0.saveChatSessionEntityAsync({ ...whole, customerName: 'Ada', status: 'Finished' });
      const closed = await read();
      assert.deepEqual([closed.status, closed.isMine, closed.customerName], ['FINISHED', true, 'Ada']);
      await tje0.deleteChatSessionEntityAsync(id);
      assert.equal(await read(), null);
    }));

  it('are offered, accepted, rejected and reset in turns', () =>
    withGateway(async ({ tje0, as, query }) => {
      const kari = as('kari@example.com');
      const first = await query('mutation { pickUpNextChatSession { session { id } } }');
      const id = Number(first.pickUpNextChatSession.session.id);
      await query(`mutation { transferChatSession(id: ${id}, toAssociateId: 702) { session { id } } }`);
      assert.equal((await kari.acceptChatSessionTransferAsync(id)).user.associateId, 702);
      await kari.transferChatSessionAsync(id, 'tje0');
      const state = `{ chatSession(id: ${id}) { isMine isOfferedToMe } }`;
      assert.deepEqual((await query(state)).chatSession, { isMine: false, isOfferedToMe: true });
      await query(`mutation { rejectChatSessionTransfer(id: ${id}) { session { id } } }`);
      assert.equal((await kari.getChatSessionEntityAsync(id)).transferTo, null);
      await kari.transferChatSessionAsync(id, 'tje0');
      await query(`mutation { acceptChatSessionTransfer(id: ${id}) { session { id } } }`);
      assert.equal((await tje0.getChatSessionEntityAsync(id)).user.associateId, 701);
      await query(`mutation { resetChatSession(id: ${id}) { session { id } } }`);
      assert.equal((await tje0.pickUpFirstChatSessionAsync()).chatSessionId > 0, true);
      await tje0.resetChatSessionAsync(id);
      assert.equal((await query(`{ chatSession(id: ${id}) { status } }`)).chatSession.status, 'IN_QUEUE');
      await tje0.transferChatSessionAsync(id, 'kari@example.com');
      await kari.rejectChatSessionTransferAsync(id);
    }));
});

describe('topics, their users, and presence', () => {
  it('are written by the gateway, and read by the client', () =>
    withGateway(async ({ tje0, query }) => {
      const input = '{ openingHours: { monStart: "09:30" }, widget: { size: LARGE, requiredFields: [EMAIL, PHONE] } }';
      const created = await query(`mutation { createChatTopic(name: "New", input: ${input}) { topic { id } } }`);
      const id = Number(created.createChatTopic.topic.id);
      const topic = await tje0.getChatTopicEntityAsync(id);
      assert.deepEqual([topic.name, topic.openingHours.monStart.asHours(), topic.widget.size], ['New', 9.5, 'Large']);
      assert.equal(topic.widget.requiredFields, 1 | 8); // Email, Phone
      await query(`mutation { updateChatTopic(id: ${id}, name: "Newer") { topic { id } } }`);
      assert.deepEqual(await tje0.getChatTopicEntityAsync(id), { ...topic, name: 'Newer' });
      await query(`mutation { addChatTopicAgent(topicId: ${id}, associateId: 702) { agents { topicId } } }`);
      await query(`mutation { addChatTopicAgent(topicId: ${id}, associateId: 703) { agents { topicId } } }`);
      const roles = (name) => `{ userName: "${name}", roles: { canManage: true } }`;
      await query(
        `mutation { updateChatTopicAgents(topicId: ${id}, agents: ${roles('kari@example.com')}) { agents { topicId } } }`,
      );
      assert.equal((await tje0.getChatTopicUserAgentAsync(id, 'KARI')).canManage, true);
      const both = `[${roles('kari@example.com')}, ${roles('jan@example.com')}]`;
      await query(`mutation { updateChatTopicAgents(topicId: ${id}, agents: ${both}) { agents { topicId } } }`);
      assert.deepEqual(
        (await tje0.getChatTopicUserAgentListAsync(id)).map(({ canManage }) => canManage),
        [true, true],
      );
      await query(`mutation { removeChatTopicAgent(topicId: ${id}, userName: "KARI") { agents { topicId } } }`);
      assert.equal(await tje0.getChatTopicUserAgentAsync(id, 'KARI'), null);
      await query(`mutation { deleteChatTopic(id: ${id}) { deletedId } }`);
      assert.equal(await tje0.getChatTopicEntityAsync(id), null);
      await query('mutation { setMyChatPresence(present: false) { userErrors { code } } }');
      assert.equal((await tje0.getChatPresenceAsync()).find(({ userId }) => userId === 702).present, false); // tje0's ejUser id
    }));

  it('are written by the client, and read by the gateway', () =>
    withGateway(async ({ tje0, query }) => {
      const topic = { ...(await tje0.createDefaultChatTopicEntityAsync()), name: 'New', badgeHeader: 'Hei' };
      const { chatTopicId: id } = await tje0.saveChatTopicEntityAsync(topic);
      await tje0.addChatTopicUserAgentAsync(id, { user: { associateId: 702 }, canListen: true });
      const read = `{ chatTopic(id: ${id}) { name badgeHeader openingHours { monStart } agents { canListen canManage }
        agent(userName: "kari@example.com") { canManage } } }`;
      assert.deepEqual((await query(read)).chatTopic, {
        ...{ name: 'New', badgeHeader: 'Hei', openingHours: { monStart: '08:00:00' } },
        ...{ agents: [{ canListen: true, canManage: false }], agent: { canManage: false } },
      });
      const [agent] = await tje0.getChatTopicUserAgentListAsync(id);
      await tje0.updateChatTopicUserAgentsAsync(id, [{ ...agent, canManage: true }]);
      assert.equal((await query(read)).chatTopic.agent.canManage, true);
      await tje0.updateChatTopicUserAgentAsync(id, 'KARI', { ...agent, canManage: false });
      assert.equal((await query(read)).chatTopic.agent.canManage, false);
      await tje0.deleteChatTopicUserAgentAsync(id, 'KARI');
      assert.deepEqual((await query(read)).chatTopic.agents, []);
      await tje0.deleteChatTopicEntityAsync(id);
      assert.equal((await query(read)).chatTopic, null);
      await tje0.saveChatPresenceAsync([{ userId: 702, present: true }]);
      const { chatPresence } = await query('{ chatPresence { id present } }');
      assert.equal(chatPresence.find((presence) => presence.id === '702').present, true);
    }));
});
