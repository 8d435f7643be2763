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

/** The one id of a client that is not accepted is not repeated: it may be anything. */
function checkId(id: string): void {
  if (!isValidId(id)) throw new BadUserInputError('The id is not accepted: use digits only, from 1 to 2147483647.');
}

/**
 * @returns null where SuperOffice has no such record
 * @throws {BadUserInputError} before any upstream call
 */
export async function loadEntity<Carrier>(
  loader: EntityLoader<CarrierRecord>,
  entity: Entity<Carrier>,
  id: string,
  info: GraphQLResolveInfo,
): Promise<CarrierView<Carrier> | null> {
  checkId(id);
  const projection = projectionFor(entity, info);
  const record = await loader.load(id, projection);
  return record && new CarrierView<Carrier>(record, projection);
}

/**
 * The same for a federation reference. When only the key is selected, the key is the answer and no call is made: whoever
 * sent the reference answers for its existence.
 */
export async function loadReference<Carrier>(
  loader: EntityLoader<CarrierRecord>,
  entity: Entity<Carrier>,
  id: string,
  info: GraphQLResolveInfo,
): Promise<CarrierView<Carrier> | null> {
  checkId(id);
  const projection = projectionFor(entity, info);
  if (projection.size > 1) return loadEntity(loader, entity, id, info);
  return new CarrierView<Carrier>({ [entity.identity]: Number(id) }, projection);
}
