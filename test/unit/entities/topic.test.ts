/**
 * A chat topic and its parts through their tables: every property is requested by some field, and absent or wrong values read as
 * specified. Hours, time zones, widget and bot as values: topic-parts.test.ts.
 */
import { describe, expect, it } from '@jest/globals';
import { botSettingsEntity, botSettingsFields } from '../../../src/entities/bot-settings.js';
import { CarrierView } from '../../../src/entities/carrier-view.js';
import type { Embeddable, FieldTable } from '../../../src/entities/field-table.js';
import { customerLanguageEntity, listValueFields } from '../../../src/entities/list-value.js';
import { ticketCategoryEntity, ticketPriorityEntity } from '../../../src/entities/list-value.js';
import { openingHoursEntity, openingHoursFields } from '../../../src/entities/opening-hours.js';
import { timeZoneEntity, timeZoneFields, timeZoneRuleFields } from '../../../src/entities/opening-hours.js';
import { replyTemplateEntity, replyTemplateFields } from '../../../src/entities/reply-template.js';
import { topicEntity, topicFields } from '../../../src/entities/topic.js';
import { kbCategoryEntity, kbCategoryFields } from '../../../src/entities/widget-settings.js';
import { widgetSettingsEntity, widgetSettingsFields } from '../../../src/entities/widget-settings.js';
import { fieldsRead, propertiesNeeded } from '../../support/field-tables.js';
import { readAll, readingIn, thrownBy, wholeView } from '../../support/readings.js';

const reading = readingIn('UTC');

const listValueProperties = 'Id Value Tooltip TableRight FieldProperties';

/** The names of the specification. */
const properties: readonly (readonly [type: string, fields: FieldTable<never>, names: string])[] = [
  [
    'ChatTopic',
    topicFields,
    `ChatTopicId Name Description WelcomeMessage Language LastAccept SecondsPrAccept AlertRecipient AlertTemplate
     CollectConsent BadgeHeader CustomQueueTextEnabled CustomQueueText WarnNewChatMinutes WarnManagerNewChatMinutes
     TicketEnabled TicketCategory TicketPriority OpeningHoursEnabled OpeningHours Widget BotEnabled BotSettings
     OfflineCollectConsent WarnChatMessageMinutes WarnManagerChatMessageMinutes UseQueueOfflineForm OfflineFormTimeLimit
     OfflineFormQueueLength WidgetEnableRating WidgetRatingText TableRight FieldProperties`,
  ],
  [
    'ChatOpeningHours',
    openingHoursFields,
    `TzLocation MonEnabled MonStart MonStop TueEnabled TueStart TueStop WedEnabled WedStart WedStop ThuEnabled ThuStart
     ThuStop FriEnabled FriStart FriStop SatEnabled SatStart SatStop SunEnabled SunStart SunStop UseLunchHours LunchStart
     LunchStop`,
  ],
  [
    'ChatTimeZone',
    timeZoneFields,
    'TZLocationID Name TZLocationCode TZLocationCities IsoNumber TimeZoneSTDRules TimeZoneDSTRules',
  ],
  [
    'ChatTimeZoneRule',
    timeZoneRuleFields,
    'Name StartDay StartMonth EndDay EndMonth TZOffset StartRulePattern EndRulePattern',
  ],
  [
    'ChatWidgetSettings',
    widgetSettingsFields,
    `AutoFaqEnabled AutoFaqCategory PreFormEnabled PreFormMessage RequiredFields PostFormEnabled PostFormHeader
     PostFormMessage PostTranscriptEnabled LanguageIsoCode Size Theme Color BadgeColor BadgeTextColor CustMsgColor
     CustMsgTextColor AgentMsgColor AgentMsgTextColor ButtonColor ButtonTextColor Font FontSize LogoEnabled LogoBlobId
     LogoName ShowAgentPhoto WelcomeTitle WelcomeMessage OfflineHeader OfflineMessage OfflineFields UseAgentFirstname`,
  ],
  ['ChatKbCategory', kbCategoryFields, 'KbCategoryId Name Description Fullname ParentId SortOrder'],
  [
    'ChatBotSettings',
    botSettingsFields,
    'BotName BotRegisterScriptId BotSessionCreatedScriptId BotSessionChangedScriptId BotMessageReceivedScriptId',
  ],
  ['ChatReplyTemplate', replyTemplateFields, 'ReplyTemplateId Name Description FolderId'],
  ['ChatCustomerLanguage, ChatTicketCategory, ChatTicketPriority', listValueFields, listValueProperties],
];

describe.each(properties)('the table of %s', (type, fields, names) => {
  it('needs every property of the specification, and no other', () => {
    expect(propertiesNeeded(fields).sort()).toEqual(names.split(/\s+/).sort());
  });

  it('U21 reads an empty record, or one of nulls, as nulls', () => {
    const own = { ChatTopicId: 7, TZLocationID: 7, KbCategoryId: 7, ReplyTemplateId: 7, Id: 7 };
    const key = type === 'ChatTimeZoneRule' ? { Name: 'standard' } : {};
    const nulls = Object.fromEntries(names.split(/\s+/).map((name) => [name, null]));
    const keys = ['id', 'isOpen', 'agents', 'agent', 'chatSessions', ...(type === 'ChatTimeZoneRule' ? ['name'] : [])];

    for (const record of [
      { ...own, ...key },
      { ...nulls, ...own, ...key },
    ]) {
      const values = Object.entries(readAll(fields, record)).filter(([field]) => !keys.includes(field));
      expect(values.filter(([, value]) => value !== null)).toEqual([]);
    }
  });
});

