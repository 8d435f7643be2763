/**
 * From a GraphQL selection to the properties that it needs: the selected fields, looked up in the entity's field table.
 * Paths go one level into an embedded entity and no deeper; what lies below is asked for by its bare name.
 */
import { isObjectType, type FieldNode, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';
import type { Entity } from '../entities/field-table.js';
import { joinParts, type Part, type Projection } from '../superoffice/projection.js';
import { projectionCache } from './projection-cache.js';
import { selectedFields, type SelectionScope } from './selected-fields.js';

function objectType({ schema }: SelectionScope, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type of this schema`);
  return type;
}

/** The entries of the field table that the selection reaches, each with the nodes that select it. */
function selectedEntries(scope: SelectionScope, { name, fields }: Entity<never>, nodes: readonly FieldNode[]) {
  return [...selectedFields(scope, objectType(scope, name), nodes)].flatMap(([field, fieldNodes]) => {
    const entry = fields[field]; // none for __typename
    return entry ? [{ entry, nodes: fieldNodes }] : [];
  });
}

const everything = new WeakMap<Entity<never>, ReadonlySet<string>>();

/** Every property that some field of the entity needs. */
function allProperties(entity: Entity<never>): ReadonlySet<string> {
  const known = everything.get(entity) ?? new Set(Object.values(entity.fields).flatMap(({ needs }) => needs));
  everything.set(entity, known);
  return known;
}

/** The part of an embedded entity: its identity and what is selected, or its bare name when that is all there is. */
function partOf(scope: SelectionScope, entity: Entity<never>, nodes: readonly FieldNode[]): Part {
  const properties = new Set<string>([entity.identity]);
  for (const { entry } of selectedEntries(scope, entity, nodes)) entry.needs.forEach((name) => properties.add(name));
  return properties.size < allProperties(entity).size ? properties : 'whole';
}

function computeProjection(scope: SelectionScope, entity: Entity<never>, nodes: readonly FieldNode[]): Projection {
  const projection = new Map<string, Part>([[entity.identity, 'whole']]);
  for (const selected of selectedEntries(scope, entity, nodes)) {
    const { entry } = selected;
    const part = entry.kind === 'embedded' ? partOf(scope, entry.entity(), selected.nodes) : 'whole';
    for (const name of entry.needs) projection.set(name, joinParts(projection.get(name), part));
  }
  return projection;
}

const cachedProjection = projectionCache(computeProjection);

/**
 * The projection for one field that returns the entity; the same object again for the same document and conditions.
 * @param entity what the field returns; in a reference resolver `info.returnType` would not say it
 */
export function projectionFor(entity: Entity<never>, info: GraphQLResolveInfo): Projection {
  return cachedProjection(info, entity, info.fieldNodes);
}
