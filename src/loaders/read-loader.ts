/** The loaders of one read that the catalog declares. What a load wants is a projection, and parameters where the operation takes any. */
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

/** Of one operation that takes nothing beside the id. */
export type ProjectedLoader<Answer> = JoiningLoader<Projection, Answer>;

export type RecordLoader = ProjectedLoader<JsonRecord | null>;
export type ListLoader = ProjectedLoader<readonly JsonRecord[] | null>;

export type ParametrizedLoader<Demand, Answer> = Pick<JoiningLoader<Demand, Answer>, 'load' | 'clear'>;

export type LoaderOf<Read extends Operation> = Read extends { readonly answer: 'batch' }
  ? RecordLoader
  : keyof ParametersOf<Read> extends never
    ? ProjectedLoader<ResultOf<Read>>
    : ParametrizedLoader<Parametrized<ParametersOf<Read>>, ResultOf<Read>>;

/** Of what has nothing to select, or of records whose id is all that is wanted: it comes in any case. */
export const nothingSelected: Projection = new Map();

/** The id under which a list of the caller's own is known. */
export const ownList = '';

export const projections: RequirementRules<Projection> = { covers, join: joinProjections };

/** By the operation's declaration: some parameters of two loads become one, the others are equal. */
function parametrizedRules({ joins }: Operation): RequirementRules<Parametrized> {
  const joined = Object.keys(joins);
  const least = (first: Parametrized, second: Parametrized) =>
    joined.map((name) => [name, Math.min(Number(first.parameters[name]), Number(second.parameters[name]))] as const);
  return {
    covers: (known, wanted) =>
      joined.every((name) => Number(known.parameters[name]) <= Number(wanted.parameters[name])) &&
      covers(known.projection, wanted.projection),
    join: (first, second) => ({
      parameters: { ...first.parameters, ...Object.fromEntries(least(first, second)) },
      projection: joinProjections(first.projection, second.projection),
    }),
  };
}

/** One loader for each combination of the parameters that have to be equal. */
export function parametrizedLoader<Answer>(
  operation: Operation,
  make: (rules: RequirementRules<Parametrized>) => JoiningLoader<Parametrized, Answer>,
): ParametrizedLoader<Parametrized, Answer> {
  const rules = parametrizedRules(operation);
  const loaders = new Map<string, JoiningLoader<Parametrized, Answer>>();
  const keyOf = ({ parameters }: Parametrized): string =>
    JSON.stringify(Object.entries(parameters).filter(([name]) => !(name in operation.joins)));
  return {
    load: (id, demand) => {
      const key = keyOf(demand);
      const loader = loaders.get(key) ?? make(rules);
      loaders.set(key, loader);
      return loader.load(id, demand);
    },
    clear: (id) => loaders.forEach((loader) => loader.clear(id)),
  };
}
