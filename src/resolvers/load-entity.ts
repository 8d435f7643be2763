/**
 * Loads what a resolver requests, a record by its id or a list, as views: checks the id, computes the projection, calls the
 * loader, and records the read for the audit.
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

/** The error does not repeat the id, which may be any text. */
export function checkId(id: string, name = 'id'): void {
  if (!isValidId(id))
    throw new BadUserInputError(`The ${name} is not accepted: use digits only, from 1 to 2147483647.`);
}

/** Records a read for the audit; `sessionId` is null where it belongs to no session, e.g. a topic. */
export function auditRead(context: GatewayContext, read: Omit<AuditEntry, 'action'>): void {
  context.audit?.push({ action: null, ...read });
}

/** The entity of a read's records. */
export const entityOf = <Name extends RecordRead | ListRead>(read: Name): Embeddable<CarrierOf<Name>> =>
  reads[read].entity as Embeddable<CarrierOf<Name>>; // records and lists have one, of this carrier

/** Records a read by id for the audit. */
export function auditOperation(
  { read, id }: { readonly read: ReadName; readonly id: string },
  projection: Projection,
  context: GatewayContext,
): void {
  const { entity, isSessionData: ofSession } = reads[read];
  if (entity) auditRead(context, { sessionId: ofSession ? id : null, entity, projection });
}

/** A loader whose requirement is a projection, or parameters and a projection. */
interface AnyLoader<Loader extends RecordLoader | ListLoader> {
  load(id: string, requirement: unknown): ReturnType<Loader['load']>;
}

/** A request for a record by its id. */
export interface RecordRequest<Name extends RecordRead> {
  readonly read: Name;
  readonly id: string;
  /** Default: the operation takes the id only. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

async function loadView<Name extends RecordRead>(
  request: RecordRequest<Name>,
  projection: Projection,
  context: GatewayContext,
): Promise<CarrierView<CarrierOf<Name>> | null> {
  if (context.audit) auditOperation(request, projection, context);
  const { id, parameters } = request;
  const loader = context.loaders[request.read] as AnyLoader<RecordLoader>; // `requirement` matches the read's parameters
  const record = await loader.load(id, parameters === undefined ? projection : { parameters, projection });
  return record && new CarrierView<CarrierOf<Name>>(record, projection);
}

/**
 * @returns null where SuperOffice has no such record
 * @throws {BadUserInputError} before any upstream call
 */
export async function loadEntity<Name extends RecordRead>(
  request: RecordRequest<Name>,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<CarrierView<CarrierOf<Name>> | null> {
  checkId(request.id);
  return loadView(request, projectionFor(entityOf(request.read), info), context);
}

/** Only the key is selected: no call is needed, because the source of the key guarantees that the record exists. */
export const isKeyOnly = (projection: Projection): boolean => projection.size <= 1;

/** The same for a federation reference or a link. When only the key is selected, the key is returned without a call. */
export async function loadReference<Name extends RecordRead>(
  request: RecordRequest<Name>,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<CarrierView<CarrierOf<Name>> | null> {
  const { read, id } = request;
  checkId(id);
  const entity = entityOf(read);
  const projection = projectionFor(entity, info);
  if (!isKeyOnly(projection)) return loadView(request, projection, context);
  return new CarrierView<CarrierOf<Name>>({ [String(entity.identity)]: Number(id) }, projection);
}

/** A request for a list. */
export interface ListRequest<Name extends ListRead> {
  readonly read: Name;
  /** Default: the caller's own list. */
  readonly id?: string;
  /** What the resolver itself reads in addition to the selection. */
  readonly extra?: Projection;
  /** What other fields will require of these records. */
  readonly prefetch?: Projection;
  /** Default: the list has no parameters. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

function loadRecords<Name extends ListRead>(
  { read, id = ownListKey, prefetch, parameters }: ListRequest<Name>,
  own: Projection,
  { loaders }: GatewayContext,
): ReturnType<ListLoader['load']> {
  const projection = prefetch === undefined ? own : joinProjections(own, prefetch);
  const loader = loaders[read] as AnyLoader<ListLoader>; // `requirement` matches the list's parameters
  return loader.load(id, parameters === undefined ? projection : { parameters, projection });
}

/** @returns null where SuperOffice has no list */
export async function loadList<Name extends ListRead>(
  request: ListRequest<Name>,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<readonly CarrierView<CarrierOf<Name>>[] | null> {
  const { read, extra } = request;
  const selected = projectionFor(entityOf(read), info);
  auditRead(context, { sessionId: null, entity: entityOf(read), projection: selected });
  const projection = extra === undefined ? selected : joinProjections(selected, extra);
  const records = await loadRecords(request, projection, context);
  context.responseBudget.chargeRecords(records?.length ?? 0);
  return records?.map((record) => new CarrierView<CarrierOf<Name>>(record, projection)) ?? null;
}
