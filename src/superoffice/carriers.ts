/** Names for the carriers that the gateway reads. Their properties come from the contract: contract/generated. */
import type { PublishedCarrier } from '../contract/contract.js';

export type AddressCarrier = PublishedCarrier<'Address'>;
export type AssociateCarrier = PublishedCarrier<'Associate'>;
export type BotSettingsCarrier = PublishedCarrier<'ChatBotSettings'>;
export type ChatMessageCarrier = PublishedCarrier<'ChatMessage'>;
export type ChatPresenceCarrier = PublishedCarrier<'ChatPresence'>;
export type ChatSessionCarrier = PublishedCarrier<'ChatSessionEntity'>;
export type ChatTopicCarrier = PublishedCarrier<'ChatTopicEntity'>;
export type ContactCarrier = PublishedCarrier<'Contact'>;
export type FieldPropertyCarrier = PublishedCarrier<'FieldProperty'>;
export type FieldRightCarrier = PublishedCarrier<'FieldRight'>;
export type KbCategoryCarrier = PublishedCarrier<'KbCategory'>;
export type ListItemCarrier = PublishedCarrier<'MDOListItem'>;
/** Also used for TicketCategory and TicketPriority. */
export type ListValueCarrier = PublishedCarrier<'CustomerLanguage'>;
export type LocalizedFieldCarrier = PublishedCarrier<'LocalizedField'>;
export type OpeningHoursCarrier = PublishedCarrier<'ChatOpeningHours'>;
export type PersonCarrier = PublishedCarrier<'Person'>;
export type ProjectCarrier = PublishedCarrier<'Project'>;
export type ReplyTemplateCarrier = PublishedCarrier<'ReplyTemplate'>;
export type SaleCarrier = PublishedCarrier<'Sale'>;
export type StructuredAddressCarrier = PublishedCarrier<'StructuredAddress'>;
export type TableRightCarrier = PublishedCarrier<'TableRight'>;
export type TicketCarrier = PublishedCarrier<'Ticket'>;
export type TimeZoneCarrier = PublishedCarrier<'TimeZoneData'>;
export type TimeZoneRuleCarrier = PublishedCarrier<'TimeZoneRule'>;
export type TopicAgentCarrier = PublishedCarrier<'ChatTopicAgent'>;
export type WidgetSettingsCarrier = PublishedCarrier<'ChatWidgetSettings'>;
