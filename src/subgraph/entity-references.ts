/**
 * Resolves `_entities` without the library's resolver: each representation becomes a value or its own Error. The library's resolver
 * fails the entire list on one bad item and does not await the calls that it had started, so a failure of one of them ends
 * the process.
 */
import type { GraphQLResolveInfo } from 'graphql';
import type { GatewayContext } from '../context.js';
import { BadUserInputError } from '../errors/gateway-error.js';
import { asError } from '../resolvers/as-error.js';
import type { ReferenceResolver } from '../resolvers/entity-resolvers.js';

/** An item that a router sends, not validated. */
type Representation = Readonly<Record<string, unknown>>;

const isRepresentation = (value: unknown): value is Representation => typeof value === 'object' && value !== null;

/** The key of a reference: text, or an integer as some gateways write it. The reference resolver validates the id. */
function idOf({ id }: Representation): string {
  if (typeof id === 'string') return id;
  if (typeof id === 'number' && Number.isInteger(id)) return String(id);
  throw new BadUserInputError('A representation needs an `id`: text or integer.');
}

export function entityReferences(resolvable: ReadonlyMap<string, ReferenceResolver>) {
  /** The type of each returned entity; weak, so that it is freed after the request. */
  const typeNames = new WeakMap<object, string>();

  async function resolve(representation: unknown, context: GatewayContext, info: GraphQLResolveInfo): Promise<unknown> {
    const typeName = isRepresentation(representation) ? representation['__typename'] : undefined;
    const resolveReference = typeof typeName === 'string' ? resolvable.get(typeName) : undefined;
    if (!isRepresentation(representation) || typeof typeName !== 'string' || !resolveReference) {
      throw new BadUserInputError('A representation needs a `__typename` that this subgraph resolves.');
    }
    const id = idOf(representation);
    context.responseBudget.chargeReference(typeName, id);
    const entity = await resolveReference({ id }, context, info);
    if (typeof entity === 'object' && entity !== null) typeNames.set(entity, typeName);
    return entity;
  }

  const resolveToError = (representation: unknown, context: GatewayContext, info: GraphQLResolveInfo) =>
    resolve(representation, context, info).catch(asError);

  return {
    Query: {
      _entities: (
        _root: unknown,
        { representations }: { readonly representations: readonly unknown[] },
        context: GatewayContext,
        info: GraphQLResolveInfo,
      ) => representations.map((representation) => resolveToError(representation, context, info)),
    },
    _Entity: {
      __resolveType: (entity: object) => typeNames.get(entity),
    },
  };
}
