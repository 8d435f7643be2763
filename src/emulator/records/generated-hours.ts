/**
 * Opening hours of the generated topics, each in another time format, and their time zones.
 */
import type { JsonRecord, JsonValue } from '../json-record.js';

interface Week {
  /** Start and stop of a working day. */
  readonly day: readonly [JsonValue, JsonValue];
  readonly lunch: readonly [JsonValue, JsonValue] | null;
  readonly zone: JsonValue;
}

const workingDays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const;
const weekend = ['Sat', 'Sun'] as const;

/** Open from Monday to Friday. */
export function weekOf({ day: [start, stop], lunch, zone }: Week): JsonRecord {
  const days = [...workingDays, ...weekend].flatMap((name): [string, JsonValue][] => {
    const isWorking = workingDays.some((working) => working === name);
    return [
      [`${name}Enabled`, isWorking],
      [`${name}Start`, isWorking ? start : ''],
      [`${name}Stop`, isWorking ? stop : null],
    ];
  });
  return {
    TzLocation: zone,
    ...Object.fromEntries(days),
    UseLunchHours: lunch !== null,
    LunchStart: lunch?.[0] ?? '',
    LunchStop: lunch?.[1] ?? null,
  };
}

/** Central European Time with its rules: the last Sundays of March and October. */
export const norway: JsonRecord = {
  TZLocationID: 261,
  Name: 'NO:"Norge";US:"Norway"',
  TZLocationCode: 'NO',
  TZLocationCities: 'Oslo',
  IsoNumber: 578,
  TimeZoneSTDRules: { '2026': rule({ startMonth: 10, endMonth: 3, offsetMinutes: 60 }) },
  TimeZoneDSTRules: { '2026': rule({ startMonth: 3, endMonth: 10, offsetMinutes: 120 }) },
};

/** A zone without summer time. */
export const utcZone: JsonRecord = {
  TZLocationID: 1,
  Name: 'UTC',
  TZLocationCode: 'UTC',
  TZLocationCities: '',
  IsoNumber: 0,
  TimeZoneSTDRules: {},
  TimeZoneDSTRules: null,
};

interface ZoneRule {
  readonly startMonth: number;
  readonly endMonth: number;
  readonly offsetMinutes: number;
}

function rule({ startMonth, endMonth, offsetMinutes }: ZoneRule): JsonRecord {
  return {
    StartDay: 25,
    StartMonth: startMonth,
    EndDay: 25,
    EndMonth: endMonth,
    TZOffset: offsetMinutes,
    StartRulePattern: 'lastSun 01:00u',
    EndRulePattern: null,
  };
}
