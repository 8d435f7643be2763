/**
 * A supergraph of our SDL and a company's two existing subgraphs, by both composers. The company's files are in subgraphs/;
 * test:federation runs routers on the same ones.
 */
import { readFileSync } from 'node:fs';
import { composeServices as apolloCompose } from '@apollo/composition';
import { composeServices as guildCompose } from '@theguild/federation-composition';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, Kind, parse, type DirectiveNode, type DocumentNode, type GraphQLSchema } from 'graphql';
import { schemaVariants } from '../support/schema-variants.js';
import { printSubgraphSdl } from '../../src/subgraph/print-sdl.js';

interface Service {
  readonly name: string;
  readonly typeDefs: DocumentNode;
}

interface Composed {
  readonly errors: readonly string[];
  /** The Guild's composer has none. */
  readonly hints: readonly string[];
  readonly supergraph: string;
  readonly clientSchema: GraphQLSchema;
}

const noSchema = buildSchema('type Query { nothing: Int }');

function byApollo(services: readonly Service[]): Composed {
  const result = apolloCompose([...services]);
  if (result.errors) {
    return { errors: result.errors.map(String), hints: [], supergraph: '', clientSchema: noSchema };
  }
  return {
    errors: [],
    hints: result.hints.map(({ definition, message }) => `${definition.code}: ${message}`),
    supergraph: result.supergraphSdl,
    clientSchema: result.schema.toAPISchema().toGraphQLJSSchema(),
  };
}

function byGuild(services: readonly Service[]): Composed {
  const result = guildCompose([...services]);
  if ('errors' in result && result.errors) {
    return { errors: result.errors.map(String), hints: [], supergraph: '', clientSchema: noSchema };
  }
  return {
    errors: [],
    hints: [],
    supergraph: result.supergraphSdl ?? '',
    clientSchema: buildSchema(result.publicSdl ?? ''),
  };
}

const composers = [
  ['@apollo/composition', byApollo],
  ['@theguild/federation-composition', byGuild],
] as const;

const fileOf = (name: string): string => readFileSync(new URL(`subgraphs/${name}.graphql`, import.meta.url), 'utf8');

interface CompanyOptions {
  readonly exposeSessionKey?: boolean;
  readonly staff?: string;
}

function company({ exposeSessionKey = false, staff = fileOf('staff') }: CompanyOptions = {}): readonly Service[] {
  return [
    { name: 'chat', typeDefs: parse(printSubgraphSdl({ exposeSessionKey, mutations: true })) },
    { name: 'customers', typeDefs: parse(fileOf('customers')) },
    { name: 'staff', typeDefs: parse(staff) },
  ];
}

const directiveText = ({ name, arguments: args = [] }: DirectiveNode): string =>
  `@${name.value}(${args.map(({ value }) => (value.kind === Kind.STRING ? value.value : '')).join()})`;

/** `Type.field` of every field with this directive. */
function fieldsWith(directive: string, sdl: string): readonly string[] {
  const found = parse(sdl).definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) return [];
    return (definition.fields ?? [])
      .filter(({ directives = [] }) => directives.map(directiveText).includes(directive))
      .map(({ name }) => `${definition.name.value}.${name.value}`);
  });
  return found.sort();
}

/** The subgraphs in which each type of the supergraph has fields, values or itself. */
function ownersIn(supergraph: string): ReadonlyMap<string, readonly string[]> {
  const types = parse(supergraph).definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.ENUM_TYPE_DEFINITION) return [];
    const graphs = (definition.directives ?? [])
      .filter(({ name }) => name.value === 'join__type')
      .flatMap(({ arguments: args = [] }) => args.filter(({ name }) => name.value === 'graph'))
      .map(({ value }) => (value.kind === Kind.ENUM ? value.value : ''));
    return [[definition.name.value, [...new Set(graphs)]] as const];
  });
  return new Map(types);
}