const topicTable: FieldTable<never> = topicEntity.fields;

describe('a topic', () => {
  const record = {
    ChatTopicId: 694,
    Name: 'Support',
    WelcomeMessage: '',
    LastAccept: '2002-03-31T18:00:00',
    SecondsPrAccept: 42,
    CollectConsent: true,
    TicketEnabled: false,
    WarnNewChatMinutes: 0,
    Language: { Id: 5, Value: 'English', Tooltip: '' },
    AlertTemplate: { ReplyTemplateId: 12, Name: 'Alert', Description: '', FolderId: -1 },
    TicketCategory: { Id: 0, Value: 'none' },
    TicketPriority: { Id: -1 },
    OpeningHours: {},
    Widget: { Theme: 'Modern' },
    BotSettings: null,
    TableRight: {},
    FieldProperties: { Widget: {}, BadgeHeader: {} },
  };
  const topic = readAll(topicFields, record);

  it('reads as plain values, dates and texts', () => {
    expect(topic).toMatchObject({
      id: '694',
      name: 'Support',
      welcomeMessage: null,
      lastAccept: '2002-03-31T18:00:00Z',
      secondsPrAccept: 42,
      collectConsent: true,
      ticketEnabled: false,
      warnNewChatMinutes: 0,
    });
  });

  it('that has never been accepted has no date for it', () => {
    expect(readAll(topicFields, { ...record, LastAccept: '0001-01-01T00:00:00' })['lastAccept']).toBeNull();
  });

  it('passes its own id to fields of another call', () => {
    expect([topicFields.isOpen.kind, topicFields.agents.kind]).toEqual(['link', 'link']);
    expect([topic['isOpen'], topic['agents']]).toEqual(['694', '694']);
  });

  it('has list items where they have an id, and null where it is 0 or -1', () => {
    const language = topicFields.language.read(wholeView(record), reading, {});
    const template = topicFields.alertTemplate.read(wholeView(record), reading, {});

    expect(language && fieldsRead(listValueFields, language)).toMatchObject({
      id: '5',
      value: 'English',
      tooltip: null,
    });
    expect(template && fieldsRead(replyTemplateFields, template)).toMatchObject({ id: '12', folderId: null });
    expect([topic['ticketCategory'], topic['ticketPriority']]).toEqual([null, null]);
  });

  it('has settings without an identity: empty ones are settings of nulls, and null is null', () => {
    expect(topic['openingHours']).toBeInstanceOf(CarrierView);
    expect(topic['widget']).toBeInstanceOf(CarrierView);
    expect(topic['botSettings']).toBeNull();
  });

  it('names its field properties in either spelling', () => {
    const read = topicFields.fieldProperties.read(wholeView(record), reading, { names: ['badgeHeader', 'Widget'] });

    expect(read?.map((view) => view.read('Name'))).toEqual(['BadgeHeader', 'Widget']);
  });

  it.each<readonly [string, string | null, Embeddable<never>]>([
    ['language', 'Id', customerLanguageEntity],
    ['ticketCategory', 'Id', ticketCategoryEntity],
    ['ticketPriority', 'Id', ticketPriorityEntity],
    ['alertTemplate', 'ReplyTemplateId', replyTemplateEntity],
    ['openingHours', null, openingHoursEntity],
    ['widget', null, widgetSettingsEntity],
    ['botSettings', null, botSettingsEntity],
  ])('embeds its %s, identified by %p', (field, identity, entity) => {
    const entry = topicTable[field];

    expect(entry?.kind === 'embedded' && entry.entity()).toBe(entity);
    expect(entity.identity).toBe(identity);
    expect([timeZoneEntity.identity, kbCategoryEntity.identity]).toEqual(['TZLocationID', 'KbCategoryId']);
  });
});

describe('values of another type', () => {
  it.each<readonly [FieldTable<never>, string, Readonly<Record<string, unknown>>]>([
    [topicFields, 'id', { ChatTopicId: 0 }],
    [topicFields, 'name', { Name: { secret: 'secret-text' } }],
    [topicFields, 'secondsPrAccept', { SecondsPrAccept: 'secret-text' }],
    [topicFields, 'lastAccept', { LastAccept: 'secret-text' }],
    [topicFields, 'widget', { Widget: 'secret-text' }],
    [topicFields, 'openingHours', { OpeningHours: ['secret-text'] }],
    [topicFields, 'language', { Language: { Id: 'secret-text' } }],
    [openingHoursFields, 'monStart', { MonStart: 'secret-text' }],
    [openingHoursFields, 'monEnabled', { MonEnabled: 'secret-text' }],
    [timeZoneFields, 'timeZoneStdRules', { TimeZoneSTDRules: ['secret-text'] }],
    [widgetSettingsFields, 'size', { Size: 815 }],
    [widgetSettingsFields, 'requiredFields', { RequiredFields: ['secret-text'] }],
    [botSettingsFields, 'botRegisterScriptId', { BotRegisterScriptId: 'secret-text' }],
  ])('U19/U22 %#: are refused, and not repeated', (fields, field, record) => {
    const error = thrownBy(() => fields[field]?.read(wholeView(record), reading, {}));

    expect([error.code, error.message]).toEqual(['UPSTREAM_INVALID_RESPONSE', '']);
    expect(error.detail).not.toMatch(/secret|815/);
  });
});
