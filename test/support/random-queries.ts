/**
 * Random valid queries over the gateway's own schema: aliases, fragments, type conditions, directives with variables and
 * defaults, the same field selected several times. For property-based tests.
 */
import fc from 'fast-check';
import { getNamedType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';

type Selection =
  | { kind: 'field'; name: string; alias: boolean; directive: string; args: string; children: readonly Selection[] }
  | { kind: 'inline'; condition: boolean; directive: string; type: string; children: readonly Selection[] }
  | { kind: 'spread'; directive: string; type: string; children: readonly Selection[] };

/** $yes and $no are sent as variables, $byDefault is not. */
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

/** Fields whose value depends on arguments: the field always has them and an alias. */
const argumentsOf = new Map<string, fc.Arbitrary<string>>([
  ['agent', fc.constantFrom('(userName: "kari@example.com")', '(userName: "none")')],
  ['fieldProperties', fc.constant('(names: ["fieldName", "status"])')],
  ['messages', fc.constantFrom('(last: 2)', '(after: 3, last: 50)', '(after: 20003)', '')],
  ['transcript', fc.constantFrom('(format: HTML)', '(format: TEXT)')],
]);

/** Fields with tests of their own: lists by the archive, and what depends on who the caller is. */
const apart = new Set(['chatSessions', 'isMine', 'isOfferedToMe']);

type Arbitraries = Map<string, fc.Arbitrary<readonly Selection[]>>;

const maxDepth = 4;

function fieldArbitrary(type: GraphQLObjectType, depth: number, cache: Arbitraries): fc.Arbitrary<Selection> {
  const fields = Object.values(type.getFields()).filter(
    ({ name, type: fieldType }) => !apart.has(name) && (depth < maxDepth || !isObjectType(getNamedType(fieldType))),
  );
  return fc.constantFrom(...fields).chain((field) => {
    const fieldType = getNamedType(field.type);
    const children = isObjectType(fieldType) ? selections(fieldType, depth + 1, cache) : fc.constant([]);
    return fc.record({
      kind: fc.constant('field' as const),
      name: fc.constant(field.name),
      alias: fc.boolean(),
      directive: fc.constantFrom(...directives),
      args: argumentsOf.get(field.name) ?? fc.constant(''),
      children,
    });
  });
}

function selections(type: GraphQLObjectType, depth: number, cache: Arbitraries): fc.Arbitrary<readonly Selection[]> {
  const key = `${type.name} ${depth}`;
  const existing = cache.get(key);
  if (existing) return existing;
  const field = fieldArbitrary(type, depth, cache);
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
  const arbitrary = fc.array(item, { minLength: 1, maxLength: 6 });
  cache.set(key, arbitrary);
  return arbitrary;
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
    const { name, args, directive } = selection;
    const alias = selection.alias || argumentsOf.has(name) ? `alias${this.#next()}: ` : '';
    return `${alias}${name}${args} ${directive} ${children}`;
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

/** A root field with its arguments, and its type. */
type Root = readonly [field: string, type: string];

const rootFields = (first: number, second: number): readonly Root[] => [
  [`chatSession(id: ${first})`, 'ChatSession'],
  [`chatSession(id: ${second})`, 'ChatSession'],
  [`chatSessions(ids: [${first}, ${second}, ${first}])`, 'ChatSession'],
  ['myChatSessions', 'ChatSession'],
  ['myChatSessions(status: [IN_QUEUE, USER_LAST])', 'ChatSession'],
  [`chatMessages(sessionId: ${first}, last: 3)`, 'ChatMessage'],
  [`chatMessages(sessionId: ${second})`, 'ChatMessage'],
  [`chatTopic(id: ${1 + (first % 8)})`, 'ChatTopic'],
  [`chatTopic(id: ${1 + (second % 8)})`, 'ChatTopic'],
  [`fetch__ChatSession(id: ${first})`, 'ChatSession'],
  [`fetch__ChatTopic(id: ${1 + (first % 8)})`, 'ChatTopic'],
  ['myChatTopics', 'ChatTopic'],
  ['chatPresence', 'ChatPresence'],
  ['transferTargets(flat: false)', 'ChatTransferTarget'],
];

function rootSelection(
  schema: GraphQLSchema,
  cache: Arbitraries,
): fc.Arbitrary<{ root: number; selected: readonly Selection[] }> {
  const roots = rootFields(1, 2);
  const ofRoot = roots.map(([, name], root) => {
    const type = schema.getType(name);
    if (!isObjectType(type)) throw new Error(`the schema has no ${name}`);
    return {
      weight: name === 'ChatSession' ? 3 : 1,
      arbitrary: fc.record({ root: fc.constant(root), selected: selections(type, 0, cache) }),
    };
  });
  return fc.oneof(...ofRoot);
}

/** Documents that read by several root fields; send them with `randomQueryVariables`. */
export function randomQueries(schema: GraphQLSchema): fc.Arbitrary<string> {
  const ids = fc.integer({ min: 1, max: 250 });
  const roots = fc.array(rootSelection(schema, new Map()), { minLength: 1, maxLength: 4 });
  return fc.record({ first: ids, second: ids, roots }).map(({ first, second, roots: chosen }) => {
    const printer = new Printer();
    const fields = rootFields(first, second);
    const texts = chosen.flatMap(({ root, selected }, index) => {
      const field = fields[root]?.[0] ?? '';
      const half = Math.ceil(selected.length / 2); // the same root field twice: two nodes that graphql-js merges
      return [selected.slice(0, half), selected.slice(half)]
        .filter((part) => part.length > 0)
        .map((part) => `root${index}: ${field} { __typename ${printer.all(part)} }`);
    });
    return printer.document(`${useAllVariables} ${texts.join(' ')}`);
  });
}

export const randomQueryVariables = { yes: true, no: false };

/** Random queries exceed the default limits. */
export const settingsForRandomQueries = {
  LOG_LEVEL: 'silent',
  MAX_TOKENS: '100000',
  MAX_ALIASES: '10000',
  MAX_DEPTH: '50',
  MAX_DIRECTIVES: '50',
  MAX_UPSTREAM_CALLS: '10000',
  MAX_ANSWER_RECORDS: '10000000',
};
