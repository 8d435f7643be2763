/**
 * Rights and properties that SuperOffice sends along with nearly every carrier.
 * Each may come as `{}` or null; a table right of `{}` says nothing, it does not deny.
 * @see SuperOffice: POST Agents/Chat/GetChatSessionEntity (TableRight, FieldProperties)
 */

/** What the caller may do with the record. */
export interface TableRightCarrier {
  /** Names of ETableRight, joined by comma and space, in any order. */
  readonly Mask?: string | null;
  readonly Reason?: string | null;
}

/** What the caller may do with one field. */
export interface FieldRightCarrier {
  /** Names of EFieldRight, joined by comma and space, in any order. */
  readonly Mask?: string | null;
  readonly Reason?: string | null;
}

/** Right, type and length of one field. */
export interface FieldPropertyCarrier {
  readonly FieldRight?: FieldRightCarrier | null;
  /** A .NET type name (`System.Int32`), or a word such as `Integer`. */
  readonly FieldType?: string | null;
  readonly FieldLength?: number | null;
}

/** Field properties by SuperOffice's name of the field. */
export type FieldPropertiesCarrier = Readonly<Record<string, FieldPropertyCarrier | null>>;
