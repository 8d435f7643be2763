/**
 * The users that transfer targets identify, on servers whose list has ejUser ids and on servers whose list has associate ids. In the
 * emulator each id of a person is another person's id of the other kind, so a mix-up reaches another person without an error.
 */
import { describe, expect, it } from '@jest/globals';
import { gatewayWithSession } from '../../support/console-sessions.js';
import { gatewayOnEmulator } from '../../support/query-gateway.js';
import { agent, associateIdsOf, targetsOf, type Target } from '../../support/transfer-world.js';

const transferTo = (argument: string): string =>
  `mutation ($to: ${argument === 'toUserName' ? 'String' : 'ID'}!) {
    transferChatSession(id: 4, ${argument}: $to) { session { transferTo { fullName } } userErrors { code } }
  }`;

describe.each(['ej-user', 'associate'] as const)('a server whose list has the ids %s', (chatUserIds) => {
  it('has targets with both names for a transfer, at one call for the list, one for the topics and one for each topic', async () => {
    await using gateway = await gatewayOnEmulator({ chatUserIds });

    const targets = await targetsOf(gateway);

    expect(targets.map(({ name, associateId, userName }) => [name, associateId, userName])).toEqual([
      ['Terje Nordmann', '701', 'tje0'],
      ['Kari Ødegård', '702', 'kari@example.com'],
      ['Jan van Dijk', '703', 'jan@example.com'],
      ['李 小龙', '704', 'lxl@example.com'],
      ["Robot O'Malley \u{1F916}", '705', 'bot@example.com'],
    ]);
    const select = '$select=TopicId,User/AssociateId,User/EjUserId,User/FullName,User/Name,User/UserName';
    expect(gateway.emulator.requests.toSorted()).toEqual([
      'ChatTopicsForUser $select=ChatTopicId',
      `GetChatTopicUserAgentList 1 ${select}`,
      `GetChatTopicUserAgentList 2 ${select}`,
      `GetChatTopicUserAgentList 3 ${select}`,
      'GetUserAgentList flat $select=FullName,Id,Name',
    ]);
  });

  it.each(['toAssociateId', 'toUserName'])(
    'transfers by %s to the chosen person, for each target',
    async (argument) => {
      for (const name of ['Kari Ødegård', 'Jan van Dijk', '李 小龙']) {
        await using gateway = await gatewayWithSession({}, { chatUserIds });
        const target = (await targetsOf(gateway)).find((one) => one.name === name);
        const to = argument === 'toUserName' ? target?.userName : target?.associateId;

        const { data, errors } = await gateway.query(transferTo(argument), { to });

        expect(errors).toBeUndefined();
        expect(data.transferChatSession).toEqual({ session: { transferTo: { fullName: name } }, userErrors: [] });
      }
    },
  );

  it('transfers by the id of a topic’s agent to that agent', async () => {
    await using gateway = await gatewayWithSession({}, { chatUserIds });
    const { data } = await gateway.query('{ chatTopic(id: 1) { agents { user { id fullName } } } }');
    const jan = data.chatTopic.agents[2].user;

    const transferred = await gateway.query(transferTo('toAssociateId'), { to: jan.id });

    expect(transferred.data.transferChatSession.session.transferTo).toEqual({ fullName: jan.fullName });
  });

  it('refuses the id of a target in `to`, whichever user it would have reached', async () => {
    await using gateway = await gatewayWithSession({}, { chatUserIds });
    const [, kari] = await targetsOf(gateway);
    gateway.emulator.clearLog();

    const { errors } = await gateway.query(transferTo('to'), { to: kari?.id });

    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('uses the id of a presence for that presence alone', async () => {
    await using gateway = await gatewayOnEmulator({ chatUserIds });
    const { data } = await gateway.query('{ chatPresence { id displayName present } }');
    const [own] = data.chatPresence as { id: string; displayName: string }[];

    const set = await gateway.query(
      'mutation ($id: ID!) { setMyChatPresence(userId: $id, present: false) { presence { displayName present } } }',
      { id: own?.id },
    );

    expect(set.data.setMyChatPresence.presence).toEqual({ displayName: own?.displayName, present: false });
    const after = await gateway.query('{ chatPresence { displayName present } }');
    const presences = after.data.chatPresence as { displayName: string; present: boolean }[];
    expect(presences.filter(({ present }) => !present).map(({ displayName }) => displayName)).toEqual([
      'Terje Nordmann',
      'Jan van Dijk',
      "Robot O'Malley \u{1F916}",
    ]);
  });

  it('has no user for groups', async () => {
    await using gateway = await gatewayOnEmulator({ chatUserIds });

    const { data } = await gateway.query(
      `{ transferTargets(flat: false) { associateId childItems { name associateId } } }`,
    );

    expect(data.transferTargets.map(({ associateId }: Target) => associateId)).toEqual([null, null]);
    expect(data.transferTargets[0].childItems[0]).toEqual({ name: 'Kari Ødegård', associateId: '702' });
  });
});

describe('a target', () => {
  const anna = { Id: 9, Name: 'Anna Berg' };
  const kari = { Id: 20, Name: 'Kari Dahl' };
  const kariByEjUser = agent(30, 20, 'Kari Dahl');
  const kariByAssociate = agent(20, 30, 'Kari Dahl');

  it.each([
    ['one by each number, both of the name', [anna], [agent(5, 9, 'Anna Berg'), agent(9, 7, 'Anna Berg')], [null]],
    ['one by the name alone', [anna], [agent(5, 8, 'Anna Berg')], [null]],
    ['one by the number alone', [anna], [agent(5, 9, 'Ola Nordmann')], [null]],
    ['none', [anna], [], [null]],
    ['one by ejUser id and name', [anna], [agent(5, 9, 'Anna Berg'), agent(9, 7, 'Ola Nordmann')], ['5']],
    ['the same one twice', [anna], [agent(5, 9, 'Anna Berg'), agent(5, 9, 'Anna Berg')], ['5']],
    ['one by ejUser id and short name', [anna], [agent(5, 9, 'Berg, Anna', { Name: 'anna berg' })], ['5']],
    ['one whose names the sentry hides', [anna], [agent(5, 9, '', { Name: null, UserName: '' })], [null]],
    ['one whose numbers are the same', [anna], [agent(9, 9, 'Anna Berg')], ['9']],
    ['two by associate id and name', [anna, kari], [agent(9, 5, 'Anna Berg'), kariByAssociate], ['9', '20']],
    ['one alone by associate id, which is not the documented kind', [anna], [agent(9, 5, 'Anna Berg')], [null]],
    [
      'a namesake by associate id, in a list that has ejUser ids',
      [anna, kari, { Id: 40, Name: 'Jan Vik' }],
      [agent(9, 7, 'Anna Berg'), kariByEjUser, agent(41, 40, 'Jan Vik')],
      [null, '30', '41'],
    ],
    ['as many of one kind as of the other', [anna, kari], [agent(9, 7, 'Anna Berg'), kariByEjUser], [null, null]],
  ])('%s', async (_what, targets, agents, expected) => {
    expect(await associateIdsOf(targets, agents)).toEqual(expected);
  });
});
