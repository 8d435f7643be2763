/**
 * Relay: `new Environment({ getDataID, missingFieldHandlers, … })`. The types here are the parts of Relay's own that are used.
 */
import { records, recordsById } from '../generated/client-policies.js';

const recordTypes: ReadonlySet<string> = new Set(records);
const typeOf: ReadonlyMap<string, string> = new Map(Object.entries(recordsById));

/**
 * Relay takes `id` alone, which makes session 192 and contact 192 one record.
 * @returns null for what has no key: Relay files it under the record it lies in
 */
export function getDataID(value: Readonly<Record<string, unknown>>, type: string): string | null {
  const { id } = value;
  const isIdentified = recordTypes.has(type) && (typeof id === 'string' || typeof id === 'number');
  return isIdentified ? `${type}:${id}` : null;
}

interface LinkedFieldAnswer {
  kind: 'linked';
  handle: (
    field: { readonly name: string },
    parent: { getType(): string } | null | undefined,
    args: Readonly<Record<string, unknown>>,
  ) => string | null | undefined;
}

/** Relay's `missingFieldHandlers`: `chatSession(id)` and `chatTopic(id)` find what a list has brought. */
export const recordsByArgument: LinkedFieldAnswer[] = [
  {
    kind: 'linked',
    handle: ({ name }, parent, args) => {
      const type = parent?.getType() === '__Root' ? typeOf.get(name) : undefined;
      return type === undefined ? undefined : getDataID({ id: args['id'] }, type);
    },
  },
];
