/**
 * Messages, agents of a topic, presence and transfer targets through their tables: items of lists.
 */
import { describe, expect, it } from '@jest/globals';
import { hasOwnId, readCarriers } from '../../../src/entities/carrier-list.js';
import { CarrierView } from '../../../src/entities/carrier-view.js';
import type { FieldTable } from '../../../src/entities/field-table.js';
import { messageEntity, messageFields } from '../../../src/entities/message.js';
import { presenceEntity, presenceFields } from '../../../src/entities/presence.js';
import { topicAgentEntity, topicAgentFields } from '../../../src/entities/topic-agent.js';
import { transferTargetEntity, transferTargetFields } from '../../../src/entities/transfer-target.js';
import { fieldsRead, propertiesNeeded } from '../../support/field-tables.js';
import { gatewayOnEmulator } from '../../support/query-gateway.js';
import { readAll, readingIn, thrownBy, wholeView } from '../../support/readings.js';

const reading = readingIn('Europe/Oslo');

/** The names of the specification. */
const properties: readonly (readonly [type: string, fields: FieldTable<never>, names: string])[] = [
  [
    'ChatMessage',
    messageFields,
    'ChatMessageId ChatSessionId Type Message Author ReadByCustomer SpecialType SpecialParam WhenPosted',
  ],
  ['ChatPresence', presenceFields, 'UserId DisplayName OngoingChats Present ChatTopics TableRight FieldProperties'],
  ['ChatTopicAgent', topicAgentFields, 'TopicId User CanListen CanRespond CanManage CanNotify'],
  [
    'ChatTransferTarget',
    transferTargetFields,
    `Id Name ToolTip Deleted Rank Type ChildItems IconHint ColorBlock ExtraInfo StyleHint FullName TableRight
     FieldProperties`,
  ],
];

describe.each(properties)('the table of %s', (_type, fields, names) => {
  it('needs every property of the specification, and no other', () => {
    expect(propertiesNeeded(fields).sort()).toEqual(names.split(/\s+/).sort());
  });

  it('U21 reads an empty record, or one of nulls, as nulls', () => {
    const own = { ChatMessageId: 7, ChatSessionId: 7, TopicId: 7, UserId: 7, Id: 7 }; // responses are checked to have them
    const promised = ['id', 'chatSessionId', 'topicId'];
    const nulls = Object.fromEntries(names.split(/\s+/).map((name) => [name, null]));

    for (const record of [own, { ...nulls, ...own }]) {
      const values = Object.entries(readAll(fields, record)).filter(([field]) => !promised.includes(field));
      expect(values.filter(([, value]) => value !== null)).toEqual([]);
    }
  });
});

describe('identities', () => {
  it('are those of the carriers; an agent of a topic has none', () => {
    const entities = [messageEntity, presenceEntity, transferTargetEntity, topicAgentEntity];

    expect(entities.map(({ identity }) => identity)).toEqual(['ChatMessageId', 'UserId', 'Id', null]);
  });
});

describe('a message', () => {
  const record = {
    ChatMessageId: 3001,
    ChatSessionId: 192,
    Type: 'Special',
    Message: 'Hello,\n"you"',
    Author: '',
    ReadByCustomer: 1,
    SpecialType: 'Options',
    SpecialParam: '["yes","no"]',
    WhenPosted: '2020-07-15T12:00:00',
  };

  it('reads as plain values; its date is UTC, whatever the base zone', () => {
    expect(fieldsRead(messageFields, wholeView(record), reading)).toEqual({
      id: '3001',
      chatSessionId: '192',
      type: 'SPECIAL',
      authorKind: 'BOT',
      message: 'Hello,\n"you"',
      author: null,
      readByCustomer: true,
      specialType: 'OPTIONS',
      specialParam: '["yes","no"]',
      whenPosted: '2020-07-15T12:00:00Z',
    });
  });

  it('can be unread', () => {
    expect(readAll(messageFields, { ...record, ReadByCustomer: 0 })['readByCustomer']).toBe(false);
  });

  it('of no session is no message of a response: the call fails', async () => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.putMessages(5, [{ ChatMessageId: 1, ChatSessionId: -1, Message: 'x' }]);

    const { data, errors } = await gateway.query('{ chatMessages(sessionId: 5) { chatSessionId } }');

    expect([data, errors?.map(({ extensions }) => extensions.code)]).toEqual([
      { chatMessages: null },
      ['UPSTREAM_INVALID_RESPONSE'],
    ]);
  });

  it.each([
    ['Type', 'type', 'Invalid', 'INVALID'],
    ['Type', 'type', 'ToCustomer', 'TO_CUSTOMER'],
    ['Type', 'type', 'ToUser', 'TO_USER'],
    ['SpecialType', 'specialType', 'None', 'NONE'],
    ['SpecialType', 'specialType', 'Url', 'URL'],
    ['SpecialType', 'specialType', 'TransferedSession', 'TRANSFERED_SESSION'],
    ['SpecialType', 'specialType', 'FaqSuccessQuestion', 'FAQ_SUCCESS_QUESTION'],
    ['SpecialType', 'specialType', 'ClosedByIdle', 'CLOSED_BY_IDLE'],
    ['SpecialType', 'specialType', 'IllegalFileType', 'ILLEGAL_FILE_TYPE'],
    ['SpecialType', 'specialType', 'Emoji', 'UNRECOGNIZED'],
  ])('of %s (%s) %s is %s', (property, field, name, member) => {
    expect(readAll(messageFields, { ...record, [property]: name })[field]).toBe(member);
  });
});

