/**
 * Resolvers of a whole type, filled from its field table: whatever is mapped is resolved, and nothing else. Links are left out:
 * what another call brings is fetched by the type's own module.
 */
import type { GatewayContext } from '../context.js';
import { CarrierView } from '../entities/carrier-view.js';
import type { FieldEntry, FieldTable, LinkEntry } from '../entities/field-table.js';
import type { FieldArguments } from '../entities/reading.js';

type ReadBy<Entry> = Entry extends { read(...args: never): infer Value } ? Value : never;

type CarrierOf<Table> = Table extends FieldTable<infer Carrier> ? Carrier : never;

type LinkName<Table> = {
  [Field in keyof Table]: Table[Field] extends LinkEntry<never, unknown> ? Field : never;
}[keyof Table];

export type FieldResolvers<Table> = {
  readonly [Field in Exclude<keyof Table, LinkName<Table>>]: (
    view: CarrierView<CarrierOf<Table>>,
    args: FieldArguments,
    context: GatewayContext,
  ) => ReadBy<Table[Field]>;
};

const resolverOf =
  <Carrier>(entry: FieldEntry<Carrier>) =>
  (view: CarrierView<Carrier>, args: FieldArguments, { reading, answer }: GatewayContext): unknown => {
    const value = entry.read(view, reading, args);
    if (!Array.isArray(value)) return value;
    const items: readonly unknown[] = value.flat(); // an address is a list of lines
    if (items[0] instanceof CarrierView) answer.handOut(items.length); // flags weigh nothing
    return value;
  };

export function fieldResolvers<Table extends FieldTable<never>>(table: Table): FieldResolvers<Table> {
  const resolvers = Object.entries(table)
    .filter(([, { kind }]) => kind !== 'link')
    .map(([field, entry]) => [field, resolverOf(entry)]);
  return Object.fromEntries(resolvers) as FieldResolvers<Table>; // fromEntries forgets which field has which entry
}
