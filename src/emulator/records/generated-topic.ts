/**
 * Topics 1 to 6 and 694 with realistic variations.
 *
 * | topic | value                                                                                                         |
 * |-------|---------------------------------------------------------------------------------------------------------------|
 * | 1     | everything filled; hours "08:00:00" to "16:00:00" with lunch 11:30, Norwegian time; multi-language texts          |
 * | 2     | hours "0001-01-01T08:00:00"; Language null; AlertTemplate.FolderId -1; Widget.Theme "Neon", in no published list |
 * | 3     | OpeningHours null though enabled; Language with Id 0; TicketCategory and TicketPriority with Id 0; LastAccept null |
 * | 4     | hours "2011-04-19T09:00:00+02:00" to "2011-04-19T16:30:00+02:00"; Widget null; UTC; LastAccept 0001-01-01           |
 * | 5     | hours "" and null, not enabled, TzLocation null; BotSettings null; an old server: no WidgetEnableRating and -Text |
 * | 6     | no read access: texts "" or null, embedded objects null, TableRight { Mask: "None", Reason: "[SR_...]" }         |
 * | 694   | the topic of the specification's session 192; hours 08:00 without seconds                                      |
 */
import type { JsonRecord } from '../json-record.js';
import { norway, utcZone, weekOf } from './generated-hours.js';
import { fieldProperties, tableRight } from './generated-rights.js';
import { widgetOf } from './generated-widget.js';

/** Null for an id that no topic has. */
export function generatedTopic(id: number): JsonRecord | null {
  const override = overrides.get(id);
  return override ? { ...defaultTopic(id), ...override() } : null;
}

const names: ReadonlyMap<number, string> = new Map([
  [1, 'NO:"Kundestøtte";US:"Support"'],
  [2, 'NO:"Salg";US:"Sales";GE:"Verkauf"'],
  [3, 'Faktura & betaling'],
  [4, 'Partnere'],
  [5, 'Gammel kø'],
  [694, 'Sporer-Jaskolski'],
]);

function defaultTopic(id: number): JsonRecord {
  return {
    ChatTopicId: id,
    Name: names.get(id) ?? '',
    Description: `NO:"Kø ${id}";US:"Queue ${id}"`,
    WelcomeMessage: 'NO:"Hei, hva kan jeg hjelpe med?";US:"Hello, how can I help you?"',
    Language: { Id: 1, Value: 'NO:"Norsk";US:"Norwegian"', Tooltip: '', TableRight: null, FieldProperties: {} },
    LastAccept: '2014-06-20T12:34:56.789Z',
    SecondsPrAccept: 42,
    AlertRecipient: 'post@example.com',
    AlertTemplate: { ReplyTemplateId: 31, Name: 'NO:"Varsel";US:"Alert"', Description: '', FolderId: 7 },
    ...queueing(id),
    ...ticketing(id),
    OpeningHoursEnabled: true,
    OpeningHours: weekOf({ day: ['08:00', '16:00'], lunch: null, zone: utcZone }),
    Widget: widgetOf(id, id % 2 === 0 ? 'Classic' : 'Modern'),
    ...bot(id),
    ...(id === 5 ? {} : { WidgetEnableRating: id % 2 === 1, WidgetRatingText: 'NO:"Bra?";US:"Good?"' }),
    TableRight: tableRight(id),
    FieldProperties: fieldProperties(id, { Name: 'System.String', OpeningHours: 'System.Object' }),
  };
}

function queueing(id: number): JsonRecord {
  return {
    CollectConsent: id === 1,
    BadgeHeader: 'Chat \u{1F4AC}',
    CustomQueueTextEnabled: id === 2,
    CustomQueueText: id === 2 ? 'NO:"Du er nummer {0}";US:"You are number {0}"' : '',
    WarnNewChatMinutes: 2,
    WarnManagerNewChatMinutes: 5,
    WarnChatMessageMinutes: id,
    WarnManagerChatMessageMinutes: 0,
    UseQueueOfflineForm: id === 1,
    OfflineFormTimeLimit: 10,
    OfflineFormQueueLength: 5,
    OfflineCollectConsent: false,
  };
}

function ticketing(id: number): JsonRecord {
  return {
    TicketEnabled: id < 3,
    TicketCategory: listItem(id === 3 ? 0 : 9, 'Support'),
    TicketPriority: listItem(id === 3 ? 0 : 2, 'NO:"Høy";US:"High"'),
  };
}

function bot(id: number): JsonRecord {
  return {
    BotEnabled: id === 2,
    BotSettings: {
      BotName: id === 2 ? "Robot O'Malley \u{1F916}" : '',
      BotRegisterScriptId: id === 2 ? 55 : 0,
      BotSessionCreatedScriptId: id === 2 ? 56 : 0,
      BotSessionChangedScriptId: 0,
      BotMessageReceivedScriptId: 0,
    },
  };
}

function listItem(id: number, value: string): JsonRecord {
  return { Id: id, Value: id === 0 ? '' : value, Tooltip: '', TableRight: null, FieldProperties: {} };
}

/** A topic without read access. */
const blanked: JsonRecord = {
  Name: '',
  Description: null,
  WelcomeMessage: '',
  Language: null,
  AlertRecipient: '',
  AlertTemplate: null,
  BadgeHeader: '',
  CustomQueueText: null,
  TicketCategory: null,
  TicketPriority: null,
  OpeningHours: null,
  Widget: null,
  BotSettings: null,
  WidgetRatingText: null,
  TableRight: { Mask: 'None', Reason: '[SR_CHATSESSION_NO_ACCESS]' },
};

const overrides: ReadonlyMap<number, () => JsonRecord> = new Map([
  [
    1,
    () => ({ OpeningHours: weekOf({ day: ['08:00:00', '16:00:00'], lunch: ['11:30:00', '12:00:00'], zone: norway }) }),
  ],
  [
    2,
    () => ({
      Language: null,
      AlertTemplate: { ReplyTemplateId: 32, Name: 'Alert', Description: null, FolderId: -1 },
      OpeningHours: weekOf({ day: ['0001-01-01T08:00:00', '0001-01-01T20:00:00'], lunch: null, zone: norway }),
      Widget: widgetOf(2, 'Neon'),
    }),
  ],
  [3, () => ({ Language: listItem(0, ''), OpeningHours: null, LastAccept: null, AlertTemplate: null })],
  [
    4,
    () => ({
      LastAccept: '0001-01-01T00:00:00',
      OpeningHours: weekOf({
        day: ['2011-04-19T09:00:00+02:00', '2011-04-19T16:30:00+02:00'],
        lunch: null,
        zone: utcZone,
      }),
      Widget: null,
    }),
  ],
  [
    5,
    () => ({
      OpeningHoursEnabled: false,
      OpeningHours: weekOf({ day: ['', null], lunch: null, zone: null }),
      BotSettings: null,
    }),
  ],
  [6, () => blanked],
  [694, () => ({})],
]);
