/**
 * TableRight and FieldProperties of generated records, in the forms of facts.md, section 3.
 */
import type { JsonRecord, JsonValue } from '../json-record.js';
import { pick } from './pick.js';

const tableRights: readonly [JsonValue, ...JsonValue[]] = [
  { Mask: 'Select, Update, Insert', Reason: '' },
  { Mask: 'RI, RestrictedUpdate', Reason: '[SR_CHATSESSION_NO_ACCESS]' },
  { Mask: 'FULL', Reason: '' },
  { Mask: 'Select, Update, Insert, Delete', Reason: '' },
  { Mask: 'Delete, Select', Reason: '' },
  null,
  {},
  { Mask: '259', Reason: '' }, // a bit without a name, which .NET prints as a number
  { Mask: 'None', Reason: '[SR_CHATSESSION_NO_ACCESS]' },
];

const fieldRights: readonly [JsonValue, ...JsonValue[]] = [
  { Mask: 'Update, UIHintMandatory', Reason: '[SR_MANDATORY_FIELD_1281]' },
  { Mask: 'Update, Unused4', Reason: '' },
  { Mask: 'Unused4, UIHintReadOnly', Reason: null },
  { Mask: 'Read', Reason: '' },
  { Mask: 'FULL', Reason: '' },
  { Mask: 'None', Reason: '[SR_CHATSESSION_NO_ACCESS]' },
  null,
];

export function tableRight(id: number): JsonValue {
  return pick(tableRights, id);
}

/** By id % 9: 5 null, 6 empty, else one entry per name, their rights rotating. */
export function fieldProperties(id: number, types: Readonly<Record<string, string>>): JsonValue {
  if (id % 9 === 5) return null;
  if (id % 9 === 6) return {};
  return Object.fromEntries(
    Object.entries(types).map(([name, type], index) => [name, fieldProperty(type, pick(fieldRights, id + index))]),
  );
}

function fieldProperty(type: string, right: JsonValue): JsonRecord {
  return { FieldRight: right, FieldType: type, FieldLength: type === 'System.String' ? 255 : 0 };
}
