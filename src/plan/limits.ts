/**
 * The limits of an operation, checked by its plan and its variables before anything is executed. Fragments count where they are
 * used. `_entities` is exempt from the limits on aliases and root fields, because routers alias it.
 */
import { Kind, type ValueNode } from 'graphql';
import type { OperationLimits } from '../config/gateway-config.js';
import { BadUserInputError, OperationTooLargeError } from '../errors/gateway-error.js';
import type { OperationPlan } from './document-plan.js';

/** A name is repeated with each object and each error: a long one makes a small request a large response. */
const maxNameLength = 128;

/** Names of field properties in one argument: no carrier has so many, and every record is filtered by them. */
const maxNames = 500;

/** As the client sent them, not coerced yet. */
type Variables = Readonly<Record<string, unknown>>;

const itemCount = (value: unknown): number => (Array.isArray(value) ? value.length : 1); // one item is coerced to a list

/** @returns the number of items of a list: in the document, in a variable, or in its default */
function countItems(value: ValueNode, { node }: OperationPlan, variables: Variables): number {
  if (value.kind === Kind.LIST) return value.values.length;
  if (value.kind !== Kind.VARIABLE) return 1;
  const name = value.name.value;
  if (Object.hasOwn(variables, name)) return itemCount(variables[name]); // clients choose the names of variables
  const definition = node.variableDefinitions?.find(({ variable }) => variable.name.value === name);
  return definition?.defaultValue?.kind === Kind.LIST ? definition.defaultValue.values.length : 1;
}

/** Levels of the variables: graphql-js coerces them recursively. */
const maxVariableDepth = 64;
/** Lists and objects in the variables: no argument takes a list of so many. */
const maxVariableObjects = 10_000;

/** Without recursion: clients choose how deep it goes. @throws {OperationTooLargeError} */
function checkVariables(variables: Variables): void {
  let level: readonly unknown[] = [variables];
  let count = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    count += level.length;
    if (depth > maxVariableDepth)
      throw new OperationTooLargeError(`At most ${maxVariableDepth} levels are accepted in a variable.`);
    if (count > maxVariableObjects)
      throw new OperationTooLargeError(`At most ${maxVariableObjects} objects and lists are accepted in variables.`);
    level = level
      .flatMap((value) => Object.values(value as object)) // objects and lists only, as filtered
      .filter((value) => typeof value === 'object' && value !== null);
  }
}

/** @throws {OperationTooLargeError} with the limit that is exceeded */
export function checkLimits(plan: OperationPlan, variables: Variables, limits: OperationLimits): void {
  const { roots, depth, aliases } = plan.facts();
  const { directives, nameLength, lines, names } = plan.documentFacts();
  const items = names.map((value) => countItems(value, plan, variables));
  const sizes: readonly (readonly [what: string, size: number, max: number])[] = [
    ['root fields', roots, limits.maxRootFields],
    ['levels', depth, limits.maxDepth],
    ['aliases', aliases, limits.maxAliases],
    ['directives at one location', directives, limits.maxDirectives],
    ['characters of a name', nameLength, maxNameLength],
    ['lines', lines, limits.maxTokens],
    ['names of field properties in one argument', Math.max(0, ...items), maxNames],
  ];
  for (const [what, size, max] of sizes) {
    if (size > max)
      throw new OperationTooLargeError(`At most ${max} ${what} are accepted in one operation, not ${size}.`);
  }
  checkVariables(variables);
}

/** @throws {BadUserInputError} a variable is null where the schema does not accept null */
export function checkNulls(plan: OperationPlan, variables: Variables): void {
  if (!Object.values(variables).includes(null)) return;
  for (const [name, value] of Object.entries(variables)) {
    if (value === null && plan.nullableInNonNull().has(name))
      throw new BadUserInputError(`The variable $${name} must not be null: leave it out, or give it a value.`);
  }
}
