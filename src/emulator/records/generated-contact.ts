/**
 * Generated companies, with each form of address (table in generated-session.ts).
 */
import type { JsonRecord, JsonValue } from '../json-record.js';
import { fieldProperties, tableRight } from './generated-rights.js';

/** By SuperOffice's keys; some are not names of properties. */
const fieldTypes = {
  Name: 'System.String',
  UrlAddress: 'System.String',
  Phone: 'System.String',
  EmailAddress: 'System.String',
  ContactCountryId: 'System.Int32',
  CategoryId: 'System.Int32',
  BusinessId: 'System.Int32',
  PostalAddress: 'System.String',
  StreetAddress: 'System.String',
};

export function generatedContact(id: number): JsonRecord | null {
  if (id % 7 === 0) return null;
  const isEmpty = id % 7 === 1;
  return {
    ContactId: isEmpty ? 0 : 3000 + id,
    Name: isEmpty ? '' : 'Kundè & Co',
    OrgNr: isEmpty ? '' : 'NO 863 630 123 MVA',
    Department: '',
    URL: isEmpty ? '' : 'https://www.example.com/?a=1&b=2',
    City: isEmpty ? '' : 'Oslo',
    DirectPhone: '',
    AssociateId: isEmpty ? -1 : 313,
    CountryId: isEmpty ? 0 : 578,
    ...visibleTexts(isEmpty),
    Address: isEmpty ? null : addressOf(id),
    FormattedAddress: isEmpty ? '' : 'Brugata 123\r\n1234 OSLO',
    FullName: isEmpty ? '' : 'Kundè & Co',
    IsOwnerContact: false,
    ActiveErpLinks: id % 3,
    ...(id % 2 === 0 ? { Number1: `N1-${id}`, Number2: '' } : {}),
    TableRight: tableRight(id + 6),
    FieldProperties: fieldProperties(id, fieldTypes),
  };
}

function visibleTexts(isEmpty: boolean): JsonRecord {
  return {
    EmailAddress: isEmpty ? '' : 'post@example.com',
    Kananame: '',
    EmailAddressName: null,
    URLName: null,
    AssociateFullName: isEmpty ? '' : 'Åse Ødegård',
    BusinessName: isEmpty ? '' : 'NO:"Informasjonsteknologi";US:"Information Technology"',
    CategoryName: isEmpty ? '' : 'NO:"Leverandør";US:"Supplier"',
    CountryName: isEmpty ? '' : 'NO:"Norge";US:"Norway";GE:"Norwegen"',
  };
}

/** By id % 7: 2 and 3 both forms, 4 localized only, 5 null, 6 empty. */
function addressOf(id: number): JsonValue {
  const shape = id % 7;
  if (shape === 5) return null;
  if (shape === 6) return {};
  return {
    Wgs84Latitude: 59.91892,
    Wgs84Longitude: 10.731590000000001,
    LocalizedAddress: localizedAddress(),
    Street: shape === 4 ? null : structuredAddress('ContactStreetAddress', 'Brugata 123'),
    Postal: shape === 4 ? null : structuredAddress('ContactPostalAddress', 'Postboks 123'),
    Formatted: 'Postboks 123,\nBrugata 123,\n1234 OSLO\n',
    TableRight: null,
    FieldProperties: {},
  };
}

/** Lines of the address, each a list of fields. */
function localizedAddress(): JsonValue {
  return [
    [localizedField('address1_line_1', 'Brugata 123', 'StreetAddress')],
    [localizedField('zip', '1234', 'StreetAddress'), localizedField('city', 'OSLO', 'StreetAddress')],
  ];
}

function localizedField(name: string, value: string, addressType: string): JsonRecord {
  return {
    Name: name,
    Value: value,
    Tooltip: '',
    Label: 'NO:"Adresse";US:"Address"',
    ValueLength: 254,
    AddressType: addressType,
    TableRight: null,
    FieldProperties: {},
  };
}

function structuredAddress(type: string, line: string): JsonRecord {
  return {
    AtypeIdx: type,
    Address1: line,
    Address2: '',
    Address3: '',
    City: 'OSLO',
    County: '',
    State: '',
    Zipcode: '1234',
    Formatted: `${line},\n1234 OSLO\n`,
  };
}
