/** The position of a value in the response: its plan, and its path, which is created on first use because it is rarely needed. */
import type { ResponsePath } from 'graphql';
import type { Execution } from './execution.js';
import type { PlannedInfo } from '../plan/projections.js';
import type { FieldPlan } from '../plan/selection-plan.js';
import type { TypePlan } from '../plan/type-plan.js';

export interface Position {
  readonly execution: Execution;
  readonly type: TypePlan;
  /** The field at this position, or the field whose list contains it. */
  readonly field: FieldPosition;
  /** Returns the same object each time. */
  readonly path: ResponsePath;
}

/** The position of a field; also the `info` of its resolver. */
export class FieldPosition implements Position, PlannedInfo {
  readonly execution: Execution;
  readonly plan: FieldPlan;
  readonly #parentPath: ResponsePath | undefined;
  #path: ResponsePath | undefined;

  constructor(execution: Execution, plan: FieldPlan, parentPath: ResponsePath | undefined) {
    this.execution = execution;
    this.plan = plan;
    this.#parentPath = parentPath;
  }

  get path(): ResponsePath {
    const { responseKey: key, parentType } = this.plan;
    return (this.#path ??= { prev: this.#parentPath, key, typename: parentType.name });
  }

  get type() {
    return this.plan.type;
  }
  get field() {
    return this;
  }

  get fieldName() {
    return this.plan.definition.name;
  }
  get fieldNodes() {
    return this.plan.nodes;
  }
  get returnType() {
    return this.plan.definition.type;
  }
  get parentType() {
    return this.plan.parentType;
  }
  get schema() {
    const { operation, introspectedSchema } = this.execution;
    return this.plan.isIntrospection ? introspectedSchema() : operation.schema;
  }
  get fragments() {
    return this.execution.operation.fragments;
  }
  get operation() {
    return this.execution.operation.node;
  }
  get variableValues() {
    return this.execution.variableValues;
  }
  get rootSelection() {
    return this.execution.selection;
  }
  get rootValue() {
    return undefined;
  }
}

/** The position of an item of a list. */
export class ItemPosition implements Position {
  readonly #list: Position;
  readonly type: TypePlan;
  readonly #index: number;
  #path: ResponsePath | undefined;

  constructor(list: Position, type: TypePlan, index: number) {
    this.#list = list;
    this.type = type;
    this.#index = index;
  }

  get path(): ResponsePath {
    return (this.#path ??= { prev: this.#list.path, key: this.#index, typename: undefined });
  }

  get execution() {
    return this.#list.execution;
  }
  get field() {
    return this.#list.field;
  }
}
