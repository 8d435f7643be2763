/**
 * How the opening hours of a chat topic and their time zone are selected and read. The hours have no identity: they are known by
 * their topic.
 * Schema: schema/chat-opening-hours.graphql.
 */
import type { OpeningHoursCarrier, TimeZoneCarrier, TimeZoneRuleCarrier } from '../superoffice/carriers.js';
import { readKey } from './access.js';
import { readBoolean, readInt, readText } from './conversions.js';
import { readNamedObjects, type Named } from './field-properties.js';
import { fieldsOf, fieldsOfCarrier, type Embeddable, type Entity } from './field-table.js';
import { readId } from './identifiers.js';
import { readLocalTime } from './local-time.js';

const hours = fieldsOf('ChatOpeningHours');

export const openingHoursFields = {
  tzLocation: hours.embedded('TzLocation', () => timeZoneEntity),
  monEnabled: hours.scalar('MonEnabled', readBoolean),
  monStart: hours.scalar('MonStart', readLocalTime),
  monStop: hours.scalar('MonStop', readLocalTime),
  tueEnabled: hours.scalar('TueEnabled', readBoolean),
  tueStart: hours.scalar('TueStart', readLocalTime),
  tueStop: hours.scalar('TueStop', readLocalTime),
  wedEnabled: hours.scalar('WedEnabled', readBoolean),
  wedStart: hours.scalar('WedStart', readLocalTime),
  wedStop: hours.scalar('WedStop', readLocalTime),
  thuEnabled: hours.scalar('ThuEnabled', readBoolean),
  thuStart: hours.scalar('ThuStart', readLocalTime),
  thuStop: hours.scalar('ThuStop', readLocalTime),
  friEnabled: hours.scalar('FriEnabled', readBoolean),
  friStart: hours.scalar('FriStart', readLocalTime),
  friStop: hours.scalar('FriStop', readLocalTime),
  satEnabled: hours.scalar('SatEnabled', readBoolean),
  satStart: hours.scalar('SatStart', readLocalTime),
  satStop: hours.scalar('SatStop', readLocalTime),
  sunEnabled: hours.scalar('SunEnabled', readBoolean),
  sunStart: hours.scalar('SunStart', readLocalTime),
  sunStop: hours.scalar('SunStop', readLocalTime),
  useLunchHours: hours.scalar('UseLunchHours', readBoolean),
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
  id: timeZone.scalar('TZLocationID', readId),
  name: timeZone.scalar('Name', readText),
  tzLocationCode: timeZone.scalar('TZLocationCode', readText),
  tzLocationCities: timeZone.scalar('TZLocationCities', readText),
  isoNumber: timeZone.scalar('IsoNumber', readInt),
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
