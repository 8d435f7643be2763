/**
 * How rights and field properties are read. They have no identity: each is selected as one property of its carrier.
 * Schema: schema/access.graphql. Bits and composite names: SuperOffice's ETableRight and EFieldRight.
 */
import type { FieldRightCarrier } from '../superoffice/carriers.js';
import { readInt, readObject, readText } from './conversions.js';
import { readFlags } from './enums.js';
import type { NamedFieldProperty } from './field-properties.js';
import { fieldsOf, fieldsOfCarrier } from './field-table.js';
import { type Reader, unreadable } from './read-context.js';

const readTableRightMask = readFlags('ETableRight', {
  Select: ['SELECT'],
  Update: ['UPDATE'],
  Insert: ['INSERT'],
  Delete: ['DELETE'],
  Filtering: ['FILTERING'],
  RestrictedUpdate: ['RESTRICTED_UPDATE'],
  Unused1: ['UNUSED_1'],
  Uninitialized: ['UNINITIALIZED'],
  None: [],
  R: ['SELECT'],
  F: ['FILTERING'],
  UR: ['SELECT', 'UPDATE'],
  RI: ['SELECT', 'INSERT'],
  RF: ['SELECT', 'FILTERING'],
  FI: ['INSERT', 'FILTERING'],
  URI: ['SELECT', 'UPDATE', 'INSERT'],
  UDR: ['SELECT', 'UPDATE', 'DELETE'],
  URU: ['UPDATE', 'RESTRICTED_UPDATE'],
  WRITE: ['UPDATE', 'INSERT', 'RESTRICTED_UPDATE'],
  FULL: ['SELECT', 'UPDATE', 'INSERT', 'DELETE'],
});

const readFieldRightMask = readFlags('EFieldRight', {
  Read: ['READ'],
  Write: ['WRITE'],
  Unused1: ['UNUSED_1'],
  Unused2: ['UNUSED_2'],
  Unused3: ['UNUSED_3'],
  Nullable: ['NULLABLE'],
  UIHintMandatory: ['UI_HINT_MANDATORY'],
  UIHintReadOnly: ['UI_HINT_READ_ONLY'],
  UndefinedValue256: ['UNDEFINED_VALUE_256'],
  None: [],
  Unused4: ['NULLABLE'],
  Update: ['READ', 'WRITE'],
  UIHints: ['UI_HINT_MANDATORY', 'UI_HINT_READ_ONLY'],
  FULL: ['READ', 'WRITE'], // not in the published list, but in the specification's own sample
});

/** The key of a dictionary entry: a text that is never null. */
export const readKey: Reader<string> = (value) => {
  if (typeof value !== 'string') throw unreadable('the key of a dictionary');
  return value;
};

const tableRight = fieldsOf('TableRight');

export const tableRightFields = {
  mask: tableRight.scalar('Mask', readTableRightMask),
  reason: tableRight.scalar('Reason', readText),
};

const fieldRight = fieldsOf('FieldRight');

export const fieldRightFields = {
  mask: fieldRight.scalar('Mask', readFieldRightMask),
  reason: fieldRight.scalar('Reason', readText),
};

const fieldProperty = fieldsOfCarrier<NamedFieldProperty>();

export const fieldPropertyFields = {
  name: fieldProperty.scalar('Name', readKey),
  right: fieldProperty.value('FieldRight', readObject<FieldRightCarrier>()),
  type: fieldProperty.scalar('FieldType', readText),
  length: fieldProperty.scalar('FieldLength', readInt),
};