describe.each(composers)('%s', (_name, compose) => {
  it('composes with the subgraphs of the company: no error, no hint', () => {
    const { errors, hints, supergraph } = compose(company());

    expect({ errors, hints }).toEqual({ errors: [], hints: [] });
    expect(supergraph).toContain('@join__graph(name: "chat"');
  });

  it('composes alone: no error, no hint', () => {
    const { errors, hints } = compose(company().slice(0, 1));

    expect({ errors, hints }).toEqual({ errors: [], hints: [] });
  });

  it.each(schemaVariants)('composes with the subgraphs of the company with %j: no error, no hint', (options) => {
    const [, ...others] = company();
    const chat = { name: 'chat', typeDefs: parse(printSubgraphSdl(options)) };
    const { errors, hints } = compose([chat, ...others]);
    expect({ errors, hints }).toEqual({ errors: [], hints: [] });
  });

  it('leaves the types of the company to the company, and shares only the entities that it extends', () => {
    const owners = ownersIn(compose(company()).supergraph);

    const of = (...names: string[]) => Object.fromEntries(names.map((name) => [name, owners.get(name)]));
    expect(of('Person', 'Contact', 'Address', 'SaleStatus', 'Associate')).toEqual({
      Person: ['CUSTOMERS'],
      Contact: ['CUSTOMERS'],
      Address: ['CUSTOMERS'],
      SaleStatus: ['CUSTOMERS'],
      Associate: ['STAFF'],
    });
    const shared = [...owners].filter(([name, graphs]) => name.startsWith('Chat') && graphs.length > 1);
    expect(Object.fromEntries(shared)).toEqual({
      ChatAssociate: ['CHAT', 'STAFF'],
      ChatContact: ['CHAT', 'CUSTOMERS'],
      ChatPerson: ['CHAT', 'CUSTOMERS'],
      ChatSession: ['CHAT', 'CUSTOMERS'],
    });
  });

  it("gives clients the owners' fields on our snapshots, theirs not null and ours nullable", () => {
    const { clientSchema } = compose(company());

    const typeOf = (type: string, field: string) => {
      const found = clientSchema.getType(type);
      return found && 'getFields' in found ? String(found.getFields()[field]?.type) : '';
    };
    expect(typeOf('ChatPerson', 'customer')).toBe('Person');
    expect(typeOf('ChatContact', 'customer')).toBe('Contact');
    expect(typeOf('ChatAssociate', 'associate')).toBe('Associate');
    expect(typeOf('ChatSession', 'employer')).toBe('Contact');
    expect(typeOf('Person', 'name')).toBe('String!');
    expect(typeOf('ChatPerson', 'firstname')).toBe('String');
  });

  it('gives clients the fields that Relay refetches by', () => {
    const fields = compose(company()).clientSchema.getQueryType()?.getFields();
    expect(String(fields?.['fetch__ChatSession']?.type)).toBe('ChatSession');
    expect(String(fields?.['fetch__ChatTopic']?.type)).toBe('ChatTopic');
  });

  it('keeps every @tag(name: "pii") in the supergraph', () => {
    const sdl = printSubgraphSdl({ exposeSessionKey: false, mutations: true });
    const tagged = fieldsWith('@tag(pii)', sdl);

    expect(tagged).toContain('ChatSession.customerEmail');
    expect(tagged.length).toBeGreaterThan(40);
    expect(fieldsWith('@tag(pii)', compose(company()).supergraph)).toEqual(tagged);
  });

  it('keeps every @listSize in the supergraph', () => {
    const sizes = (sdl: string) =>
      [...sdl.matchAll(/@listSize\([^)]*assumedSize: (\d+)/g)].map(([, size]) => size).sort();

    expect(sizes(compose(company()).supergraph)).toEqual(
      sizes(printSubgraphSdl({ exposeSessionKey: false, mutations: true })),
    );
  });

  it('has sessionKey nowhere unless it is exposed, and then in the supergraph but not in the API schema', () => {
    const closed = compose(company());
    const exposed = compose(company({ exposeSessionKey: true }));

    const fieldOf = ({ clientSchema }: Composed) => {
      const session = clientSchema.getType('ChatSession');
      return session && 'getFields' in session ? Object.keys(session.getFields()) : [];
    };
    expect(closed.supergraph).not.toContain('sessionKey');
    expect({ errors: exposed.errors, hints: exposed.hints }).toEqual({ errors: [], hints: [] });
    expect(fieldsWith('@inaccessible()', exposed.supergraph)).toEqual(['ChatSession.sessionKey']);
    expect(fieldOf(exposed)).toEqual(fieldOf(closed));
    expect(fieldOf(exposed)).not.toContain('sessionKey');
  });

  it('shares PageInfo with a subgraph that paginates, too, and nothing else of a connection', () => {
    const owners = ownersIn(compose(company()).supergraph);
    expect(owners.get('PageInfo')).toEqual(['CHAT', 'STAFF']);
    expect(owners.get('ChatSessionConnection')).toEqual(['CHAT']);
    expect(owners.get('AssociateConnection')).toEqual(['STAFF']);
  });

  it('composes with a subgraph without pages, and without our lists', () => {
    for (const archive of [true, false]) {
      const chat = parse(printSubgraphSdl({ exposeSessionKey: false, mutations: true, archive }));
      const services = [{ name: 'chat', typeDefs: chat }, ...company().slice(1, archive ? 2 : 3)];
      const { errors, hints } = compose(services);
      expect({ errors, hints }).toEqual({ errors: [], hints: [] });
    }
  });
});
