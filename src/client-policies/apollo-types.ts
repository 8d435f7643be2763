/**
 * The parts of Apollo Client's types that the policies use, so that nothing of Apollo is imported.
 */
export interface Reference {
  readonly __ref: string;
}

/** What Apollo passes to `read` and `merge`, as far as it is used. */
export interface FieldOptions {
  readonly args: Readonly<Record<string, unknown>> | null;
  readonly toReference: (
    record: { readonly __typename: string; readonly id: string | number },
    mergeIntoStore?: boolean,
  ) => Reference | undefined;
  readonly canRead: (value: Reference) => boolean;
  readonly readField: (options: {
    readonly fieldName: string;
    readonly args?: Record<string, unknown>;
    readonly from?: Reference;
  }) => unknown;
}

export type KeyArgumentsFunction = (
  args: Readonly<Record<string, unknown>> | null,
  field: { fieldName: string },
) => string;

export interface MergeOptions extends FieldOptions {
  /** The stored value, even on a refetch, where `existing` is undefined. Older versions of Apollo do not have it. */
  readonly existingData?: unknown;
}

export interface ClientFieldPolicy {
  keyArgs?: KeyArgumentsFunction | readonly string[] | false;
  read?: (existing: unknown, options: FieldOptions) => unknown;
  merge?: ((existing: unknown, incoming: unknown, options: MergeOptions) => unknown) | false;
}

export interface ClientTypePolicy {
  keyFields?: false;
  merge?: (existing: unknown, incoming: unknown, options: MergeOptions) => unknown;
  fields?: Record<string, ClientFieldPolicy>;
}

export const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && '__ref' in value && typeof value.__ref === 'string';

/** One stored value for each id, whether the client writes it as a number or as text. */
export const keyedBy =
  (idArgument: string): KeyArgumentsFunction =>
  (args, { fieldName }) =>
    `${fieldName}:${String(args?.[idArgument])}`;
