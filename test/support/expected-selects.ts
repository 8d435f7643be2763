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
  parse,
} from 'graphql';
import type { GraphQLFieldResolver, GraphQLOutputType, GraphQLResolveInfo } from 'graphql';
import { chatSessionEntity } from '../../src/entities/chat-session.js';
import { selectWriter } from '../../src/superoffice/select-text.js';
import type { Part } from '../../src/superoffice/projection.js';
import { typeDefs } from '../../src/subgraph/type-defs.js';

const schema = buildASTSchema(concatAST(typeDefs({ exposeSessionKey: false })), { assumeValidSDL: true });

/** Where a resolved field lies: the ids it was asked for, and the names from the session down to it. */
interface Place {
  readonly ids: readonly string[];
  readonly names: readonly string[];
}

function filled(type: GraphQLOutputType, place: Place): unknown {
  if (isNonNullType(type)) return filled(type.ofType as GraphQLOutputType, place) ?? 'a leaf';
  if (isLeafType(getNamedType(type))) return isListType(type) ? [] : null;
  if (isListType(type)) return [filled(type.ofType as GraphQLOutputType, place)];
  return place;
}

function neededBy(names: readonly string[]): readonly (readonly [property: string, part: Part])[] {
  const [field = '', childField] = names;
  const entry = chatSessionEntity.fields[field];
  if (!entry || names.length > 2) return [];
  if (entry.kind === 'plain') return names.length === 1 ? entry.needs.map((need) => [need, 'whole']) : [];
  const child = entry.entity();
  const needs = childField === undefined ? [] : (child.fields[childField]?.needs ?? []);
  return [[entry.needs[0], new Set([child.identity, ...needs])]];
}

/** @returns id → the value of $select that the document needs for it */
export async function expectedSelects(document: string, variableValues: object): Promise<ReadonlyMap<string, string>> {
  const wanted = new Map<string, Map<string, Set<string>>>();
  const record = ({ ids, names }: Place): void => {
    for (const id of ids) {
      const properties = wanted.get(id) ?? new Map([['ChatSessionId', new Set<string>()]]);
      wanted.set(id, properties);
      for (const [property, part] of neededBy(names)) {
        const children = properties.get(property) ?? new Set();
        properties.set(property, new Set([...children, ...(part === 'whole' ? [] : part)]));
      }
    }
  };
  const fieldResolver: GraphQLFieldResolver<Place | undefined, unknown, { id?: string; ids?: string[] }, unknown> = (
    parent,
    { id, ids },
    _context,
    { fieldName, returnType }: GraphQLResolveInfo,
  ) => {
    const place = parent ? { ...parent, names: [...parent.names, fieldName] } : { ids: ids ?? [id ?? ''], names: [] };
    record(place);
    return filled(returnType, place);
  };
  const { errors } = await execute({
    schema,
    document: parse(document),
    variableValues: { ...variableValues },
    fieldResolver,
  });
  if (errors) throw errors[0] ?? new Error('no answer');
  return new Map([...wanted].map(([id, properties]) => [id, written(properties)]));
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
