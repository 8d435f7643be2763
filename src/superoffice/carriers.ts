/** The carriers that are read here, by our names for them. What is in them, the contract says: contract/generated. */
import type { ChatCarrier } from '../contract/contract.js';

export type AddressCarrier = ChatCarrier<'Address'>;
export type AssociateCarrier = ChatCarrier<'Associate'>;
export type BotSettingsCarrier = ChatCarrier<'ChatBotSettings'>;
export type ChatMessageCarrier = ChatCarrier<'ChatMessage'>;
export type ChatPresenceCarrier = ChatCarrier<'ChatPresence'>;
export type ChatSessionCarrier = ChatCarrier<'ChatSessionEntity'>;
export type ChatTopicCarrier = ChatCarrier<'ChatTopicEntity'>;
export type ContactCarrier = ChatCarrier<'Contact'>;
export type FieldPropertyCarrier = ChatCarrier<'FieldProperty'>;
export type FieldRightCarrier = ChatCarrier<'FieldRight'>;
export type KbCategoryCarrier = ChatCarrier<'KbCategory'>;
export type ListItemCarrier = ChatCarrier<'MDOListItem'>;
/** So are TicketCategory and TicketPriority. */
export type ListValueCarrier = ChatCarrier<'CustomerLanguage'>;
export type LocalizedFieldCarrier = ChatCarrier<'LocalizedField'>;
export type OpeningHoursCarrier = ChatCarrier<'ChatOpeningHours'>;
export type PersonCarrier = ChatCarrier<'Person'>;
export type ProjectCarrier = ChatCarrier<'Project'>;
export type ReplyTemplateCarrier = ChatCarrier<'ReplyTemplate'>;
export type SaleCarrier = ChatCarrier<'Sale'>;
export type StructuredAddressCarrier = ChatCarrier<'StructuredAddress'>;
export type TableRightCarrier = ChatCarrier<'TableRight'>;
export type TicketCarrier = ChatCarrier<'Ticket'>;
export type TimeZoneCarrier = ChatCarrier<'TimeZoneData'>;
export type TimeZoneRuleCarrier = ChatCarrier<'TimeZoneRule'>;
export type TopicAgentCarrier = ChatCarrier<'ChatTopicAgent'>;
export type WidgetSettingsCarrier = ChatCarrier<'ChatWidgetSettings'>;

export type FieldPropertiesCarrier = NonNullable<ChatSessionCarrier['FieldProperties']>;
export type CustomFieldsCarrier = NonNullable<AssociateCarrier['CustomFields']>;
export type TimeZoneRulesCarrier = NonNullable<TimeZoneCarrier['TimeZoneSTDRules']>;
