/**
 * From an id in a query or a representation to a view of the record: checks the id, works out the projection, asks the loader.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { CarrierView } from '../entities/carrier-view.js';
import type { Entity } from '../entities/field-table.js';
import { isValidId } from '../entities/identifiers.js';
import { BadUserInputError } from '../errors/gateway-error.js';
import type { EntityLoader } from '../loaders/entity-loader.js';
import { projectionFor } from '../selection/projection-for.js';
import type { CarrierRecord } from '../superoffice/carrier-record.js';
import type { Projection } from '../superoffice/projection.js';

/** A refused id is not echoed: it may be anything. */
function checkId(id: string): void {
  if (!isValidId(id)) throw new BadUserInputError('The id is not accepted: use digits only, from 1 to 2147483647.');
}

/** A record that is wanted by its id. */
export interface WantedEntity<Carrier> {
  readonly loader: EntityLoader<CarrierRecord>;
  readonly entity: Entity<Carrier>;
  readonly id: string;
}

async function loadView<Carrier>(
  { loader, id }: WantedEntity<Carrier>,
  projection: Projection,
): Promise<CarrierView<Carrier> | null> {
  const record = await loader.load(id, projection);
  return record && new CarrierView<Carrier>(record, projection);
}

/**
 * @returns null where SuperOffice has no such record
 * @throws {BadUserInputError} before any upstream call
 */
export async function loadEntity<Carrier>(
  wanted: WantedEntity<Carrier>,
  info: GraphQLResolveInfo,
): Promise<CarrierView<Carrier> | null> {
  checkId(wanted.id);
  return loadView(wanted, projectionFor(wanted.entity, info));
}

/**
 * The same for a federation reference. When only the key is selected, the key is the answer and no call is made: whoever
 * sent the reference answers for its existence.
 */
export async function loadReference<Carrier>(
  wanted: WantedEntity<Carrier>,
  info: GraphQLResolveInfo,
): Promise<CarrierView<Carrier> | null> {
  const { entity, id } = wanted;
  checkId(id);
  const projection = projectionFor(entity, info);
  if (projection.size > 1) return loadView(wanted, projection);
  return new CarrierView<Carrier>({ [entity.identity]: Number(id) }, projection);
}
