/**
 * Computes the properties that a field's selection needs: the fields of the executed plan are looked up in the entity's field table.
 * Paths go one level into an embedded entity; anything deeper is selected by its bare name.
 */
import { isObjectType, type GraphQLObjectType, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql';
import type { Embeddable, FieldEntry } from '../entities/field-table.js';
import { joinParts, joinProjections, type Part, type Projection } from '../superoffice/projection.js';
import type { FieldPlan, SelectionPlan } from './selection-plan.js';
import type { TypePlan } from './type-plan.js';

/** What this gateway's executor passes to resolvers in addition to what graphql-js passes. */
export interface PlannedInfo extends GraphQLResolveInfo {
  readonly plan: FieldPlan;
  /** The root selection of the operation. */
  readonly rootSelection: SelectionPlan;
}

function planned(info: GraphQLResolveInfo): PlannedInfo {
  if ('plan' in info && 'rootSelection' in info) return info as PlannedInfo; // from src/execution
  throw new TypeError('These resolvers need the executor of src/execution.');
}

function selectionOf(plan: TypePlan, type: GraphQLObjectType): SelectionPlan | null {
  switch (plan.kind) {
    case 'leaf':
      return null;
    case 'list':
      return selectionOf(plan.item, type);
    case 'object':
      return plan.selection();
    case 'abstract':
      return plan.selectionOf(type);
  }
}

/** What the fields select of an entity; several fields are aliases of one field. */
function selectionsIn(fields: readonly FieldPlan[], { name }: Embeddable<never>, info: GraphQLResolveInfo) {
  const type = info.schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is not an object type of this schema`);
  return fields.flatMap(({ type: plan }) => selectionOf(plan, type) ?? []);
}

const fieldsNamed = (selections: readonly SelectionPlan[], name: string): readonly FieldPlan[] =>
  selections.flatMap(({ fields }) => fields.filter(({ definition }) => definition.name === name));

interface SelectedEntry {
  readonly entry: FieldEntry<never>;
  readonly plans: readonly FieldPlan[];
}

/** The selected entries of the field table, with all aliases of each. */
function selectedEntries(
  selections: readonly SelectionPlan[],
  { fields }: Embeddable<never>,
): readonly SelectedEntry[] {
  const byName = new Map<string, FieldPlan[]>();
  for (const selection of selections)
    for (const plan of selection.fields) {
      const plans = byName.get(plan.definition.name);
      if (plans) plans.push(plan);
      else byName.set(plan.definition.name, [plan]);
    }
  return [...byName].flatMap(([name, plans]) => {
    const entry = fields[name]; // none for __typename
    return entry ? [{ entry, plans }] : [];
  });
}

const propertiesByEntity = new WeakMap<Embeddable<never>, ReadonlySet<string>>();

/** Every property that some field of the entity needs. */
function allProperties(entity: Embeddable<never>): ReadonlySet<string> {
  const properties =
    propertiesByEntity.get(entity) ?? new Set(Object.values(entity.fields).flatMap(({ needs }) => needs));
  propertiesByEntity.set(entity, properties);
  return properties;
}

const ownId = ({ identity }: Embeddable<never>): readonly string[] => (identity === null ? [] : [identity]);

/** The part of an embedded carrier: its identity and its selected properties; `whole` when these are all properties, or none. */
function partOf(selections: readonly SelectionPlan[], entity: Embeddable<never>): Part {
  const properties = new Set<string>(ownId(entity));
  for (const { entry } of selectedEntries(selections, entity)) entry.needs.forEach((name) => properties.add(name));
  return properties.size > 0 && properties.size < allProperties(entity).size ? properties : 'whole';
}

function newProjection(
  selections: readonly SelectionPlan[],
  entity: Embeddable<never>,
  info: GraphQLResolveInfo,
): Projection {
  const projection = new Map<string, Part>(ownId(entity).map((name) => [name, 'whole']));
  for (const { entry, plans } of selectedEntries(selections, entity)) {
    const child = entry.kind === 'embedded' ? entry.entity() : null;
    const ownPart = entry.kind === 'link' ? (entry.part ?? 'whole') : 'whole';
    const part = child === null ? ownPart : partOf(selectionsIn(plans, child, info), child);
    for (const name of entry.needs) projection.set(name, joinParts(projection.get(name), part));
  }
  return projection;
}

/** By the plan of a field or an operation, and a key. The same document and conditions give the same projection object. */
const projectionsByPlan = new WeakMap<FieldPlan | SelectionPlan, Map<unknown, Projection>>();

function cachedProjection(plan: FieldPlan | SelectionPlan, key: unknown, create: () => Projection): Projection {
  const projections = projectionsByPlan.get(plan) ?? new Map<unknown, Projection>();
  const projection = projections.get(key) ?? create();
  if (projections.size === 0) projectionsByPlan.set(plan, projections);
  projections.set(key, projection);
  return projection;
}

/** The projection for what the fields return; they are aliases of one field. */
const projectionOf = (fields: readonly FieldPlan[], entity: Embeddable<never>, info: GraphQLResolveInfo): Projection =>
  newProjection(selectionsIn(fields, entity, info), entity, info);

/**
 * The projection for the resolved field.
 * @param entity what the field returns; in a reference resolver, `info.returnType` is another type
 */
export function projectionFor(entity: Embeddable<never>, info: GraphQLResolveInfo): Projection {
  const { plan } = planned(info);
  return cachedProjection(plan, entity, () => projectionOf([plan], entity, info));
}

/** A field that links one entity to another one. */
export interface Link {
  readonly from: Embeddable<never>;
  readonly field: string;
  readonly to: Embeddable<never>;
}

const emptyProjection: Projection = new Map();

/** @returns the projection for the entity that the resolved entity's link leads to; empty when the link is not selected */
export function linkedProjection(link: Link, info: GraphQLResolveInfo): Projection {
  const { from, field, to } = link;
  const { plan } = planned(info);
  return cachedProjection(plan, link, () => {
    const links = fieldsNamed(selectionsIn([plan], from, info), field);
    return links.length === 0 ? emptyProjection : projectionOf(links, to, info);
  });
}

/** The fields with this name below the resolved field, e.g. `session` of a payload. */
function fieldsBelow(name: string, info: GraphQLResolveInfo): readonly FieldPlan[] {
  const { type } = planned(info).plan;
  return type.kind === 'object' ? fieldsNamed([type.selection()], name) : [];
}

export const isSelected = (field: string, info: GraphQLResolveInfo): boolean => fieldsBelow(field, info).length > 0;

/** Names of the fields that are selected of an entity in a field below the resolved field. */
export function namesBelow(entity: Embeddable<never>, field: string, info: GraphQLResolveInfo): ReadonlySet<string> {
  const selections = selectionsIn(fieldsBelow(field, info), entity, info);
  return new Set(selections.flatMap(({ fields }) => fields.map(({ definition }) => definition.name)));
}

/** The projection for a field below the resolved field; only the identity when the field is not selected. */
export function projectionBelow(entity: Embeddable<never>, field: string, info: GraphQLResolveInfo): Projection {
  return cachedProjection(planned(info).plan, field, () => projectionOf(fieldsBelow(field, info), entity, info));
}

/** What the fields return, alone or in lists. */
function objectSelection(type: TypePlan): readonly SelectionPlan[] {
  if (type.kind === 'list') return objectSelection(type.item);
  return type.kind === 'object' ? [type.selection()] : [];
}

/** Where a field leads to, e.g. `['edges', 'node']` below a connection. */
type Path = readonly string[];

const fieldsAt = (path: Path, plan: FieldPlan): readonly FieldPlan[] =>
  path.reduce<readonly FieldPlan[]>(
    (fields, name) =>
      fieldsNamed(
        fields.flatMap(({ type }) => objectSelection(type)),
        name,
      ),
    [plan],
  );

/** Whether a field is selected, e.g. `['edges', 'cursor']` below a connection. */
export const isSelectedAt = (path: Path, info: GraphQLResolveInfo): boolean =>
  fieldsAt(path, planned(info).plan).length > 0;

/** The projection for what all these paths lead to; only the identity when none is selected. */
export function projectionAt(entity: Embeddable<never>, paths: readonly Path[], info: GraphQLResolveInfo): Projection {
  const { plan } = planned(info);
  return cachedProjection(plan, paths, () =>
    projectionOf(
      paths.flatMap((path) => fieldsAt(path, plan)),
      entity,
      info,
    ),
  );
}

/** The same for a link of what the paths lead to; empty when it is not selected. */
export function linkedProjectionAt(
  { from, field, to }: Link,
  paths: readonly Path[],
  info: GraphQLResolveInfo,
): Projection {
  const { plan } = planned(info);
  const fields = paths.flatMap((path) => fieldsAt(path, plan));
  const links = fieldsNamed(selectionsIn(fields, from, info), field);
  return links.length === 0 ? emptyProjection : projectionOf(links, to, info);
}

/** The selections of each type that a value may have. */
function selectionsBelow(
  plan: TypePlan,
  schema: GraphQLSchema,
): readonly (readonly [GraphQLObjectType, SelectionPlan])[] {
  switch (plan.kind) {
    case 'leaf':
      return [];
    case 'list':
      return selectionsBelow(plan.item, schema);
    case 'object':
      return [[plan.type, plan.selection()]];
    case 'abstract':
      return schema.getPossibleTypes(plan.type).map((type) => [type, plan.selectionOf(type)]);
  }
}

/** The object type that a field returns, alone or as a list; null: a leaf, or one of several types. */
function returnedType(plan: TypePlan): string | null {
  if (plan.kind === 'list') return returnedType(plan.item);
  return plan.kind === 'object' ? plan.type.name : null;
}

/**
 * What an operation selects of an entity in all its fields. A list that is fetched first can include it, so that later loads cost no call.
 * @returns the union over all fields; empty when there is none
 */
export function projectionEverywhere(entity: Embeddable<never>, info: GraphQLResolveInfo): Projection {
  const { rootSelection, schema } = planned(info);
  const search = ({ fields }: SelectionPlan): readonly Projection[] =>
    fields.flatMap((field) => {
      if (field.isIntrospection) return [];
      const below = selectionsBelow(field.type, schema);
      const own = returnedType(field.type) === entity.name ? [projectionOf([field], entity, info)] : [];
      return [...own, ...below.flatMap(([, selection]) => search(selection))];
    });
  return cachedProjection(rootSelection, entity, () => search(rootSelection).reduce(joinProjections, emptyProjection));
}
