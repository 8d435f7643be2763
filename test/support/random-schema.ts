/**
 * A schema with random outcomes: each field resolves at once or later, to a value, null or a value of a wrong type, or throws. The outcome
 * depends on a seed and on the field's path, so that two executions have the same.
 */
import fc from 'fast-check';
import {
  buildSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type ResponsePath,
} from 'graphql';

const sdl = `
  type Query { node: Node must: Node! nodes: [Node] mustNodes: [Node!]! one: Any some: [Any!] echo(text: String = "none", of: In): String greet(name: String = "all"): String }
  type Mutation { node: Node must: Node! other: Int echo(text: String = "none", of: In): String greet(name: String = "all"): String }
  input In { n: Int = 7 kinds: [Kind!] }
  enum Kind { A B }
  interface Named { name: String child: Node }
  union Any = Node | Leaf
  type Leaf implements Named { name: String child: Node kind: Kind }
  type Node implements Named {
    name: String n: Int mustN: Int! kind: Kind flags: [Kind!] grid: [[Int!]] mustGrid: [[Int!]!]!
    child: Node mustChild: Node! nodes: [Node!] any: Any named: Named! echo(text: String = "none", of: In): String greet(name: String = "all"): String
  }`;

const keysOf = (path: ResponsePath | undefined): string => (path ? `${keysOf(path.prev)}.${path.key}` : '');

/** A number from 0 to below − 1, derived from the text. */
function drawn(text: string, below: number): number {
  let hash = 2_166_136_261;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
  return ((hash ^ (hash >>> 13)) >>> 0) % below;
}

const eventLoopPasses = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** Resolves some event-loop passes later, in an order of its own. */
const later = (position: string, valueFor: () => unknown): Promise<unknown> =>
  eventLoopPasses(1 + drawn(`${position} late`, 40)).then(valueFor);

const sometime = (position: string, valueFor: () => unknown): unknown =>
  drawn(`${position} when`, 2) === 0 ? valueFor() : later(position, valueFor);

function valueAt(position: string, type: GraphQLOutputType): unknown {
  if (isNonNullType(type)) return valueAt(position, type.ofType);
  const outcome = drawn(`${position} luck`, 24);
  if (outcome === 0) return null;
  if (outcome === 1) return new Error(`a value at ${position}`);
  if (outcome === 2) return isLeafType(type) ? {} : 'neither list nor object';
  if (isListType(type)) {
    const items = Array.from({ length: drawn(`${position} length`, 4) }, (_, index) => `${position}.${index}`);
    const valueFor = isNonNullType(type.ofType) ? later : sometime; // graphql-js leaves promises unhandled, when a list fails at once
    return items.map((item) => valueFor(item, () => valueAt(item, type.ofType)));
  }
  if (!isLeafType(type)) return { type: drawn(`${position} type`, 9) };
  if (type.name === 'Int') return 7;
  if (type.name === 'String') return position;
  return drawn(position, 2) === 0 ? 'A' : 'B';
}

export interface SeenField {
  readonly path: string;
  readonly args: unknown;
  readonly info: readonly unknown[];
}

/** What a resolver received, as plain values. */
const seen = (args: unknown, info: GraphQLResolveInfo): SeenField => ({
  path: keysOf(info.path),
  args,
  info: [
    info.fieldName,
    info.fieldNodes.length,
    String(info.returnType),
    info.parentType.name,
    info.path.typename,
    info.schema.getQueryType()?.name,
    info.operation.name?.value,
    Object.keys(info.fragments),
    info.variableValues,
    info.rootValue,
  ],
});

/** `fields` records the resolver calls; each context has its own seed and list. */
export interface AnythingContext {
  readonly seed: number;
  readonly fields: SeenField[];
}

