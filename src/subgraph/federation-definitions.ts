/**
 * What a subgraph has in addition to its own SDL: the directives that it imports, and the two fields that routers query.
 * https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/subgraph-spec
 */
import { concatAST, Kind, parse, type DocumentNode, type NamedTypeNode } from 'graphql';

const definitions = parse(`
  scalar link__Import
  scalar federation__FieldSet
  scalar _Any

  enum link__Purpose {
    """\`SECURITY\` features provide metadata necessary to securely resolve fields."""
    SECURITY
    """\`EXECUTION\` features provide metadata necessary for operation execution."""
    EXECUTION
  }

  directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA

  directive @key(fields: federation__FieldSet!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE

  directive @shareable repeatable on OBJECT | FIELD_DEFINITION

  directive @tag(name: String!) repeatable on
    | FIELD_DEFINITION
    | OBJECT
    | INTERFACE
    | UNION
    | ARGUMENT_DEFINITION
    | SCALAR
    | ENUM
    | ENUM_VALUE
    | INPUT_OBJECT
    | INPUT_FIELD_DEFINITION
    | SCHEMA

  directive @inaccessible on
    | FIELD_DEFINITION
    | OBJECT
    | INTERFACE
    | UNION
    | ARGUMENT_DEFINITION
    | SCALAR
    | ENUM
    | ENUM_VALUE
    | INPUT_OBJECT
    | INPUT_FIELD_DEFINITION

  directive @listSize(
    assumedSize: Int
    slicingArguments: [String!]
    sizedFields: [String!]
    requireOneSlicingArgument: Boolean = true
  ) on FIELD_DEFINITION

  type _Service {
    sdl: String
  }

  extend type Query {
    _entities(representations: [_Any!]!): [_Entity]!
    _service: _Service!
  }
`);

/** All types with a key, including those that this subgraph does not resolve. */
function entitiesOf({ definitions: own }: DocumentNode): readonly NamedTypeNode[] {
  return own.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.directives?.some(({ name }) => name.value === 'key')
      ? [{ kind: Kind.NAMED_TYPE, name: definition.name }]
      : [],
  );
}

/** @returns the document with all definitions of a complete subgraph schema */
export function withFederation(document: DocumentNode): DocumentNode {
  const entity = {
    kind: Kind.UNION_TYPE_DEFINITION,
    name: { kind: Kind.NAME, value: '_Entity' },
    types: entitiesOf(document),
  } as const;
  return concatAST([document, definitions, { kind: Kind.DOCUMENT, definitions: [entity] }]);
}
