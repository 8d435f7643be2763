/**
 * How the opening hours of a chat topic and their time zone are selected and read. The hours have no identity:
 * their topic identifies them.
 * Schema: schema/chat-opening-hours.graphql.
 */
import type { OpeningHoursCarrier, TimeZoneCarrier, TimeZoneRuleCarrier } from '../superoffice/carriers.js';
import { readKey } from './access.js';
import { readInt, readText } from './conversions.js';
import { type Named, readNamedObjects } from './field-properties.js';
import { type Embeddable, type Entity, fieldsOf, fieldsOfCarrier } from './field-table.js';
import { readId } from './identifiers.js';
import { readLocalTime } from './local-time.js';
import { publishedFields } from './published-fields.js';

const hours = fieldsOf('ChatOpeningHours');

export const openingHoursFields = {
  ...publishedFields('ChatOpeningHours', [
    'MonStart',
    'MonStop',
    'TueStart',
    'TueStop',
    'WedStart',
    'WedStop',
    'ThuStart',
    'ThuStop',
    'FriStart',
    'FriStop',
    'SatStart',
    'SatStop',
    'SunStart',
    'SunStop',
    'LunchStart',
    'LunchStop',
  ]),
  tzLocation: hours.embedded('TzLocation', () => timeZoneEntity),
  monStart: hours.scalar('MonStart', readLocalTime),
  monStop: hours.scalar('MonStop', readLocalTime),
  tueStart: hours.scalar('TueStart', readLocalTime),
  tueStop: hours.scalar('TueStop', readLocalTime),
  wedStart: hours.scalar('WedStart', readLocalTime),
  wedStop: hours.scalar('WedStop', readLocalTime),
  thuStart: hours.scalar('ThuStart', readLocalTime),
  thuStop: hours.scalar('ThuStop', readLocalTime),
  friStart: hours.scalar('FriStart', readLocalTime),
  friStop: hours.scalar('FriStop', readLocalTime),
  satStart: hours.scalar('SatStart', readLocalTime),
  satStop: hours.scalar('SatStop', readLocalTime),
  sunStart: hours.scalar('SunStart', readLocalTime),
  sunStop: hours.scalar('SunStop', readLocalTime),
  lunchStart: hours.scalar('LunchStart', readLocalTime),
  lunchStop: hours.scalar('LunchStop', readLocalTime),
};

export const openingHoursEntity: Embeddable<OpeningHoursCarrier> = {
  name: 'ChatOpeningHours',
  identity: null,
  fields: openingHoursFields,
};

const timeZone = fieldsOf('TimeZoneData');

export const timeZoneFields = {
  ...publishedFields('TimeZoneData', ['TZLocationID', 'TZLocationCode', 'TZLocationCities']),
  id: timeZone.scalar('TZLocationID', readId),
  tzLocationCode: timeZone.scalar('TZLocationCode', readText),
  tzLocationCities: timeZone.scalar('TZLocationCities', readText),
  timeZoneStdRules: timeZone.value('TimeZoneSTDRules', readNamedObjects<TimeZoneRuleCarrier>()),
  timeZoneDstRules: timeZone.value('TimeZoneDSTRules', readNamedObjects<TimeZoneRuleCarrier>()),
};

export const timeZoneEntity: Entity<TimeZoneCarrier> = {
  name: 'ChatTimeZone',
  identity: 'TZLocationID',
  fields: timeZoneFields,
};

const rule = fieldsOfCarrier<Named<TimeZoneRuleCarrier>>();

export const timeZoneRuleFields = {
  name: rule.scalar('Name', readKey),
  startDay: rule.scalar('StartDay', readInt),
  startMonth: rule.scalar('StartMonth', readInt),
  endDay: rule.scalar('EndDay', readInt),
  endMonth: rule.scalar('EndMonth', readInt),
  tzOffset: rule.scalar('TZOffset', readInt),
  startRulePattern: rule.scalar('StartRulePattern', readText),
  endRulePattern: rule.scalar('EndRulePattern', readText),
};
