/** The loaders of one read that the catalog declares. A load requires a projection, and parameters where the operation takes any. */
import type { Operation } from '../catalog/operation.js';
import type { ResultOf, ParametersOf } from '../catalog/operation-calls.js';
import { covers, joinProjections, type Projection } from '../superoffice/projection.js';
import type { JsonRecord } from '../base/json-record.js';
import type { RequirementRules, JoiningLoader } from './joining-loader.js';

export interface Parametrized<Parameters = Readonly<Record<string, unknown>>> {
  readonly parameters: Parameters;
  /** Empty where there is nothing to select. */
  readonly projection: Projection;
}

/** For an operation that takes an id and no other parameter. */
export type ProjectedLoader<Result> = JoiningLoader<Projection, Result>;

export type RecordLoader = ProjectedLoader<JsonRecord | null>;
export type ListLoader = ProjectedLoader<readonly JsonRecord[] | null>;

export type ParametrizedLoader<Requirement, Result> = Pick<JoiningLoader<Requirement, Result>, 'load' | 'clear'>;

export type LoaderOf<Read extends Operation> = Read extends { readonly result: 'batch' }
  ? RecordLoader
  : keyof ParametersOf<Read> extends never
    ? ProjectedLoader<ResultOf<Read>>
    : ParametrizedLoader<Parametrized<ParametersOf<Read>>, ResultOf<Read>>;

/** For results that have no properties, or for records of which the id is enough: it is always selected. */
export const emptyProjection: Projection = new Map();

/** The loader key of a list of the caller's own. */
export const ownListKey = '';

export const projections: RequirementRules<Projection> = { covers, join: joinProjections };

/** Joins the parameters that the operation declares in `joins`; all others are equal. */
function parametrizedRules({ joins }: Operation): RequirementRules<Parametrized> {
  const joined = Object.keys(joins);
  const least = (first: Parametrized, second: Parametrized) =>
    joined.map((name) => [name, Math.min(Number(first.parameters[name]), Number(second.parameters[name]))] as const);
  return {
    covers: (fetched, required) =>
      joined.every((name) => Number(fetched.parameters[name]) <= Number(required.parameters[name])) &&
      covers(fetched.projection, required.projection),
    join: (first, second) => ({
      parameters: { ...first.parameters, ...Object.fromEntries(least(first, second)) },
      projection: joinProjections(first.projection, second.projection),
    }),
  };
}

/** Keeps one loader for each combination of the parameters that have to be equal. */
export function parametrizedLoader<Result>(
  operation: Operation,
  createLoader: (rules: RequirementRules<Parametrized>) => JoiningLoader<Parametrized, Result>,
): ParametrizedLoader<Parametrized, Result> {
  const rules = parametrizedRules(operation);
  const loaders = new Map<string, JoiningLoader<Parametrized, Result>>();
  const keyOf = ({ parameters }: Parametrized): string =>
    JSON.stringify(Object.entries(parameters).filter(([name]) => !(name in operation.joins)));
  return {
    load: (id, requirement) => {
      const key = keyOf(requirement);
      const loader = loaders.get(key) ?? createLoader(rules);
      loaders.set(key, loader);
      return loader.load(id, requirement);
    },
    clear: (id) => loaders.forEach((loader) => loader.clear(id)),
  };
}
