/**
 * Where the emulator knowingly gives what the client's types do not have, because real life does. Each one is really seen in a
 * run of this witness; anything else is a failure.
 */

const generation = 'servers older than this client name it so';
const unpublished = 'a value in no published list: what a newer server may send';
const dayTime = 'a time of day with a day: only the time part is used, the documentation says';

/** By what differs. */
export const differing = {
  'ChatSessionEntity has no Mood': 'a property in no published list: what a newer server may send',
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
  '"4" is no ChatSessionFlags': 'a bit without a name: .NET then prints the number',
  '"259" is no ETableRight': 'a bit without a name: .NET then prints the number',
  '"FULL" is no EFieldRight': 'as in the samples of the specification',
  '"0001-01-01T08:00:00" is no duration': dayTime,
  '"0001-01-01T20:00:00" is no duration': dayTime,
  '"2011-04-19T09:00:00+02:00" is no duration': dayTime,
  '"2011-04-19T16:30:00+02:00" is no duration': dayTime,
  'a duration of NaN ms is no duration': 'what the client makes of these four',
};

/** `Carrier.property`: promised, and null or empty in all that the emulator has. */
export const neverGiven = [
  ...['Address.tableRight', 'LocalizedField.tableRight', 'CustomerLanguage.tableRight', 'TicketCategory.tableRight'],
  ...['TicketPriority.tableRight', 'ChatPresence.tableRight', 'MDOListItem.tableRight', 'MDOListItem.iconHint'],
  ...['ChatOpeningHours.satStart', 'ChatOpeningHours.satStop', 'ChatOpeningHours.sunStart', 'ChatOpeningHours.sunStop'],
  ...['TimeZoneRule.endRulePattern', 'ChatWidgetSettings.postFormMessage', 'ChatWidgetSettings.badgeTextColor'],
];
