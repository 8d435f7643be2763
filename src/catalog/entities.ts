/** The field table of each type of the schema that is read from SuperOffice's records. */
import { fieldPropertyFields, fieldRightFields, tableRightFields } from '../entities/access.js';
import { addressFields, localizedFieldFields, structuredAddressFields } from '../entities/address.js';
import { associateFields, customFieldFields } from '../entities/associate.js';
import { botSettingsFields } from '../entities/bot-settings.js';
import type { CarrierView } from '../entities/carrier-view.js';
import { chatSessionFields } from '../entities/chat-session.js';
import { contactFields } from '../entities/contact.js';
import type { FieldTable } from '../entities/field-table.js';
import { listValueFields } from '../entities/list-value.js';
import { messageFields } from '../entities/message.js';
import { openingHoursFields, timeZoneFields, timeZoneRuleFields } from '../entities/opening-hours.js';
import { personFields } from '../entities/person.js';
import { presenceFields } from '../entities/presence.js';
import { projectFields } from '../entities/project.js';
import { replyTemplateFields } from '../entities/reply-template.js';
import { saleFields } from '../entities/sale.js';
import { ticketFields } from '../entities/ticket.js';
import { topicAgentFields } from '../entities/topic-agent.js';
import { topicFields } from '../entities/topic.js';
import { transferTargetFields } from '../entities/transfer-target.js';
import { kbCategoryFields, widgetSettingsFields } from '../entities/widget-settings.js';

export const fieldTables = {
  ChatAddress: addressFields,
  ChatAssociate: associateFields,
  ChatBotSettings: botSettingsFields,
  ChatContact: contactFields,
  ChatCustomField: customFieldFields,
  ChatCustomerLanguage: listValueFields,
  ChatFieldProperty: fieldPropertyFields,
  ChatFieldRight: fieldRightFields,
  ChatKbCategory: kbCategoryFields,
  ChatLocalizedField: localizedFieldFields,
  ChatMessage: messageFields,
  ChatOpeningHours: openingHoursFields,
  ChatPerson: personFields,
  ChatPresence: presenceFields,
  ChatProject: projectFields,
  ChatReplyTemplate: replyTemplateFields,
  ChatSale: saleFields,
  ChatSession: chatSessionFields,
  ChatStructuredAddress: structuredAddressFields,
  ChatTableRight: tableRightFields,
  ChatTicket: ticketFields,
  ChatTicketCategory: listValueFields,
  ChatTicketPriority: listValueFields,
  ChatTimeZone: timeZoneFields,
  ChatTimeZoneRule: timeZoneRuleFields,
  ChatTopic: topicFields,
  ChatTopicAgent: topicAgentFields,
  ChatTransferTarget: transferTargetFields,
  ChatWidgetSettings: widgetSettingsFields,
};

type FieldTables = typeof fieldTables;

/** What the resolvers of a type of the schema are given as their parent. */
export type View<Name extends keyof FieldTables> =
  FieldTables[Name] extends FieldTable<infer Carrier> ? CarrierView<Carrier> : never;

/** The same for codegen: a type that has no field table, such as a payload, has its own fields, any of which may have failed. */
export type ViewOf<Type> = Type extends { readonly __typename?: infer Name }
  ? NonNullable<Name> extends keyof FieldTables
    ? View<NonNullable<Name>>
    : '__typename' extends keyof Type
      ? { readonly [Field in keyof Type]: ViewOf<Type[Field]> | Error }
      : Type
  : Type;
