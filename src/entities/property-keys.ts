/**
 * The keys of `FieldProperties` that differ from the name of their property: property of the carrier → keys that servers
 * use for it. For a property that is not listed, the key is its name.
 * Source: records that SuperOffice's own package `@superoffice/webapi` prints (ContactEntity, Person, Project).
 */
import type { ContactCarrier, PersonCarrier, ProjectCarrier } from '../superoffice/carriers.js';

export type PropertyKeys<Carrier> = Readonly<Partial<Record<keyof Carrier & string, readonly string[]>>>;

export const contactKeys: PropertyKeys<ContactCarrier> = {
  URL: ['UrlAddress'],
  DirectPhone: ['Phone'],
  EmailAddress: ['EmailAddress', 'Email'],
  CountryId: ['ContactCountryId'],
  CountryName: ['ContactCountryId'],
  BusinessName: ['BusinessId'],
  CategoryName: ['CategoryId'],
  Address: ['PostalAddress', 'StreetAddress'],
};

export const personKeys: PropertyKeys<PersonCarrier> = {
  Description: ['Text'],
  FaxPhone: ['Fax'],
  UsePersonAddress: ['Usepersonaddress'],
  SupportLanguageId: ['CustomerLanguageId'],
  CategoryName: ['ContactCategoryName'],
};

export const projectKeys: PropertyKeys<ProjectCarrier> = {
  URL: ['UrlAddress'],
  URLName: ['UrlName'],
  Description: ['Text'],
  AssociateFullName: ['Firstname', 'MiddleName', 'Lastname'],
};
