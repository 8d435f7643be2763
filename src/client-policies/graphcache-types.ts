/**
 * The parts of graphcache's types that the resolvers and updaters use, so that nothing of graphcache is imported.
 */
export type Arguments = Readonly<Record<string, unknown>> | null | undefined;

/** What graphcache passes to a resolver, as far as it is used. */
export interface GraphCache {
  inspectFields(
    entity: string,
  ): readonly { readonly fieldKey: string; readonly fieldName: string; readonly arguments: object | null }[];
  resolve(entity: string, field: string, args?: Record<string, string>): unknown;
  keyOfEntity(entity: { readonly __typename: string }): string | null;
  link(entity: string, field: string, args: Record<string, string>, keys: string[]): void;
}

export interface ResolveInfo {
  readonly parentKey: string;
  /** The field and its arguments, as the cache names them. */
  readonly parentFieldKey: string;
}

export type ClientResolver = (
  ...call: readonly [parent: unknown, args: Record<string, unknown>, cache: GraphCache, info: ResolveInfo]
) => string | (string | null)[] | null | undefined;

export type ClientUpdater = (
  ...call: readonly [
    result: Record<string, unknown>,
    args: Record<string, unknown>,
    cache: GraphCache,
    info: ResolveInfo,
  ]
) => void;

/** By type and field. */
export type ByType<Policy> = Record<string, Record<string, Policy>>;

export const isText = (value: unknown): value is string => typeof value === 'string';

/** The value that the server sent for the same arguments. */
export const asSent = (cache: GraphCache, { parentKey, parentFieldKey }: ResolveInfo): unknown =>
  cache.resolve(parentKey, parentFieldKey);
