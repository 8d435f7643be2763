/**
 * Relay: `new Environment({ getDataID, missingFieldHandlers, … })`. The types in this file are the parts of Relay's types that are used.
 */
import { listItemKey } from './list-item-key.js';
import { records, recordsById } from '../generated/client-policies.js';

const recordTypes: ReadonlySet<string> = new Set(records);
const recordOf = new Map(Object.entries(recordsById));

const idIn = ({ id }: Readonly<Record<string, unknown>>): string | null =>
  typeof id === 'string' || typeof id === 'number' ? String(id) : null;

/**
 * By default Relay uses only `id`, which makes session 192 and contact 192 one record.
 * @returns null for an object without a key: Relay stores it under the record that contains it
 */
export function getDataID(value: Readonly<Record<string, unknown>>, type: string): string | null {
  const key = recordTypes.has(type) ? idIn(value) : listItemKey(type, value);
  return key === null ? null : `${type}:${key}`;
}

interface LinkedFieldLookup {
  kind: 'linked';
  handle: (
    field: { readonly name: string },
    parent: { getType(): string } | null | undefined,
    args: Readonly<Record<string, unknown>>,
  ) => string | null | undefined;
}

/**
 * Relay's `missingFieldHandlers`: `chatSession(id)` and `chatTopic(id)` find records that a list has fetched. Relay itself checks
 * whether the record is in its store. It does not call a handler for a stored null, so a null stays until it is fetched again.
 */
export const recordsByArgument: LinkedFieldLookup[] = [
  {
    kind: 'linked',
    handle: ({ name }, parent, args) => {
      const record = parent?.getType() === '__Root' ? recordOf.get(name) : undefined;
      return record && getDataID({ id: args[record.idArgument] }, record.type);
    },
  },
];
