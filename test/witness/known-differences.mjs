/**
 * Intended differences between the emulator's responses and the client's types, because real servers differ, too. Each one must
 * occur in a run; any other difference is a failure.
 */

const generation = 'the name on servers older than this client';
const unpublished = 'an unpublished value, as a newer server may send';
const dayTime = 'a time of day with a date: only the time part is used, says the documentation';

/** Reasons by difference. */
export const knownDifferences = {
  'ChatSessionEntity has no Mood': 'an unpublished property, as a newer server may send',
  'Ticket has no CustFirstname': generation,
  'Ticket has no CustMiddleName': generation,
  'Ticket has no CustLastname': generation,
  'Ticket has no CustFullname': generation,
  '"ClosedByRobot" is no ChatSessionStatus': unpublished,
  '"RobotAssociate" is no UserType': unpublished,
  '"Hologram" is no ChatMessageSpecialType': unpublished,
  '"Haunted" is no SaleStatus': unpublished,
  '"Frozen" is no TicketBaseStatus': unpublished,
  '"Pigeon" is no TicketOrigin': unpublished,
  '"Blue" is no TicketReadStatus': unpublished,
  '"Neon" is no WidgetTheme': unpublished,
  '"UserIsTyping, RobotIsTyping" is no ChatSessionFlags': unpublished,
  '"4" is no ChatSessionFlags': 'a bit without a name, which .NET prints as a number',
  '"259" is no ETableRight': 'a bit without a name, which .NET prints as a number',
  '"FULL" is no EFieldRight': 'as in the samples of the specification',
  '"0001-01-01T08:00:00" is no duration': dayTime,
  '"0001-01-01T20:00:00" is no duration': dayTime,
  '"2011-04-19T09:00:00+02:00" is no duration': dayTime,
  '"2011-04-19T16:30:00+02:00" is no duration': dayTime,
  'a duration of NaN ms is no duration': 'the client converts these four to it',
};

/** `Carrier.property`: declared, but null or empty in all responses of the emulator. */
export const alwaysEmpty = [
  ...['Address.tableRight', 'LocalizedField.tableRight', 'CustomerLanguage.tableRight', 'TicketCategory.tableRight'],
  ...['TicketPriority.tableRight', 'ChatPresence.tableRight', 'MDOListItem.tableRight', 'MDOListItem.iconHint'],
  ...['ChatOpeningHours.satStart', 'ChatOpeningHours.satStop', 'ChatOpeningHours.sunStart', 'ChatOpeningHours.sunStop'],
  ...['TimeZoneRule.endRulePattern', 'ChatWidgetSettings.postFormMessage', 'ChatWidgetSettings.badgeTextColor'],
];
