/**
 * What the resolvers of each GraphQL type are given as their parent: codegen.yml maps the types to these names.
 */
import type { FieldRightCarrier, TableRightCarrier } from '../superoffice/carriers/access.js';
import type {
  AddressCarrier,
  LocalizedFieldCarrier,
  StructuredAddressCarrier,
} from '../superoffice/carriers/address.js';
import type { AssociateCarrier } from '../superoffice/carriers/associate.js';
import type { ChatMessageCarrier } from '../superoffice/carriers/chat-message.js';
import type { ChatPresenceCarrier } from '../superoffice/carriers/chat-presence.js';
import type { ChatSessionCarrier } from '../superoffice/carriers/chat-session.js';
import type { BotSettingsCarrier, ChatTopicCarrier, ReplyTemplateCarrier } from '../superoffice/carriers/chat-topic.js';
import type { ContactCarrier } from '../superoffice/carriers/contact.js';
import type { ListItemCarrier } from '../superoffice/carriers/list-item.js';
import type { ListValueCarrier } from '../superoffice/carriers/list-value.js';
import type {
  OpeningHoursCarrier,
  TimeZoneCarrier,
  TimeZoneRuleCarrier,
} from '../superoffice/carriers/opening-hours.js';
import type { PersonCarrier } from '../superoffice/carriers/person.js';
import type { ProjectCarrier } from '../superoffice/carriers/project.js';
import type { SaleCarrier } from '../superoffice/carriers/sale.js';
import type { TicketCarrier } from '../superoffice/carriers/ticket.js';
import type { TopicAgentCarrier } from '../superoffice/carriers/topic-agent.js';
import type { KbCategoryCarrier, WidgetSettingsCarrier } from '../superoffice/carriers/widget-settings.js';
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
