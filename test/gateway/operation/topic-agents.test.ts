/** The users of topics are read by name, added, changed and removed. */
import { describe, expect, it } from '@jest/globals';
import { admin, operationsOf } from '../../support/administration.js';

const agents = '{ agents { user { userName } canListen canRespond canManage canNotify } userErrors { code } }';

describe('the users of a topic', () => {
  it('are read by name: one call for each, and null for a user who is not assigned', async () => {
    await using gateway = await admin();
    const query = `{ chatTopic(id: 1) {
      kari: agent(userName: "kari@example.com") { topicId user { fullName } canListen } none: agent(userName: "none") { canListen } } }`;
    const { data, errors } = await gateway.query(query);
    expect(errors).toBeUndefined();
    expect(data.chatTopic).toEqual({
      kari: { topicId: '1', user: { fullName: 'Kari Ødegård' }, canListen: true },
      none: null,
    });
    expect(operationsOf(gateway)).toEqual(['GetChatTopicEntity', 'GetChatTopicUserAgent', 'GetChatTopicUserAgent']);
  });

  it('are added with default roles, changed and removed', async () => {
    await using gateway = await admin();
    const add = `mutation { addChatTopicAgent(topicId: 4, associateId: 702, roles: { canManage: true }) ${agents} }`;
    const kari = {
      user: { userName: 'kari@example.com' },
      canListen: false,
      canRespond: true,
      canManage: true,
      canNotify: true,
    };
    expect((await gateway.query(add)).data.addChatTopicAgent).toEqual({ agents: [kari], userErrors: [] });
    expect(operationsOf(gateway)).toEqual(['CreateDefaultChatTopicAgent', 'AddChatTopicUserAgent']);
    gateway.emulator.clearLog();
    const change = `mutation { updateChatTopicAgents(topicId: 4, agents: { userName: "KARI@example.com", roles: { canNotify: null, canListen: true } }) ${agents} }`;
    const changed = { ...kari, canListen: true, canNotify: false };
    expect((await gateway.query(change)).data.updateChatTopicAgents).toEqual({ agents: [changed], userErrors: [] });
    expect(operationsOf(gateway)).toEqual(['GetChatTopicUserAgent', 'UpdateChatTopicUserAgent']);
    gateway.emulator.clearLog();
    const remove = `mutation { removeChatTopicAgent(topicId: 4, userName: "kari@example.com") ${agents} }`;
    expect((await gateway.query(remove)).data.removeChatTopicAgent).toEqual({ agents: [], userErrors: [] });
    expect(operationsOf(gateway)).toEqual(['GetChatTopicUserAgent', 'DeleteChatTopicUserAgent']);
    expect((await gateway.query(remove)).data.removeChatTopicAgent.userErrors).toEqual([{ code: 'NOT_FOUND' }]);
    const unchecked = 'mutation { removeChatTopicAgent(topicId: 4, userName: "x") { agents { topicId } } }';
    gateway.emulator.clearLog();
    expect((await gateway.query(unchecked)).data.removeChatTopicAgent).toEqual({ agents: [] });
    expect(operationsOf(gateway)).toEqual(['DeleteChatTopicUserAgent']);
  });

  it('are changed together, and those who are left out stay, also where a server removes what it is not sent', async () => {
    await using gateway = await admin();
    const listed = '{ chatTopic(id: 1) { agents { user { userName } canListen canRespond canManage canNotify } } }';
    const { data: before } = await gateway.query(listed);
    gateway.emulator.clearLog();
    const names = ['kari@example.com', 'jan@example.com'];
    const document = `mutation ($agents: [ChatTopicAgentInput!]!) { updateChatTopicAgents(topicId: 1, agents: $agents) ${agents} }`;
    const variables = { agents: names.map((userName) => ({ userName, roles: { canListen: false } })) };
    const { data, errors } = await gateway.query(document, variables);
    expect(errors).toBeUndefined();
    const expected = before.chatTopic.agents.map((agent: { user: { userName: string } }) =>
      names.includes(agent.user.userName) ? { ...agent, canListen: false } : agent,
    );
    expect(data.updateChatTopicAgents.agents).toEqual(
      expected.filter((agent: { user: { userName: string } }) => names.includes(agent.user.userName)),
    );
    expect(operationsOf(gateway)).toEqual(['GetChatTopicUserAgentList', 'UpdateChatTopicUserAgents']);
    expect((await gateway.query(listed)).data.chatTopic.agents).toEqual(expected);
  });

  it('are left as they are if one of them is not assigned', async () => {
    await using gateway = await admin();
    const one = (userName: string) => `{ userName: "${userName}", roles: { canListen: false } }`;
    for (const list of [one('missing'), `[${one('kari@example.com')}, ${one('missing')}]`]) {
      gateway.emulator.clearLog();
      const { data } = await gateway.query(`mutation { updateChatTopicAgents(topicId: 1, agents: ${list}) ${agents} }`);
      expect(data.updateChatTopicAgents).toEqual({ agents: null, userErrors: [{ code: 'NOT_FOUND' }] });
      expect(gateway.emulator.requests).toHaveLength(1);
    }
  });

  it.each([
    ['no users', 'updateChatTopicAgents(topicId: 1, agents: [])', '1 to 100'],
    [
      'a user twice',
      'updateChatTopicAgents(topicId: 1, agents: [{ userName: "a", roles: {} }, { userName: "A", roles: {} }])',
      'once',
    ],
    ['an empty name', 'removeChatTopicAgent(topicId: 1, userName: " ")', '`userName` is not accepted'],
    ['a name of digits', 'removeChatTopicAgent(topicId: 1, userName: "702")', '`userName` takes no digits'],
    [
      'a name of digits',
      'updateChatTopicAgents(topicId: 1, agents: { userName: "702", roles: {} })',
      '`userName` takes no digits',
    ],
    ['an associate that is no id', 'addChatTopicAgent(topicId: 1, associateId: "kari")', '`associateId`'],
    ['a topic that is no id', 'addChatTopicAgent(topicId: 0, associateId: 702)', 'topic id'],
  ])('%s is refused without a call', async (_what, field, text) => {
    await using gateway = await admin();
    const { errors = [] } = await gateway.query(`mutation { ${field} { userErrors { code } } }`);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.message).toContain(text);
    expect(gateway.emulator.requests).toEqual([]);
  });
});
