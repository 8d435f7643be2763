/**
 * How the widget of a chat topic, and the category of its FAQ, are selected and read. The settings have no identity:
 * their topic identifies them.
 * Schema: schema/chat-widget-settings.graphql.
 */
import { publishedTypes } from '../contract/generated/types.js';
import type { KbCategoryCarrier, WidgetSettingsCarrier } from '../superoffice/carriers.js';
import { readEnum, readFlags } from './enums.js';
import { type Embeddable, type Entity, fieldsOf } from './field-table.js';
import { readId } from './identifiers.js';
import { publishedFields } from './published-fields.js';

const readSize = readEnum('ChatWidgetSettings.Size', publishedTypes.ChatWidgetSettings.Size);

const readTheme = readEnum('ChatWidgetSettings.Theme', publishedTypes.ChatWidgetSettings.Theme);

/** SuperOffice's names of the fields of a form. */
export const formFields = {
  Email: ['EMAIL'],
  Name: ['NAME'],
  Company: ['COMPANY'],
  Phone: ['PHONE'],
  Country: ['COUNTRY'],
  None: [],
} as const;

const readFormFields = readFlags('ChatWidgetSettings.RequiredFields', formFields);

const widget = fieldsOf('ChatWidgetSettings');

export const widgetSettingsFields = {
  ...publishedFields('ChatWidgetSettings', []),
  autoFaqCategory: widget.embedded('AutoFaqCategory', () => kbCategoryEntity),
  requiredFields: widget.scalar('RequiredFields', readFormFields),
  size: widget.scalar('Size', readSize),
  theme: widget.scalar('Theme', readTheme),
  offlineFields: widget.scalar('OfflineFields', readFormFields),
};

export const widgetSettingsEntity: Embeddable<WidgetSettingsCarrier> = {
  name: 'ChatWidgetSettings',
  identity: null,
  fields: widgetSettingsFields,
};

const category = fieldsOf('KbCategory');

export const kbCategoryFields = {
  ...publishedFields('KbCategory', ['KbCategoryId']),
  id: category.scalar('KbCategoryId', readId),
};

export const kbCategoryEntity: Entity<KbCategoryCarrier> = {
  name: 'ChatKbCategory',
  identity: 'KbCategoryId',
  fields: kbCategoryFields,
};