function resolve(
  _source: unknown,
  args: unknown,
  { seed, fields }: AnythingContext,
  info: GraphQLResolveInfo,
): unknown {
  const position = `${seed}${keysOf(info.path)}`;
  fields.push(seen(args, info));
  return sometime(position, () => {
    if (drawn(`${position} fails`, 16) === 0) throw new Error(`thrown at ${keysOf(info.path)}`);
    if (info.fieldName === 'echo' || info.fieldName === 'greet') return JSON.stringify(args);
    return valueAt(position, info.returnType);
  });
}

const runtimeTypes = ['Node', 'Query', undefined, 'Leaf', 'Node', 'Leaf'];

export function anythingSchema(): GraphQLSchema {
  const schema = buildSchema(sdl);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isObjectType(type)) for (const field of Object.values(type.getFields())) field.resolve = resolve;
    if (isAbstractType(type))
      type.resolveType = ({ type: kind }: { type?: number }) => {
        if (kind === 0) throw new Error('no type');
        const name = runtimeTypes[(kind ?? 0) % runtimeTypes.length];
        return kind === 3 || kind === 4 ? Promise.resolve(name) : name;
      };
  }
  return schema;
}

const directives = ['', '', '', '', '@include(if: $yes)', '@skip(if: $yes)', '@include(if: $no)', '@skip(if: $no)'];
const echoes = [
  '',
  '(text: "x")',
  '(text: $text)',
  '(of: { n: $n, kinds: [A, B] })',
  '(of: {})',
  '(of: $of)',
  '(text: null)',
];

/** Selections of a type, as text. No key has two meanings: keys are derived from names and arguments. */
function selectionText(schema: GraphQLSchema, type: GraphQLObjectType, depth: number): fc.Arbitrary<string> {
  const names = Object.values(type.getFields()).filter(({ type: of }) => depth > 0 || isLeafType(getNamedType(of)));
  const one = fc.constantFrom(...names).chain((field) =>
    fc
      .tuple(fc.constantFrom(...directives), fc.nat(echoes.length - 1), fc.boolean(), below(schema, field.type, depth))
      .map(([directive, echo, isInline, children]) => {
        const isEcho = field.name === 'echo';
        const text = `${isEcho ? `e${echo}: ` : ''}${field.name}${isEcho ? echoes[echo] : ''} ${directive} ${children}`;
        return isInline ? `... on ${type.name} { ${text} }` : text;
      }),
  );
  return fc.array(one, { minLength: 1, maxLength: 5 }).map((all) => `__typename ${all.join(' ')}`);
}

function below(schema: GraphQLSchema, type: GraphQLOutputType, depth: number): fc.Arbitrary<string> {
  const named = getNamedType(type);
  if (isLeafType(named)) return fc.constant('');
  if (isObjectType(named)) return selectionText(schema, named, depth - 1).map((text) => `{ ${text} }`);
  if (!isAbstractType(named)) throw new Error('nothing can be selected of it');
  const parts = schema
    .getPossibleTypes(named)
    .map((possible) => selectionText(schema, possible, depth - 1).map((text) => `... on ${possible.name} { ${text} }`));
  return fc.tuple(...parts).map((texts) => `{ __typename ${texts.join(' ')} }`);
}

const header = 'operation Any($yes: Boolean!, $no: Boolean = false, $text: String, $n: Int = 3, $of: In)';
const useAll = `u0: __typename @include(if: $yes) u1: __typename @skip(if: $no)
  u2: greet(name: $text) u3: echo(of: $of) u4: echo(text: $text, of: { n: $n }) u5: echo(text: $text, of: $of)`;

/** Documents of this schema; keys can conflict, so some are not valid. */
export function anythingDocuments(schema: GraphQLSchema, root: GraphQLObjectType): fc.Arbitrary<string> {
  const operation = root === schema.getMutationType() ? 'mutation' : 'query';
  return selectionText(schema, root, 3).map(
    (text) =>
      `${header.replace('operation', operation)} { ${useAll} ${text} ...More } fragment More on ${root.name} { ${text} }`,
  );
}
