/**
 * Random valid queries over the gateway's own schema: aliases, fragments, type conditions, directives with variables and
 * defaults, the same field selected several times. For property-based tests.
 */
import fc from 'fast-check';
import { getNamedType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';

type Selection =
  | { kind: 'field'; name: string; alias: boolean; directive: string; names: boolean; children: readonly Selection[] }
  | { kind: 'inline'; condition: boolean; directive: string; type: string; children: readonly Selection[] }
  | { kind: 'spread'; directive: string; type: string; children: readonly Selection[] };

/** $yes and $no come as variables, $byDefault is not sent. */
const directives = [
  '',
  '',
  '',
  '@include(if: $yes)',
  '@include(if: $no)',
  '@skip(if: $yes)',
  '@skip(if: $no)',
  '@include(if: $byDefault)',
  '@skip(if: false)',
  '@skip(if: $no) @include(if: $yes)',
  '@skip(if: $yes) @include(if: $yes)',
];

type Arbitraries = Map<string, fc.Arbitrary<readonly Selection[]>>;

const maxDepth = 4;

function fieldArbitrary(type: GraphQLObjectType, depth: number, known: Arbitraries): fc.Arbitrary<Selection> {
  const fields = Object.values(type.getFields()).filter(
    (field) => depth < maxDepth || !isObjectType(getNamedType(field.type)),
  );
  return fc.constantFrom(...fields).chain((field) => {
    const fieldType = getNamedType(field.type);
    const children = isObjectType(fieldType) ? selections(fieldType, depth + 1, known) : fc.constant([]);
    const isEmbedded = isObjectType(fieldType);
    return fc.record({
      kind: fc.constant('field' as const),
      name: fc.constant(field.name),
      alias: fc.boolean(),
      directive: fc.constantFrom(...directives),
      names: fc.constant(field.args.length > 0 && isEmbedded),
      children,
    });
  });
}

function selections(type: GraphQLObjectType, depth: number, known: Arbitraries): fc.Arbitrary<readonly Selection[]> {
  const key = `${type.name} ${depth}`;
  const existing = known.get(key);
  if (existing) return existing;
  const field = fieldArbitrary(type, depth, known);
  const group = (kind: 'inline' | 'spread') =>
    fc.record({
      kind: fc.constant(kind),
      condition: fc.boolean(),
      directive: fc.constantFrom(...directives),
      type: fc.constant(type.name),
      children: fc.array(field, { minLength: 1, maxLength: 4 }),
    }) as fc.Arbitrary<Selection>; // fast-check widens the kind
  const item = fc.oneof(
    { weight: 5, arbitrary: field },
    { weight: 1, arbitrary: group('inline') },
    { weight: 1, arbitrary: group('spread') },
  );
  const made = fc.array(item, { minLength: 1, maxLength: 6 });
  known.set(key, made);
  return made;
}

/** Writes the document; aliases and fragments are numbered, so that no two of them can conflict. */
class Printer {
  readonly #fragments: string[] = [];
  #count = 0;

  #next(): number {
    return (this.#count += 1);
  }

  #one(selection: Selection): string {
    const children = selection.children.length > 0 ? `{ __typename ${this.all(selection.children)} }` : '';
    if (selection.kind === 'inline')
      return `... ${selection.condition ? `on ${selection.type}` : ''} ${selection.directive} ${children}`;
    if (selection.kind === 'spread') {
      const name = `fragment${this.#next()}`;
      this.#fragments.push(`fragment ${name} on ${selection.type} ${children}`);
      return `...${name} ${selection.directive}`;
    }
    const args = selection.names ? '(names: ["fieldName", "status"])' : '';
    const alias = selection.alias || selection.names ? `alias${this.#next()}: ` : '';
    return `${alias}${selection.name}${args} ${selection.directive} ${children}`;
  }

  all(list: readonly Selection[]): string {
    return list.map((selection) => this.#one(selection)).join(' ');
  }

  document(roots: string): string {
    return `query ($yes: Boolean!, $no: Boolean!, $byDefault: Boolean = true) { ${roots} } ${this.#fragments.join(' ')}`;
  }
}

const useAllVariables =
  'a0: __typename @include(if: $yes) a1: __typename @skip(if: $no) a2: __typename @include(if: $byDefault)';

const rootFields = (first: number, second: number): readonly string[] => [
  `chatSession(id: ${first})`,
  `chatSession(id: ${second})`,
  `chatSessions(ids: [${first}, ${second}, ${first}])`,
];

/** Documents that read some sessions of 1 to 250 by several root fields; send them with `randomQueryVariables`. */
export function randomQueries(schema: GraphQLSchema): fc.Arbitrary<string> {
  const session = schema.getType('ChatSession');
  if (!isObjectType(session)) throw new Error('the schema has no ChatSession');
  const selected = selections(session, 0, new Map());
  const ids = fc.integer({ min: 1, max: 250 });
  return fc
    .record({ first: ids, second: ids, roots: fc.array(selected, { minLength: 1, maxLength: 4 }) })
    .map(({ first, second, roots }) => {
      const printer = new Printer();
      const texts = roots.flatMap((root, index) => {
        const field = rootFields(first, second)[index % 3] ?? '';
        const half = Math.ceil(root.length / 2); // the same root field twice: two nodes that graphql-js merges
        return [root.slice(0, half), root.slice(half)]
          .filter((part) => part.length > 0)
          .map((part) => `root${index}: ${field} { __typename ${printer.all(part)} }`);
      });
      return printer.document(`${useAllVariables} ${texts.join(' ')}`);
    });
}

export const randomQueryVariables = { yes: true, no: false };
