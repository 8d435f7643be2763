/**
 * A chat topic's opening hours: one span for each day of the week, and the time zone that its clock shows.
 * The times are texts of which only the time of day counts ("08:00:00", "0001-01-01T08:00:00").
 * @see SuperOffice: POST Agents/Chat/GetChatTopicEntity (carrier SuperOffice.CRM.Services.ChatOpeningHours)
 */

export interface OpeningHoursCarrier {
  readonly TzLocation?: TimeZoneCarrier | null;
  readonly MonEnabled?: boolean | null;
  readonly MonStart?: string | null;
  readonly MonStop?: string | null;
  readonly TueEnabled?: boolean | null;
  readonly TueStart?: string | null;
  readonly TueStop?: string | null;
  readonly WedEnabled?: boolean | null;
  readonly WedStart?: string | null;
  readonly WedStop?: string | null;
  readonly ThuEnabled?: boolean | null;
  readonly ThuStart?: string | null;
  readonly ThuStop?: string | null;
  readonly FriEnabled?: boolean | null;
  readonly FriStart?: string | null;
  readonly FriStop?: string | null;
  readonly SatEnabled?: boolean | null;
  readonly SatStart?: string | null;
  readonly SatStop?: string | null;
  readonly SunEnabled?: boolean | null;
  readonly SunStart?: string | null;
  readonly SunStop?: string | null;
  readonly UseLunchHours?: boolean | null;
  readonly LunchStart?: string | null;
  readonly LunchStop?: string | null;
}

/** A time zone of SuperOffice's own list. */
export interface TimeZoneCarrier {
  readonly TZLocationID?: number | null;
  readonly Name?: string | null;
  /** Not an ISO country code: NO, US-NY, AU-QLD. */
  readonly TZLocationCode?: string | null;
  readonly TZLocationCities?: string | null;
  /** Numeric ISO code of the country. */
  readonly IsoNumber?: number | null;
  readonly TimeZoneSTDRules?: TimeZoneRulesCarrier | null;
  readonly TimeZoneDSTRules?: TimeZoneRulesCarrier | null;
}

/** From when to when an offset holds within a year. */
export interface TimeZoneRuleCarrier {
  readonly StartDay?: number | null;
  readonly StartMonth?: number | null;
  readonly EndDay?: number | null;
  readonly EndMonth?: number | null;
  readonly TZOffset?: number | null;
  readonly StartRulePattern?: string | null;
  readonly EndRulePattern?: string | null;
}

/** Rules by name. */
export type TimeZoneRulesCarrier = Readonly<Record<string, TimeZoneRuleCarrier | null>>;
