/** The request that relay-compiler would create from a query of these tests: no fragments, no variables. */
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  parse,
  valueFromASTUntyped,
} from 'graphql';
import { printApiSdl } from '../../dist/subgraph/print-sdl.js';

const schema = buildSchema(printApiSdl({ exposeSessionKey: false, mutations: true, admin: true, subscriptions: true }));

function relayArguments(nodes) {
  if (nodes.length === 0) return null;
  return nodes.map(({ name, value }) => ({ kind: 'Literal', name: name.value, value: valueFromASTUntyped(value) }));
}

function relaySelections(type, { selections }) {
  return selections.map(({ alias, name, arguments: nodes, selectionSet }) => {
    const field = type.getFields()[name.value];
    const common = { alias: alias?.value ?? null, name: name.value, args: relayArguments(nodes), storageKey: null };
    const named = getNamedType(field.type);
    if (!isObjectType(named)) return { kind: 'ScalarField', ...common };
    const plural = isListType(getNullableType(field.type));
    return {
      kind: 'LinkedField',
      ...common,
      concreteType: named.name,
      plural,
      selections: relaySelections(named, selectionSet),
    };
  });
}

export function relayRequest(text) {
  const [operation] = parse(text).definitions;
  const name = operation.name.value;
  const rootType = schema.getRootType(operation.operation);
  const selections = relaySelections(rootType, operation.selectionSet);
  const common = { name, argumentDefinitions: [], selections };
  return {
    kind: 'Request',
    fragment: { kind: 'Fragment', type: rootType.name, metadata: null, abstractKey: null, ...common },
    operation: { kind: 'Operation', ...common },
    params: { id: null, cacheID: text, metadata: {}, name, operationKind: operation.operation, text },
  };
}