describe('a presence', () => {
  const record = {
    UserId: 600,
    DisplayName: 'Ann',
    OngoingChats: 0,
    Present: false,
    ChatTopics: [694, 0, 7, -1, null],
  };

  it('reads as plain values', () => {
    expect(readAll(presenceFields, record)).toMatchObject({
      id: '600',
      displayName: 'Ann',
      ongoingChats: 0,
      present: false,
    });
  });

  it('has the ids of its topics: the existing ones, in their order', () => {
    expect(presenceFields.chatTopics.kind).toBe('link');
    expect(presenceFields.chatTopics.read(wholeView(record), reading, {})).toEqual(['694', '7']);
    expect(presenceFields.chatTopics.read(wholeView({ ChatTopics: [] }), reading, {})).toEqual([]);
  });
});

describe('an agent of a topic', () => {
  const read = (user: unknown) =>
    readAll(topicAgentFields, { TopicId: 694, User: user, CanListen: true, CanRespond: false, CanNotify: null });

  it('has a user, a topic and rights', () => {
    expect(read({ AssociateId: 600 })).toMatchObject({
      topicId: '694',
      canListen: true,
      canRespond: false,
      canManage: null,
      canNotify: null,
    });
    expect(read({ AssociateId: 600 })['user']).toBeInstanceOf(CarrierView);
  });

  it.each([{ AssociateId: 0 }, {}, null])('has no user where it is %j', (user) => {
    expect(read(user)['user']).toBeNull();
  });
});

describe('a transfer target', () => {
  const names = (children: unknown) =>
    transferTargetFields.childItems
      .read(wholeView({ Id: 1, ChildItems: children }), reading, {})
      ?.map((child) => fieldsRead(transferTargetFields, child)['name']);

  it('has child items, all except those that have no id', () => {
    const heading = { Name: 'Heading' };
    const children = [
      { Id: 600, Name: 'Ann' },
      { ...heading, Id: 0 },
      { ...heading, Id: -1 },
      { ...heading, Id: null },
      heading,
      null,
      { Id: 601, Name: 'Bo' },
    ];

    expect(names(children)).toEqual(['Ann', 'Bo']);
    expect([names([]), names(null)]).toEqual([[], undefined]);
  });

  it('has child items at several levels', () => {
    const record = { Id: 1, ChildItems: [{ Id: 2, ChildItems: [{ Id: 3, FullName: 'a / b' }, { Id: 0 }] }] };
    const [child] = transferTargetFields.childItems.read(wholeView(record), reading, {}) ?? [];
    const grandchildren = child && transferTargetFields.childItems.read(child, reading, {});

    expect(grandchildren?.map((view) => fieldsRead(transferTargetFields, view))).toMatchObject([
      { id: '3', fullName: 'a / b', childItems: null },
    ]);
  });

  it.each([
    [{ Id: 600 }, true],
    [{ Id: 0 }, false],
    [{ Id: -1 }, false],
    [{ Id: null }, false],
    [{}, false],
  ])('%j: given out is %p', (record, isListed) => {
    expect(hasOwnId(record, transferTargetEntity)).toBe(isListed);
  });
});

describe('values of another type', () => {
  const readTargets = readCarriers(() => transferTargetEntity);

  it.each<readonly [string, () => unknown]>([
    ['an object', () => readTargets(['secret-text'], reading, {})],
    ['a list', () => readTargets({ secret: 'secret-text' }, reading, {})],
    ['an id', () => readTargets([{ Id: 'secret-text' }], reading, {})],
    ['an id', () => hasOwnId({ Id: 1.5 }, transferTargetEntity)],
    ['an id', () => presenceFields.chatTopics.read(wholeView({ ChatTopics: ['secret-text'] }), reading, {})],
    ['a text', () => messageFields.message.read(wholeView({ Message: ['secret-text'] }), reading, {})],
    ['a 32-bit integer', () => messageFields.readByCustomer.read(wholeView({ ReadByCustomer: true }), reading, {})],
    ['a date', () => messageFields.whenPosted.read(wholeView({ WhenPosted: 'secret-text' }), reading, {})],
    ['a boolean', () => topicAgentFields.canListen.read(wholeView({ CanListen: 'secret-text' }), reading, {})],
  ])('U19/U22 where %s is expected, another type is refused and not repeated: %#', (expectation, act) => {
    const error = thrownBy(act);

    expect([error.code, error.detail, error.message]).toEqual([
      'UPSTREAM_INVALID_RESPONSE',
      `a value is not ${expectation}`,
      '',
    ]);
  });
});
