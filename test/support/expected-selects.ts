/**
 * What $select must be, worked out another way than the gateway does: graphql-js itself executes the document over empty
 * objects, and every field that it resolves is looked up in the field tables.
 */
import {
  buildASTSchema,
  concatAST,
  execute,
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
} from 'graphql';
import type { GraphQLFieldResolver, GraphQLOutputType, GraphQLResolveInfo } from 'graphql';
import { chatSessionEntity } from '../../src/entities/chat-session.js';
import type { Embeddable } from '../../src/entities/field-table.js';
import { messageEntity } from '../../src/entities/message.js';
import { presenceEntity } from '../../src/entities/presence.js';
import { topicAgentEntity } from '../../src/entities/topic-agent.js';
import { topicEntity } from '../../src/entities/topic.js';
import { transferTargetEntity } from '../../src/entities/transfer-target.js';
import { typeDefs } from '../../src/subgraph/type-defs.js';
import { selectWriter } from '../../src/superoffice/select-text.js';
import type { Part } from '../../src/superoffice/projection.js';

const schema = buildASTSchema(concatAST(typeDefs({ exposeSessionKey: false, mutations: true })), {
  assumeValidSDL: true,
});

const loaded: readonly Embeddable<never>[] = [
  chatSessionEntity,
  messageEntity,
  presenceEntity,
  topicAgentEntity,
  topicEntity,
  transferTargetEntity,
];

/** Where a resolved field lies: the record that was loaded, by which ids if they are known, and the names from there down. */
interface Place {
  readonly entity: Embeddable<never>;
  readonly ids: readonly string[];
  readonly names: readonly string[];
}

/** Property → the children that are needed of it; none: it is needed whole. */
type Needed = Map<string, Set<string>>;

export interface ExpectedSelects {
  /** Session id → the value of $select that the document needs for it. */
  readonly bySession: ReadonlyMap<string, string>;
  /** GraphQL type → what the document needs of it, wherever it is loaded. */
  readonly byType: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
}

function filled(type: GraphQLOutputType, place: Place): unknown {
  if (isNonNullType(type)) return filled(type.ofType as GraphQLOutputType, place) ?? 'a leaf';
  if (isLeafType(getNamedType(type))) return isListType(type) ? [] : null;
  if (isListType(type)) return [filled(type.ofType as GraphQLOutputType, place)];
  return place;
}

function neededBy({ entity, names }: Place): readonly (readonly [property: string, children: readonly string[]])[] {
  const [field = '', childField] = names;
  const entry = entity.fields[field];
  if (!entry || names.length > 2) return [];
  if (entry.kind !== 'embedded') return names.length === 1 ? entry.needs.map((need) => [need, []]) : [];
  const { identity, fields } = entry.entity();
  const needs = childField === undefined ? [] : (fields[childField]?.needs ?? []);
  return [[entry.needs[0], [...(identity === null ? [] : [identity]), ...needs]]];
}

/** What was loaded anew for this field, by its root field or its link; null: it lies in what was loaded above. */
function loadedFor(parent: Place | undefined, info: GraphQLResolveInfo, ids: readonly string[]): Place | null {
  const type = getNamedType(info.returnType);
  if (parent && (parent.names.length > 0 || parent.entity.fields[info.fieldName]?.kind !== 'link')) return null;
  const entity = isObjectType(type) ? loaded.find(({ name }) => name === type.name) : undefined;
  return entity ? { entity, ids, names: [] } : null;
}

class Needs {
  readonly bySession = new Map<string, Needed>();
  readonly byType = new Map<string, Needed>();

  note(place: Place): void {
    const { entity, ids } = place;
    this.#add(this.byType, entity.name, place);
    if (entity === chatSessionEntity) for (const id of ids) this.#add(this.bySession, id, place);
  }

  #add(to: Map<string, Needed>, key: string, place: Place): void {
    const { identity } = place.entity;
    const needed = to.get(key) ?? new Map(identity === null ? [] : [[identity, new Set<string>()]]);
    to.set(key, needed);
    for (const [property, children] of neededBy(place))
      needed.set(property, new Set([...(needed.get(property) ?? []), ...children]));
  }
}

/** Of a transfer target: found among the agents of the caller's topics. */
const userFields = new Set(['associateId', 'userName']);

function noteUsers(needs: Needs): void {
  needs.note({ entity: topicEntity, ids: [], names: [] });
  for (const name of ['id', 'ejUserId', 'fullName', 'name', 'userName'])
    needs.note({ entity: topicAgentEntity, ids: [], names: ['user', name] });
}

/** @returns what the document needs */
export async function expectedSelects(document: string, variableValues: object): Promise<ExpectedSelects> {
  const needs = new Needs();
  const fieldResolver: GraphQLFieldResolver<Place | undefined, unknown, { id?: string; ids?: string[] }, unknown> = (
    parent,
    args,
    _context,
    info,
  ) => {
    const ids = parent ? [] : (args.ids ?? (args.id === undefined ? [] : [args.id]));
    if (parent) needs.note({ ...parent, names: [...parent.names, info.fieldName] });
    if (info.parentType.name === transferTargetEntity.name && userFields.has(info.fieldName)) noteUsers(needs);
    const anew = loadedFor(parent, info, ids);
    if (anew) needs.note(anew);
    const place = anew ?? (parent && { ...parent, names: [...parent.names, info.fieldName] });
    return place ? filled(info.returnType, place) : null;
  };
  const { errors } = await execute({
    schema,
    document: parse(document),
    variableValues: { ...variableValues },
    fieldResolver,
  });
  if (errors) throw errors[0] ?? new Error('no answer');
  const bySession = [...needs.bySession].map(([id, needed]): [string, string] => [id, written(needed)]);
  return { bySession: new Map(bySession), byType: needs.byType };
}

const write = selectWriter(1800);

function written(properties: ReadonlyMap<string, ReadonlySet<string>>): string {
  return write(new Map([...properties].map(([name, children]): [string, Part] => [name, partOf(name, children)])));
}

/** The bare name for what has no parts, and for an embedded entity of which everything is wanted. */
function partOf(property: string, children: ReadonlySet<string>): Part {
  const entry = Object.values(chatSessionEntity.fields).find(({ needs }) => needs.some((need) => need === property));
  if (entry?.kind !== 'embedded') return 'whole';
  const all = new Set(Object.values(entry.entity().fields).flatMap(({ needs }) => needs));
  return children.size < all.size ? children : 'whole';
}
