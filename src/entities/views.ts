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
import type { ChatSessionCarrier } from '../superoffice/carriers/chat-session.js';
import type { ContactCarrier } from '../superoffice/carriers/contact.js';
import type { PersonCarrier } from '../superoffice/carriers/person.js';
import type { ProjectCarrier } from '../superoffice/carriers/project.js';
import type { SaleCarrier } from '../superoffice/carriers/sale.js';
import type { TicketCarrier } from '../superoffice/carriers/ticket.js';
import type { CarrierView } from './carrier-view.js';
import type { NamedFieldProperty, NamedValue } from './field-properties.js';

export type AddressView = CarrierView<AddressCarrier>;
export type AssociateView = CarrierView<AssociateCarrier>;
export type ChatSessionView = CarrierView<ChatSessionCarrier>;
export type ContactView = CarrierView<ContactCarrier>;
export type CustomFieldView = CarrierView<NamedValue>;
export type FieldPropertyView = CarrierView<NamedFieldProperty>;
export type FieldRightView = CarrierView<FieldRightCarrier>;
export type LocalizedFieldView = CarrierView<LocalizedFieldCarrier>;
export type PersonView = CarrierView<PersonCarrier>;
export type ProjectView = CarrierView<ProjectCarrier>;
export type SaleView = CarrierView<SaleCarrier>;
export type StructuredAddressView = CarrierView<StructuredAddressCarrier>;
export type TableRightView = CarrierView<TableRightCarrier>;
export type TicketView = CarrierView<TicketCarrier>;
