/**
 * What an operation may ask for at most, decided from the document and its variables before anything is executed.
 * Fragments count where they are used. `_entities` is exempt from aliases and root fields, because routers alias it.
 */
import { Kind, visit, type DocumentNode, type OperationDefinitionNode, type ValueNode } from 'graphql';
import type { OperationLimits } from '../config/gateway-config.js';
import { OperationTooLargeError } from '../errors/gateway-error.js';
import { measuredOperation } from './measured-operation.js';
import { itemsIn } from './items-in.js';
import { rootFields } from './root-fields.js';
import type { SizedOperation } from './sized-operation.js';

/** A name comes back with each object and each error: a long one makes a small request a large answer. */
const maxNameLength = 128;

/** Names of field properties at one place: no carrier has so many, and they are gone through for each record. */
const maxNames = 500;

interface OnePlace {
  readonly directives: number;
  readonly nameLength: number;
  /** Lists of names of field properties. */
  readonly names: readonly ValueNode[];
}

function mostAtOnePlace(document: DocumentNode): OnePlace {
  const names: ValueNode[] = [];
  let directives = 0;
  let nameLength = 0;
  visit(document, {
    enter: (node) => {
      if ('directives' in node) directives = Math.max(directives, node.directives?.length ?? 0);
      if (node.kind === Kind.ARGUMENT && node.name.value === 'names') names.push(node.value);
      if (node.kind === Kind.NAME) nameLength = Math.max(nameLength, node.value.length);
    },
  });
  return { directives, nameLength, names };
}

/** Each error of an answer has its line, for which graphql-js counts those above it. */
const linesOf = ({ loc }: DocumentNode): number => loc?.source.body.split(/\r\n|[\n\r]/).length ?? 1;

function measured(sized: SizedOperation) {
  const fields = rootFields(sized);
  const rootCount = fields.filter(({ name }) => name.value !== '_entities').length;
  const { depth, aliases } = measuredOperation(sized);
  const { document } = sized;
  return { rootCount, depth, aliases, lines: linesOf(document), ...mostAtOnePlace(document) };
}

/** What the document alone decides, as long as Apollo keeps the document. */
const known = new WeakMap<OperationDefinitionNode, ReturnType<typeof measured>>();

function measuredOnce(sized: SizedOperation): ReturnType<typeof measured> {
  const measures = known.get(sized.operation) ?? measured(sized);
  known.set(sized.operation, measures);
  return measures;
}

/** @throws {OperationTooLargeError} with the limit that is passed */
export function checkLimits(sized: SizedOperation, limits: OperationLimits): void {
  const { rootCount, depth, aliases, directives, nameLength, lines, names } = measuredOnce(sized);
  const sizes: readonly (readonly [what: string, size: number, max: number])[] = [
    ['root fields', rootCount, limits.maxRootFields],
    ['levels', depth, limits.maxDepth],
    ['aliases', aliases, limits.maxAliases],
    ['directives at one place', directives, limits.maxDirectives],
    ['characters of a name', nameLength, maxNameLength],
    ['lines', lines, limits.maxTokens],
    ['names of field properties at one place', Math.max(0, ...names.map((value) => itemsIn(value, sized))), maxNames],
  ];
  for (const [what, size, max] of sizes) {
    if (size > max)
      throw new OperationTooLargeError(`At most ${max} ${what} are accepted in one operation, not ${size}.`);
  }
}
