/**
 * From what a resolver wants, a record by its id or a list, to views of it: checks the id, works out the projection, asks the
 * loader, writes down for the audit what was asked.
 */
import type { GraphQLResolveInfo } from 'graphql';
import type { AuditEntry, GatewayContext } from '../context.js';
import { CarrierView } from '../entities/carrier-view.js';
import type { Embeddable, Entity } from '../entities/field-table.js';
import { isValidId } from '../entities/identifiers.js';
import { BadUserInputError } from '../errors/gateway-error.js';
import type { ListLoader, RecordLoader } from '../loaders/topic-loader.js';
import { projectionFor } from '../selection/projection-for.js';
import { joinProjections, type Projection } from '../superoffice/projection.js';

/** A refused id is not echoed: it may be anything. */
export function checkId(id: string, name = 'id'): void {
  if (!isValidId(id))
    throw new BadUserInputError(`The ${name} is not accepted: use digits only, from 1 to 2147483647.`);
}

/** A record that is wanted by its id. */
export interface WantedEntity<Carrier> {
  readonly loader: RecordLoader;
  readonly entity: Entity<Carrier>;
  readonly id: string;
  /** Writes down that it is read. */
  audit(projection: Projection): void;
}

/** Writes down what is asked of a session, or of a topic and the like, which belong to none. */
export function auditRead(context: GatewayContext, read: Omit<AuditEntry, 'action'>): void {
  context.audit?.push({ action: null, ...read });
}

async function loadView<Carrier>(
  wanted: WantedEntity<Carrier>,
  projection: Projection,
): Promise<CarrierView<Carrier> | null> {
  wanted.audit(projection);
  const record = await wanted.loader.load(wanted.id, projection);
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

/** The answer is known already: whoever gave the key answers for the existence. */
export const isKeyOnly = (projection: Projection): boolean => projection.size <= 1;

/**
 * The same for a federation reference or a link. When only the key is selected, the key is the answer and no call is made.
 */
export async function loadReference<Carrier>(
  wanted: WantedEntity<Carrier>,
  info: GraphQLResolveInfo,
): Promise<CarrierView<Carrier> | null> {
  const { entity, id } = wanted;
  checkId(id);
  const projection = projectionFor(entity, info);
  if (!isKeyOnly(projection)) return loadView(wanted, projection);
  return new CarrierView<Carrier>({ [entity.identity]: Number(id) }, projection);
}

/** A list that is wanted as a whole. */
export interface WantedList<Carrier> {
  readonly loader: Pick<ListLoader, 'load'>;
  readonly entity: Embeddable<Carrier>;
  /** Under which the loader knows it. */
  readonly id: string;
  /** What the resolver itself reads, beside the selection. */
  readonly also?: Projection;
}

/** @returns null where SuperOffice has no list */
export async function loadList<Carrier>(
  { loader, entity, id, also }: WantedList<Carrier>,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<readonly CarrierView<Carrier>[] | null> {
  const selected = projectionFor(entity, info);
  auditRead(context, { sessionId: null, entity, projection: selected });
  const projection = also === undefined ? selected : joinProjections(selected, also);
  const records = await loader.load(id, projection);
  context.answer.handOut(records?.length ?? 0);
  return records?.map((record) => new CarrierView<Carrier>(record, projection)) ?? null;
}
