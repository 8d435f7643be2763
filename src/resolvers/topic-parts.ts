/** What SuperOffice gives with a chat topic: settings, opening hours and list items, read from the record that the topic came in. */
import { botSettingsFields } from '../entities/bot-settings.js';
import { listValueFields } from '../entities/list-value.js';
import { openingHoursFields, timeZoneFields, timeZoneRuleFields } from '../entities/opening-hours.js';
import { replyTemplateFields } from '../entities/reply-template.js';
import { kbCategoryFields, widgetSettingsFields } from '../entities/widget-settings.js';
import type {
  ChatBotSettingsResolvers,
  ChatCustomerLanguageResolvers,
  ChatKbCategoryResolvers,
  ChatOpeningHoursResolvers,
  ChatReplyTemplateResolvers,
  ChatTicketCategoryResolvers,
  ChatTicketPriorityResolvers,
  ChatTimeZoneResolvers,
  ChatTimeZoneRuleResolvers,
  ChatWidgetSettingsResolvers,
} from '../generated/resolver-types.js';
import { fieldResolvers } from './field-resolvers.js';

export const ChatOpeningHours: Required<ChatOpeningHoursResolvers> = fieldResolvers(openingHoursFields);
export const ChatTimeZone: Required<ChatTimeZoneResolvers> = fieldResolvers(timeZoneFields);
export const ChatTimeZoneRule: Required<ChatTimeZoneRuleResolvers> = fieldResolvers(timeZoneRuleFields);
export const ChatWidgetSettings: Required<ChatWidgetSettingsResolvers> = fieldResolvers(widgetSettingsFields);
export const ChatKbCategory: Required<ChatKbCategoryResolvers> = fieldResolvers(kbCategoryFields);
export const ChatBotSettings: Required<ChatBotSettingsResolvers> = fieldResolvers(botSettingsFields);
export const ChatReplyTemplate: Required<ChatReplyTemplateResolvers> = fieldResolvers(replyTemplateFields);
export const ChatCustomerLanguage: Required<ChatCustomerLanguageResolvers> = fieldResolvers(listValueFields);
export const ChatTicketCategory: Required<ChatTicketCategoryResolvers> = fieldResolvers(listValueFields);
export const ChatTicketPriority: Required<ChatTicketPriorityResolvers> = fieldResolvers(listValueFields);
