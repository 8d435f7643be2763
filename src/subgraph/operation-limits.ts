/**
 * What an operation may ask for at most, decided from the document and its variables before anything is executed.
 * Fragments count where they are used. `_entities` is exempt from aliases and root fields, because routers alias it.
 */
import { visit, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import type { OperationLimits } from '../config/gateway-config.js';
import { OperationTooLargeError } from '../errors/gateway-error.js';
import { measuredOperation } from './measured-operation.js';
import { representationCount } from './representation-count.js';
import { rootFields } from './root-fields.js';
import type { SizedOperation } from './sized-operation.js';

function mostDirectives(document: DocumentNode): number {
  let most = 0;
  visit(document, {
    enter: (node) => {
      if ('directives' in node) most = Math.max(most, node.directives?.length ?? 0);
    },
  });
  return most;
}

function measured(sized: SizedOperation) {
  const fields = rootFields(sized);
  const rootCount = fields.filter(({ name }) => name.value !== '_entities').length;
  return { fields, rootCount, ...measuredOperation(sized), directives: mostDirectives(sized.document) };
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
  const { fields, rootCount, depth, aliases, directives } = measuredOnce(sized);
  const sizes: readonly (readonly [what: string, size: number, max: number])[] = [
    ['root fields', rootCount, limits.maxRootFields],
    ['levels', depth, limits.maxDepth],
    ['aliases', aliases, limits.maxAliases],
    ['directives at one place', directives, limits.maxDirectives],
    ['representations', representationCount(fields, sized), limits.maxRepresentations],
  ];
  for (const [what, size, max] of sizes) {
    if (size > max)
      throw new OperationTooLargeError(`At most ${max} ${what} are accepted in one operation, not ${size}.`);
  }
}
