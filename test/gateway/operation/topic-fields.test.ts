/**
 * Fields of a topic: those in its record, and those that need a separate call.
 */
import { describe, expect, it } from '@jest/globals';
import { answering, entitiesOf, failures, references } from '../../support/conversation-records.js';
import { gatewayOnEmulator } from '../../support/query-gateway.js';

const selectOf = (select: string) => [`GetChatTopicEntity 1 $select=${select}`];

describe('fields in the record of a topic', () => {
  it.each([
    ['openingHours { monStart }', 'ChatTopicId,OpeningHours/MonStart'],
    ['openingHours { tzLocation { name } }', 'ChatTopicId,OpeningHours/TzLocation'],
    ['openingHours { __typename }', 'ChatTopicId,OpeningHours'],
    ['widget { theme }', 'ChatTopicId,Widget/Theme'],
    ['widget { theme ... on ChatWidgetSettings { size } }', 'ChatTopicId,Widget/Size,Widget/Theme'],
    ['widget { autoFaqCategory { name } }', 'ChatTopicId,Widget/AutoFaqCategory'],
    ['widget { __typename }', 'ChatTopicId,Widget'],
    ['widget { theme } bare: widget { __typename }', 'ChatTopicId,Widget/Theme'],
    ['language { value }', 'ChatTopicId,Language/Id,Language/Value'],
    ['language { __typename }', 'ChatTopicId,Language/Id'],
    ['alertTemplate { name }', 'AlertTemplate/Name,AlertTemplate/ReplyTemplateId,ChatTopicId'],
    [
      'ticketCategory { id } ticketPriority { value }',
      'ChatTopicId,TicketCategory/Id,TicketPriority/Id,TicketPriority/Value',
    ],
    ['botSettings { botName }', 'BotSettings/BotName,ChatTopicId'],
    ['tableRight { mask }', 'ChatTopicId,TableRight'],
  ])('%s requires %s', async (selection, select) => {
    await using gateway = await gatewayOnEmulator({ unknownSelect: 'bad-request', deepSelect: 'bad-request' });

    const { data, errors } = await gateway.query(`{ chatTopic(id: 1) { ${selection} } }`);

    expect(errors).toBeUndefined();
    expect(Object.values(data.chatTopic)).not.toContain(null);
    expect(gateway.emulator.requests).toEqual(selectOf(select));
  });

  it('are returned in the names of the schema', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query(`{ chatTopic(id: 1) {
      language { id value }
      widget { theme size requiredFields languageIsoCode logoBlobId }
      openingHours { monEnabled satEnabled tzLocation { id name timeZoneDstRules { name tzOffset } } }
    } }`);

    expect(errors).toBeUndefined();
    expect(data.chatTopic).toEqual({
      language: { id: '1', value: 'Norwegian' },
      widget: {
        theme: 'MODERN',
        size: 'NORMAL',
        requiredFields: expect.arrayContaining(['NAME', 'EMAIL']),
        languageIsoCode: 'nb-NO',
        logoBlobId: '4711',
      },
      openingHours: {
        monEnabled: true,
        satEnabled: false,
        tzLocation: { id: '261', name: 'Norway', timeZoneDstRules: [{ name: '2026', tzOffset: 120 }] },
      },
    });
    expect(gateway.emulator.requests).toHaveLength(1);
  });

  it('are null where there is no value', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query(`{
      list: chatTopic(id: 3) { language { id } ticketCategory { id } openingHours { monStart } lastAccept }
      single: chatTopic(id: 4) { widget { theme } lastAccept }
      other: chatTopic(id: 5) { openingHours { tzLocation { id } } botSettings { botName } widgetEnableRating }
    }`);

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      list: { language: null, ticketCategory: null, openingHours: null, lastAccept: null },
      single: { widget: null, lastAccept: null },
      other: { openingHours: { tzLocation: null }, botSettings: null, widgetEnableRating: null },
    });
    expect(gateway.emulator.requests).toHaveLength(3);
  });

  it.each([
    [1, ['08:00:00', '16:00:00', '11:30:00']],
    [2, ['08:00:00', '20:00:00', null]],
    [4, ['09:00:00', '16:30:00', null]],
    [5, [null, null, null]],
    [694, ['08:00:00', '16:00:00', null]],
  ])('times of day of topic %i are %j, in any spelling of SuperOffice', async (id, times) => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query(
      `{ chatTopic(id: ${id}) { openingHours { monStart monStop lunchStart } } }`,
    );

    expect(errors).toBeUndefined();
    expect(Object.values(data.chatTopic.openingHours)).toEqual(times);
    expect(gateway.emulator.requests).toEqual([
      `GetChatTopicEntity ${id} $select=ChatTopicId,OpeningHours/LunchStart,OpeningHours/MonStart,OpeningHours/MonStop`,
    ]);
  });

  it('with a value of the wrong kind fail alone', async () => {
    await using gateway = await gatewayOnEmulator();
    const record = { ChatTopicId: 1, Name: 7, Widget: 'none', OpeningHours: { MonStart: '25:00', MonStop: '16:00' } };
    gateway.emulator.putTopic(record as never);

    const { data, errors } = await gateway.query(
      '{ chatTopic(id: 1) { id name widget { theme } openingHours { monStart monStop } } }',
    );

    expect(data.chatTopic).toEqual({
      id: '1',
      name: null,
      widget: null,
      openingHours: { monStart: null, monStop: '16:00:00' },
    });
    expect(failures(errors).toSorted()).toEqual([
      'chatTopic.name: UPSTREAM_INVALID_RESPONSE',
      'chatTopic.openingHours.monStart: UPSTREAM_INVALID_RESPONSE',
      'chatTopic.widget: UPSTREAM_INVALID_RESPONSE',
    ]);
    expect(gateway.emulator.requests).toHaveLength(1);
  });
});

