/**
 * `_entities`, answered by ourselves: each representation ends on its own, as a value or as its Error. The library's resolver
 * throws for the whole list on one bad item, and leaves the calls that it had begun without anyone who awaits them, which ends
 * the process when one of them fails.
 */
import type { GraphQLResolveInfo } from 'graphql';
import type { GatewayContext } from '../context.js';
import { BadUserInputError } from '../errors/gateway-error.js';
import { asError } from '../resolvers/as-error.js';
import type { ReferenceResolver } from '../resolvers/entity-resolvers.js';

/** What a router may send; nothing about it is known. */
type Representation = Readonly<Record<string, unknown>>;

const isRepresentation = (value: unknown): value is Representation => typeof value === 'object' && value !== null;

/** The key of a reference: text, or an integer as some gateways write it. Whether it is a good id is the loader's business. */
function idOf({ id }: Representation): string {
  if (typeof id === 'string') return id;
  if (typeof id === 'number' && Number.isInteger(id)) return String(id);
  throw new BadUserInputError('A representation needs an `id`: text or integer.');
}

export function entityReferences(resolvable: ReadonlyMap<string, ReferenceResolver>) {
  /** Type of each entity that was given out; weak, so it lives no longer than the request. */
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
