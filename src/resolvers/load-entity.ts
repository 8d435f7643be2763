/**
 * From what a resolver wants, a record by its id or a list, to views of it: checks the id, works out the projection, asks the
 * loader, writes down for the audit what was asked.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { reads, type CarrierOf, type ListRead, type ReadName, type RecordRead } from '../catalog/catalog.js';
import type { AuditEntry, GatewayContext } from '../context.js';
import { CarrierView } from '../entities/carrier-view.js';
import type { Embeddable } from '../entities/field-table.js';
import { isValidId } from '../entities/identifiers.js';
import { BadUserInputError } from '../errors/gateway-error.js';
import { ownListKey, type ListLoader, type RecordLoader } from '../loaders/read-loader.js';
import { projectionFor } from '../plan/projections.js';
import { joinProjections, type Projection } from '../superoffice/projection.js';

/** A refused id is not echoed: it may be anything. */
export function checkId(id: string, name = 'id'): void {
  if (!isValidId(id))
    throw new BadUserInputError(`The ${name} is not accepted: use digits only, from 1 to 2147483647.`);
}

/** Writes down what is asked of a session, or of a topic and the like, which belong to none. */
export function auditRead(context: GatewayContext, read: Omit<AuditEntry, 'action'>): void {
  context.audit?.push({ action: null, ...read });
}

/** What the records of a read are. */
export const entityOf = <Name extends RecordRead | ListRead>(read: Name): Embeddable<CarrierOf<Name>> =>
  reads[read].entity as Embeddable<CarrierOf<Name>>; // records and lists have one, of this carrier

/** Writes down that a read is asked by an id. */
export function auditOperation(
  { read, id }: { readonly read: ReadName; readonly id: string },
  projection: Projection,
  context: GatewayContext,
): void {
  const { entity, isSessionData: ofSession } = reads[read];
  if (entity) auditRead(context, { sessionId: ofSession ? id : null, entity, projection });
}

/** A record that is wanted by its id. */
export interface RecordRequest<Name extends RecordRead> {
  readonly read: Name;
  readonly id: string;
}

async function loadView<Name extends RecordRead>(
  wanted: RecordRequest<Name>,
  projection: Projection,
  context: GatewayContext,
): Promise<CarrierView<CarrierOf<Name>> | null> {
  auditOperation(wanted, projection, context);
  const loader: RecordLoader = context.loaders[wanted.read];
  const record = await loader.load(wanted.id, projection);
  return record && new CarrierView<CarrierOf<Name>>(record, projection);
}

/**
 * @returns null where SuperOffice has no such record
 * @throws {BadUserInputError} before any upstream call
 */
export async function loadEntity<Name extends RecordRead>(
  wanted: RecordRequest<Name>,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<CarrierView<CarrierOf<Name>> | null> {
  checkId(wanted.id);
  return loadView(wanted, projectionFor(entityOf(wanted.read), info), context);
}

/** The answer is known already: whoever gave the key answers for the existence. */
export const isKeyOnly = (projection: Projection): boolean => projection.size <= 1;

/**
 * The same for a federation reference or a link. When only the key is selected, the key is the answer and no call is made.
 */
export async function loadReference<Name extends RecordRead>(
  wanted: RecordRequest<Name>,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<CarrierView<CarrierOf<Name>> | null> {
  const { read, id } = wanted;
  checkId(id);
  const entity = entityOf(read);
  const projection = projectionFor(entity, info);
  if (!isKeyOnly(projection)) return loadView(wanted, projection, context);
  return new CarrierView<CarrierOf<Name>>({ [String(entity.identity)]: Number(id) }, projection);
}

/** A list that is wanted as a whole. */
export interface ListRequest<Name extends ListRead> {
  readonly read: Name;
  /** Default: the caller's own. */
  readonly id?: string;
  /** What the resolver itself reads, beside the selection. */
  readonly extra?: Projection;
  /** What others will want of these records. */
  readonly prefetch?: Projection;
  /** Default: it takes none. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

function loadRecords<Name extends ListRead>(
  { read, id = ownListKey, prefetch: along, parameters }: ListRequest<Name>,
  own: Projection,
  { loaders }: GatewayContext,
): ReturnType<ListLoader['load']> {
  const projection = along === undefined ? own : joinProjections(own, along);
  const loader = loaders[read] as { load(id: string, requirement: unknown): ReturnType<ListLoader['load']> }; // by what it takes
  return loader.load(id, parameters === undefined ? projection : { parameters, projection });
}

/** @returns null where SuperOffice has no list */
export async function loadList<Name extends ListRead>(
  wanted: ListRequest<Name>,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<readonly CarrierView<CarrierOf<Name>>[] | null> {
  const { read, extra: also } = wanted;
  const selected = projectionFor(entityOf(read), info);
  auditRead(context, { sessionId: null, entity: entityOf(read), projection: selected });
  const projection = also === undefined ? selected : joinProjections(selected, also);
  const records = await loadRecords(wanted, projection, context);
  context.responseBudget.chargeRecords(records?.length ?? 0);
  return records?.map((record) => new CarrierView<CarrierOf<Name>>(record, projection)) ?? null;
}
