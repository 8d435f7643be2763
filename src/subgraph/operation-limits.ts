/**
 * What an operation may ask for at most, decided from the document and its variables before anything is executed.
 * Fragments count where they are used. `_entities` is exempt from aliases and root fields, because routers alias it.
 */
import { Kind, visit, type DocumentNode, type OperationDefinitionNode, type ValueNode } from 'graphql';
import type { OperationLimits } from '../config/gateway-config.js';
import { OperationTooLargeError } from '../errors/gateway-error.js';
import { measuredOperation } from './measured-operation.js';
import { itemsIn, representationCount } from './representation-count.js';
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

type Size = readonly [what: string, size: number, max: number];

const firstPassed = (sizes: readonly Size[]): Size | undefined => sizes.find(([, size, max]) => size > max);

/** What the document alone decides. */
function measured(sized: SizedOperation, limits: OperationLimits) {
  const fields = rootFields(sized);
  const rootCount = fields.filter(({ name }) => name.value !== '_entities').length;
  const { depth, aliases } = measuredOperation(sized);
  const { directives, nameLength, names } = mostAtOnePlace(sized.document);
  const passed = firstPassed([
    ['root fields', rootCount, limits.maxRootFields],
    ['levels', depth, limits.maxDepth],
    ['aliases', aliases, limits.maxAliases],
    ['directives at one place', directives, limits.maxDirectives],
    ['characters of a name', nameLength, maxNameLength],
    ['lines', linesOf(sized.document), limits.maxTokens],
  ]);
  return { limits, passed, fields, names };
}

/** As long as Apollo keeps the document. */
const known = new WeakMap<OperationDefinitionNode, ReturnType<typeof measured>>();

function measuredOnce(sized: SizedOperation, limits: OperationLimits): ReturnType<typeof measured> {
  const remembered = known.get(sized.operation);
  if (remembered?.limits === limits) return remembered;
  const measures = measured(sized, limits);
  known.set(sized.operation, measures);
  return measures;
}

/** @throws {OperationTooLargeError} with the limit that is passed */
export function checkLimits(sized: SizedOperation, limits: OperationLimits): void {
  const { passed: passedByDocument, fields, names } = measuredOnce(sized, limits);
  const mostNames = Math.max(0, ...names.map((value) => itemsIn(value, sized)));
  const passed =
    passedByDocument ??
    firstPassed([
      ['names of field properties at one place', mostNames, maxNames],
      ['representations', representationCount(fields, sized), limits.maxRepresentations],
    ]);
  if (!passed) return;
  const [what, size, max] = passed;
  throw new OperationTooLargeError(`At most ${max} ${what} are accepted in one operation, not ${size}.`);
}
