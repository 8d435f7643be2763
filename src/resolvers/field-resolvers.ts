/** Creates the resolvers of a type from its field table: one for each entry. */
import type { GraphQLResolveInfo } from 'graphql';
import type { GatewayContext } from '../context.js';
import { CarrierView } from '../entities/carrier-view.js';
import type { FieldEntry, FieldTable, LinkEntry } from '../entities/field-table.js';
import type { FieldArguments } from '../entities/read-context.js';
import { plain } from '../plan/selection-plan.js';
import { linkResolver } from './link-resolvers.js';

type ReadBy<Entry> = Entry extends { read(...args: never): infer Value } ? Value : never;

type CarrierOf<Table> = Table extends FieldTable<infer Carrier> ? Carrier : never;

/** A link needs another call: its resolver comes from the catalog or is written by hand. */
export type FieldResolvers<Table> = {
  readonly [Field in keyof Table]: Table[Field] extends LinkEntry<never, unknown>
    ? (
        view: CarrierView<CarrierOf<Table>>,
        args: FieldArguments,
        context: GatewayContext,
        info: GraphQLResolveInfo,
      ) => never
    : (view: CarrierView<CarrierOf<Table>>, args: FieldArguments, context: GatewayContext) => ReadBy<Table[Field]>;
};

const resolverOf =
  <Carrier>(entry: FieldEntry<Carrier>) =>
  (view: CarrierView<Carrier>, args: FieldArguments, { readContext, responseBudget }: GatewayContext): unknown => {
    const value = entry.read(view, readContext, args);
    if (!Array.isArray(value)) return value;
    const items: readonly unknown[] = value.flat(); // an address is a list of lines
    if (items[0] instanceof CarrierView) responseBudget.chargeRecords(items.length); // flags are not charged
    return value;
  };

/** @param type of the schema */
export function fieldResolvers<Table extends FieldTable<never>>(type: string, table: Table): FieldResolvers<Table> {
  const resolvers = Object.entries(table).flatMap(([field, entry]) => {
    const resolve = entry.kind === 'link' ? linkResolver(`${type}.${field}`, entry) : plain(resolverOf(entry));
    return resolve === null ? [] : [[field, resolve] as const];
  });
  return Object.fromEntries(resolvers) as FieldResolvers<Table>; // test/architecture/entities checks that none is missing
}
