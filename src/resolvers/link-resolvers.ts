/** Resolves links for which the catalog declares a read, with the key that the link's entry reads. */
import type { GraphQLResolveInfo } from 'graphql';
import { isListRead, isRecordRead, reads, type ReadName } from '../catalog/catalog.js';
import type { GatewayContext } from '../context.js';
import type { CarrierView } from '../entities/carrier-view.js';
import type { FieldEntry } from '../entities/field-table.js';
import type { FieldArguments } from '../entities/read-context.js';
import { emptyProjection, type ProjectedLoader } from '../loaders/read-loader.js';
import { loadList, loadReference } from './load-entity.js';

type Resolve = (
  view: CarrierView<never>,
  args: FieldArguments,
  context: GatewayContext,
  info: GraphQLResolveInfo,
) => unknown;

/** `Type.field` → its read. */
const readOf = new Map<string, ReadName>(
  (Object.keys(reads) as ReadName[]).flatMap((read) => (reads[read].field === null ? [] : [[reads[read].field, read]])), // Object.keys loses the names
);

function load(read: ReadName, id: string, context: GatewayContext, info: GraphQLResolveInfo): unknown {
  if (isRecordRead(read)) return loadReference({ read, id }, context, info);
  if (isListRead(read)) return loadList({ read, id }, context, info);
  const loader = context.loaders[read] as ProjectedLoader<unknown>; // links have a key and no parameters
  return loader.load(id, emptyProjection);
}

/** @returns null: the field's resolver is written by hand */
export function linkResolver(field: string, entry: FieldEntry<never>): Resolve | null {
  const read = readOf.get(field);
  if (read === undefined) return null;
  return async (view, args, context, info) => {
    const id = entry.read(view, context.readContext, args);
    return typeof id === 'string' ? load(read, id, context, info) : null;
  };
}
