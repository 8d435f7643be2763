/** How the value of a field is completed, computed once for each document instead of for each value. */
import {
  defaultTypeResolver,
  getNamedType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLTypeResolver,
} from 'graphql';
import type { SelectionPlan } from './selection-plan.js';

/** The selection of an object of this type. */
type SelectionOf = (type: GraphQLObjectType) => SelectionPlan;

type Completion =
  | { readonly kind: 'leaf'; serialize(value: unknown): unknown }
  | { readonly kind: 'list'; readonly item: TypePlan }
  | { readonly kind: 'object'; readonly type: GraphQLObjectType; selection(): SelectionPlan }
  | {
      readonly kind: 'abstract';
      readonly type: GraphQLAbstractType;
      readonly resolveType: GraphQLTypeResolver<unknown, unknown>;
      readonly selectionOf: SelectionOf;
    };

export type TypePlan = Completion & { readonly name: string; readonly isNonNull: boolean };

function completionOf(type: GraphQLOutputType, selectionOf: SelectionOf): Completion {
  if (isNonNullType(type)) return completionOf(type.ofType, selectionOf);
  if (isListType(type)) return { kind: 'list', item: typePlan(type.ofType, selectionOf) };
  if (isLeafType(type)) return { kind: 'leaf', serialize: (value) => type.serialize(value) };
  if (!isAbstractType(type)) return { kind: 'object', type, selection: () => selectionOf(type) };
  return { kind: 'abstract', type, resolveType: type.resolveType ?? defaultTypeResolver, selectionOf };
}

function typePlan(type: GraphQLOutputType, selectionOf: SelectionOf): TypePlan {
  return { ...completionOf(type, selectionOf), name: String(type), isNonNull: isNonNullType(type) };
}

const noSelection: SelectionOf = (type) => {
  throw new Error(`${type.name} has no selection`);
};

const leafPlans = new WeakMap<GraphQLOutputType, TypePlan>();

/** The plan of a leaf type, shared by all documents. Most values are leaves. */
function leafPlan(type: GraphQLOutputType): TypePlan {
  const plan = leafPlans.get(type) ?? typePlan(type, noSelection);
  leafPlans.set(type, plan);
  return plan;
}

/** @param selections creates the selection of the value */
export const planFor = (type: GraphQLOutputType, selections: () => SelectionOf): TypePlan =>
  isLeafType(getNamedType(type)) ? leafPlan(type) : typePlan(type, selections());
