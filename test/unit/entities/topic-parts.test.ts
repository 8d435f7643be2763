/**
 * Values in a chat topic: opening hours and their time zone, the widget, the chatbot.
 */
import { describe, expect, it } from '@jest/globals';
import { botSettingsFields } from '../../../src/entities/bot-settings.js';
import { openingHoursFields, timeZoneFields, timeZoneRuleFields } from '../../../src/entities/opening-hours.js';
import { kbCategoryFields, widgetSettingsFields } from '../../../src/entities/widget-settings.js';
import { fieldsRead } from '../../support/field-tables.js';
import { readAll, readingIn, wholeView } from '../../support/readings.js';

const reading = readingIn('UTC');

describe('opening hours', () => {
  const record = {
    MonEnabled: true,
    MonStart: '0001-01-01T08:00:00',
    MonStop: '2011-04-19T16:30:00+02:00',
    SunEnabled: false,
    SunStart: '0001-01-01T00:00:00',
    SunStop: '',
    UseLunchHours: true,
    LunchStart: '11:30',
    TzLocation: {
      TZLocationID: 261,
      Name: 'Norway',
      TZLocationCode: 'NO',
      IsoNumber: 578,
      TimeZoneSTDRules: { b: { TZOffset: 60, StartRulePattern: '' }, a: null },
      TimeZoneDSTRules: {},
    },
  };

  it('are times on a wall clock, including midnight', () => {
    expect(readAll(openingHoursFields, record)).toMatchObject({
      monEnabled: true,
      monStart: '08:00:00',
      monStop: '16:30:00',
      tueEnabled: null,
      tueStart: null,
      sunEnabled: false,
      sunStart: '00:00:00',
      sunStop: null,
      useLunchHours: true,
      lunchStart: '11:30:00',
    });
  });

  it('have a time zone, whose rules are lists sorted by name', () => {
    const zone = openingHoursFields.tzLocation.read(wholeView(record), reading, {});
    if (zone === null) throw new Error('expected a time zone');
    const rules = timeZoneFields.timeZoneStdRules.read(zone, reading, {}) ?? [];

    expect(fieldsRead(timeZoneFields, zone)).toMatchObject({
      id: '261',
      name: 'Norway',
      tzLocationCode: 'NO',
      tzLocationCities: null,
      isoNumber: 578,
      timeZoneDstRules: [],
    });
    expect(rules.map((rule) => fieldsRead(timeZoneRuleFields, rule))).toMatchObject([
      { name: 'a', tzOffset: null, startRulePattern: null },
      { name: 'b', tzOffset: 60, startRulePattern: null, startDay: null },
    ]);
  });

  it.each([0, -1, null])('have no time zone where its id is %p', (id) => {
    expect(readAll(openingHoursFields, { TzLocation: { TZLocationID: id } })['tzLocation']).toBeNull();
  });
});

describe('widget settings', () => {
  it.each([
    ['Normal', 'Classic', 'NORMAL', 'CLASSIC'],
    ['Large', 'Modern', 'LARGE', 'MODERN'],
    ['Huge', 'Baroque', 'UNRECOGNIZED', 'UNRECOGNIZED'],
  ])('of size %s and theme %s are %s and %s', (Size, Theme, size, theme) => {
    expect(readAll(widgetSettingsFields, { Size, Theme })).toMatchObject({ size, theme });
  });

  it.each([
    ['None', []],
    ['Email, Name', ['EMAIL', 'NAME']],
    ['Country, Phone, Company, Name, Email', ['EMAIL', 'NAME', 'COMPANY', 'PHONE', 'COUNTRY']],
    ['Email, Birthday', ['EMAIL', 'UNRECOGNIZED']],
    ['', null],
  ])('that require "%s" have %j', (names, fields) => {
    const record = { RequiredFields: names, OfflineFields: names };

    expect(readAll(widgetSettingsFields, record)).toMatchObject({ requiredFields: fields, offlineFields: fields });
  });

  it('have neither logo nor category where the id is 0 or -1', () => {
    const record = { LogoBlobId: 0, AutoFaqCategory: { KbCategoryId: -1 }, FontSize: '12px' };

    expect(readAll(widgetSettingsFields, record)).toMatchObject({
      logoBlobId: null,
      autoFaqCategory: null,
      fontSize: '12px',
    });
    expect(readAll(widgetSettingsFields, { LogoBlobId: 8 })['logoBlobId']).toBe('8');
    expect(readAll(kbCategoryFields, { KbCategoryId: 3, ParentId: -1, SortOrder: 0 })).toMatchObject({
      id: '3',
      parentId: null,
      sortOrder: 0,
    });
  });

  it('of a bot have the names of existing scripts', () => {
    const record = { BotName: 'Bo', BotRegisterScriptId: 0, BotSessionCreatedScriptId: 17 };

    expect(readAll(botSettingsFields, record)).toEqual({
      botName: 'Bo',
      botRegisterScriptId: null,
      botSessionCreatedScriptId: '17',
      botSessionChangedScriptId: null,
      botMessageReceivedScriptId: null,
    });
  });
});
