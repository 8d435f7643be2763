/**
 * Resolvers of a whole type, filled from its field table: whatever is mapped is resolved, and nothing else.
 */
import type { GatewayContext } from '../context.js';
import type { CarrierView } from '../entities/carrier-view.js';
import type { FieldEntry, FieldTable } from '../entities/field-table.js';
import type { FieldArguments } from '../entities/reading.js';

type ReadBy<Entry> = Entry extends { read(...args: never): infer Value } ? Value : never;

type CarrierOf<Table> = Table extends FieldTable<infer Carrier> ? Carrier : never;

export type FieldResolvers<Table> = {
  readonly [Field in keyof Table]: (
    view: CarrierView<CarrierOf<Table>>,
    args: FieldArguments,
    context: GatewayContext,
  ) => ReadBy<Table[Field]>;
};

const resolverOf =
  <Carrier>(entry: FieldEntry<Carrier>) =>
  (view: CarrierView<Carrier>, args: FieldArguments, { reading }: GatewayContext): unknown =>
    entry.read(view, reading, args);

export function fieldResolvers<Table extends FieldTable<never>>(table: Table): FieldResolvers<Table> {
  const resolvers = Object.entries(table).map(([field, entry]) => [field, resolverOf(entry)]);
  return Object.fromEntries(resolvers) as FieldResolvers<Table>; // fromEntries forgets which field has which entry
}
