/**
 * What an operation selects of an entity, wherever that is. A list that is fetched first can bring it along, so that what follows
 * costs no call.
 */
import { getNamedType, isAbstractType, isObjectType, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';
import type { Embeddable } from '../entities/field-table.js';
import { joinProjections, type Projection } from '../superoffice/projection.js';
import { projectionOf } from './projection-for.js';
import { selectedFields, type SelectingNode } from './selected-fields.js';

/** @returns the union over all places; empty when there is none */
export function projectionEverywhere(entity: Embeddable<never>, info: GraphQLResolveInfo): Projection {
  let joined: Projection = new Map();

  function search(type: GraphQLObjectType, nodes: readonly SelectingNode[]): void {
    for (const [name, fieldNodes] of selectedFields(info, type, nodes)) {
      const fieldType = getNamedType(type.getFields()[name]?.type);
      if (isAbstractType(fieldType)) info.schema.getPossibleTypes(fieldType).forEach((one) => search(one, fieldNodes));
      if (!isObjectType(fieldType)) continue;
      if (fieldType.name === entity.name) joined = joinProjections(joined, projectionOf(entity, fieldNodes, info));
      search(fieldType, fieldNodes);
    }
  }
  search(info.parentType, [info.operation]);
  return joined;
}
