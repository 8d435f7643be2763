/**
 * From a GraphQL selection to the properties that it needs: the selected fields, looked up in the entity's field table.
 * Paths go one level into an embedded entity and no deeper; what lies below is asked for by its bare name.
 */
import { getNamedType, isObjectType, type FieldNode, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';
import type { Embeddable } from '../entities/field-table.js';
import { joinParts, type Part, type Projection } from '../superoffice/projection.js';
import { projectionCache } from './projection-cache.js';
import { selectedFields, type SelectionScope } from './selected-fields.js';

function objectType({ schema }: SelectionScope, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type of this schema`);
  return type;
}

/** The entries of the field table that the selection reaches, each with the nodes that select it. */
function selectedEntries(scope: SelectionScope, { name, fields }: Embeddable<never>, nodes: readonly FieldNode[]) {
  return [...selectedFields(scope, objectType(scope, name), nodes)].flatMap(([field, fieldNodes]) => {
    const entry = fields[field]; // none for __typename
    return entry ? [{ entry, nodes: fieldNodes }] : [];
  });
}

const everything = new WeakMap<Embeddable<never>, ReadonlySet<string>>();

/** Every property that some field of the entity needs. */
function allProperties(entity: Embeddable<never>): ReadonlySet<string> {
  const known = everything.get(entity) ?? new Set(Object.values(entity.fields).flatMap(({ needs }) => needs));
  everything.set(entity, known);
  return known;
}

const ownId = ({ identity }: Embeddable<never>): readonly string[] => (identity === null ? [] : [identity]);

/** The part of an embedded carrier: its identity and what is selected; its bare name when that is all of it, or nothing. */
function partOf(scope: SelectionScope, entity: Embeddable<never>, nodes: readonly FieldNode[]): Part {
  const properties = new Set<string>(ownId(entity));
  for (const { entry } of selectedEntries(scope, entity, nodes)) entry.needs.forEach((name) => properties.add(name));
  return properties.size > 0 && properties.size < allProperties(entity).size ? properties : 'whole';
}

function computeProjection(scope: SelectionScope, entity: Embeddable<never>, nodes: readonly FieldNode[]): Projection {
  const projection = new Map<string, Part>(ownId(entity).map((name) => [name, 'whole']));
  for (const selected of selectedEntries(scope, entity, nodes)) {
    const { entry } = selected;
    const part = entry.kind === 'embedded' ? partOf(scope, entry.entity(), selected.nodes) : 'whole';
    for (const name of entry.needs) projection.set(name, joinParts(projection.get(name), part));
  }
  return projection;
}

const nothing: Projection = new Map();

const cachedProjection = projectionCache(computeProjection);

/** The same for nodes that are found by oneself. */
export function projectionOf(
  entity: Embeddable<never>,
  nodes: readonly FieldNode[],
  info: GraphQLResolveInfo,
): Projection {
  return cachedProjection(info, entity, nodes);
}

/**
 * The projection for one field that returns the entity; the same object again for the same document and conditions.
 * @param entity what the field returns; in a reference resolver `info.returnType` would not say it
 */
export function projectionFor(entity: Embeddable<never>, info: GraphQLResolveInfo): Projection {
  return cachedProjection(info, entity, info.fieldNodes);
}

/** A field that leads from one entity to another one. */
export interface Link {
  readonly from: Embeddable<never>;
  readonly field: string;
  readonly to: Embeddable<never>;
}

/** @returns the projection for the entity that a link leads to, from the one that is resolved; empty when the link is not selected */
export function linkedProjection({ from, field, to }: Link): (info: GraphQLResolveInfo) => Projection {
  const cached = projectionCache((scope, _from, nodes) => {
    const below = selectedFields(scope, objectType(scope, from.name), nodes).get(field);
    return below ? cachedProjection(scope, to, below) : nothing;
  });
  return (info) => cached(info, from, info.fieldNodes);
}

/** Whether the field that is resolved selects anything of the entity that another call brings. */
export function selectsLinks(entity: Embeddable<never>, info: GraphQLResolveInfo): boolean {
  return selectedEntries(info, entity, info.fieldNodes).some(({ entry }) => entry.kind === 'link');
}

/** The nodes of a field below the one that is resolved, e.g. `session` of a payload; none when it is not selected. */
function nodesBelow(field: string, info: GraphQLResolveInfo): readonly FieldNode[] {
  const type = getNamedType(info.returnType);
  return isObjectType(type) ? (selectedFields(info, type, info.fieldNodes).get(field) ?? []) : [];
}

export const isSelected = (field: string, info: GraphQLResolveInfo): boolean => nodesBelow(field, info).length > 0;

/** The projection for a field below the one that is resolved; its identity alone when the field is not selected. */
export function projectionBelow(entity: Embeddable<never>, field: string, info: GraphQLResolveInfo): Projection {
  return cachedProjection(info, entity, nodesBelow(field, info));
}
