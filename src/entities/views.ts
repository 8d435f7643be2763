/**
 * What the resolvers of each GraphQL type are given as their parent: codegen.yml maps the types to these names.
 */
import type {
  AddressCarrier,
  AssociateCarrier,
  BotSettingsCarrier,
  ChatMessageCarrier,
  ChatPresenceCarrier,
  ChatSessionCarrier,
  ChatTopicCarrier,
  ContactCarrier,
  FieldRightCarrier,
  KbCategoryCarrier,
  ListItemCarrier,
  ListValueCarrier,
  LocalizedFieldCarrier,
  OpeningHoursCarrier,
  PersonCarrier,
  ProjectCarrier,
  ReplyTemplateCarrier,
  SaleCarrier,
  StructuredAddressCarrier,
  TableRightCarrier,
  TicketCarrier,
  TimeZoneCarrier,
  TimeZoneRuleCarrier,
  TopicAgentCarrier,
  WidgetSettingsCarrier,
} from '../superoffice/carriers.js';
import type { CarrierView } from './carrier-view.js';
import type { Named, NamedFieldProperty, NamedValue } from './field-properties.js';

export type AddressView = CarrierView<AddressCarrier>;
export type AssociateView = CarrierView<AssociateCarrier>;
export type BotSettingsView = CarrierView<BotSettingsCarrier>;
export type ChatMessageView = CarrierView<ChatMessageCarrier>;
export type ChatPresenceView = CarrierView<ChatPresenceCarrier>;
export type ChatSessionView = CarrierView<ChatSessionCarrier>;
export type ChatTopicView = CarrierView<ChatTopicCarrier>;
export type ContactView = CarrierView<ContactCarrier>;
export type CustomFieldView = CarrierView<NamedValue>;
export type FieldPropertyView = CarrierView<NamedFieldProperty>;
export type FieldRightView = CarrierView<FieldRightCarrier>;
export type KbCategoryView = CarrierView<KbCategoryCarrier>;
export type ListValueView = CarrierView<ListValueCarrier>;
export type LocalizedFieldView = CarrierView<LocalizedFieldCarrier>;
export type OpeningHoursView = CarrierView<OpeningHoursCarrier>;
export type PersonView = CarrierView<PersonCarrier>;
export type ProjectView = CarrierView<ProjectCarrier>;
export type ReplyTemplateView = CarrierView<ReplyTemplateCarrier>;
export type SaleView = CarrierView<SaleCarrier>;
export type StructuredAddressView = CarrierView<StructuredAddressCarrier>;
export type TableRightView = CarrierView<TableRightCarrier>;
export type TicketView = CarrierView<TicketCarrier>;
export type TimeZoneRuleView = CarrierView<Named<TimeZoneRuleCarrier>>;
export type TimeZoneView = CarrierView<TimeZoneCarrier>;
export type TopicAgentView = CarrierView<TopicAgentCarrier>;
export type TransferTargetView = CarrierView<ListItemCarrier>;
export type WidgetSettingsView = CarrierView<WidgetSettingsCarrier>;