describe('isOpen', () => {
  it.each([
    ['2024-05-06T10:00:00Z', true],
    ['2024-05-06T11:45:00Z', false],
    ['2024-05-05T10:00:00Z', false],
  ])('at %s is %p, as SuperOffice returns', async (now, isOpen) => {
    await using gateway = await gatewayOnEmulator({ clock: { now: () => Date.parse(now) } });

    const { data } = await gateway.query(entitiesOf('ChatTopic', 'id isOpen'), references('ChatTopic', 1));

    expect(data._entities).toEqual([{ id: '1', isOpen }]);
    expect(gateway.emulator.requests).toEqual(['IsWithinOpeningHours 1']);
  });

  it('and agents are one call each for a topic, however often and wherever they are selected', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query(`{
      a: chatTopic(id: 1) { isOpen again: isOpen agents { canListen } few: agents { user { name } } }
      b: chatTopic(id: 1) { isOpen agents { canListen } }
      c: chatTopic(id: 2) { isOpen }
    }`);

    expect(errors).toBeUndefined();
    expect(data.a.agents).toHaveLength(5);
    expect(data.a.few[0]).toEqual({ user: { name: 'TJE0' } });
    expect(gateway.emulator.requests[0]).toBe('ChatTopicsForUser $select=ChatTopicId');
    expect(gateway.emulator.requests.slice(1).toSorted()).toEqual([
      'GetChatTopicUserAgentList 1 $select=CanListen,TopicId,User/AssociateId,User/Name',
      'IsWithinOpeningHours 1',
      'IsWithinOpeningHours 2',
    ]);
  });

  it.each(['yes', 1, [], {}])('with the response %j is an invalid response', async (json) => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault(answering('IsWithinOpeningHours', json));

    const { data, errors } = await gateway.query('{ chatTopic(id: 1) { name isOpen } }');

    expect([data.chatTopic, failures(errors)]).toEqual([
      { name: 'Support', isOpen: null },
      ['chatTopic.isOpen: UPSTREAM_INVALID_RESPONSE'],
    ]);
    expect(gateway.emulator.requests.slice(1)).toEqual(['IsWithinOpeningHours 1']);
  });
});

describe('agents', () => {
  it('are the users of the topic and their rights in it', async () => {
    await using gateway = await gatewayOnEmulator();

    const { data, errors } = await gateway.query(
      entitiesOf('ChatTopic', 'agents { topicId user { fullName } canListen canRespond canManage canNotify }'),
      references('ChatTopic', 5),
    );

    expect(errors).toBeUndefined();
    expect(data._entities[0].agents).toHaveLength(2);
    expect(data._entities[0].agents[1]).toEqual({
      topicId: '5',
      user: null,
      canListen: true,
      canRespond: true,
      canManage: false,
      canNotify: false,
    });
    expect(gateway.emulator.requests).toEqual([
      'GetChatTopicUserAgentList 5 $select=CanListen,CanManage,CanNotify,CanRespond,TopicId,User/AssociateId,User/FullName',
    ]);
  });

  it.each([
    ['null', null, null],
    ['an empty list', [], []],
  ])('with the response %s are the same, without an error', async (_what, json, agents) => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault(answering('GetChatTopicUserAgentList', json));

    const { data, errors } = await gateway.query(
      entitiesOf('ChatTopic', 'agents { canListen }'),
      references('ChatTopic', 1),
    );

    expect({ data, errors }).toEqual({ data: { _entities: [{ agents }] }, errors: undefined });
    expect(gateway.emulator.requests).toEqual(['GetChatTopicUserAgentList 1 $select=CanListen,TopicId']);
  });

  it.each([
    [
      'of another topic',
      [
        { TopicId: 1, CanListen: true },
        { TopicId: 2, CanListen: true },
      ],
    ],
    ['without a topic', [{ CanListen: true }]],
    ['that are not a list', { TopicId: 1, CanListen: true }],
  ])('%s are an invalid response, and none of them is returned', async (_what, json) => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.injectFault(answering('GetChatTopicUserAgentList', json));

    const { data, errors } = await gateway.query('{ chatTopic(id: 1) { name agents { canListen } } }');

    expect([data.chatTopic, failures(errors)]).toEqual([
      { name: 'Support', agents: null },
      ['chatTopic.agents: UPSTREAM_INVALID_RESPONSE'],
    ]);
    expect(gateway.emulator.requests).toHaveLength(2);
  });
});
