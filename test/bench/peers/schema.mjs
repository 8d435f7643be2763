/**
 * The schema of all peers: our fields, each with the same hand-written resolver for all peers. Their values are plain (see
 * upstream/records.mjs), so they need no conversion of odd values, and have no cost for it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { buildSchema, getNamedType, isEnumType, isListType, isObjectType, getNullableType } from 'graphql';

const references = `
scalar _Any
union _Entity = ChatSession
extend type Query { _entities(representations: [_Any!]!): [_Entity]! }
`;

const identities = {
  ChatSession: 'ChatSessionId',
  ChatAssociate: 'AssociateId',
  ChatPerson: 'PersonId',
  ChatContact: 'ContactId',
  ChatProject: 'ProjectId',
  ChatSale: 'SaleId',
  ChatTicket: 'TicketId',
};

const oddNames = {
  url: 'URL',
  urlName: 'URLName',
  personFirstname: 'CustFirstname',
  personMiddleName: 'CustMiddleName',
  personLastname: 'CustLastname',
  personFullname: 'CustFullname',
};

const pascal = (name) => name.charAt(0).toUpperCase() + name.slice(1);

const idOf = (value) => (value > 0 ? value : null);

function resolverOf(type, field) {
  const property = field.name === 'id' ? identities[type.name] : (oddNames[field.name] ?? pascal(field.name));
  const fieldType = getNamedType(field.type);
  const identity = identities[fieldType.name];
  if (identity) return (record) => (record[property]?.[identity] > 0 ? record[property] : null);
  if (fieldType.name === 'ID') return (record) => idOf(record[property]);
  if (isEnumType(fieldType) && isListType(getNullableType(field.type)))
    return (record) => record[property]?.split(', ') ?? null;
  return (record) => record[property];
}

const resolversOf = (type) =>
  Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, resolverOf(type, field)]));

/** `CLOSED_FROM_QUEUE` is `ClosedFromQueue` inside. */
const insideOf = (name) => name.toLowerCase().split('_').map(pascal).join('');

const valuesOf = (type) => Object.fromEntries(type.getValues().map(({ name }) => [name, insideOf(name)]));

function plainResolvers(schema) {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => name.startsWith('Chat'));
  const objects = types.filter((type) => isObjectType(type) && identities[type.name]);
  return Object.fromEntries([
    ...objects.map((type) => [type.name, resolversOf(type)]),
    ...types.filter(isEnumType).map((type) => [type.name, valuesOf(type)]),
  ]);
}

/** @param read (id, context) → the session's record, or a promise of it */
export function peerSchema(read) {
  const sdl = readFileSync(join(process.env.CHECKOUT, 'src/generated/api.graphql'), 'utf8');
  const resolvers = {
    ...plainResolvers(buildSchema(sdl)),
    Query: {
      chatSession: (_root, { id }, context) => read(id, context),
      _entities: (_root, { representations }, context) => representations.map(({ id }) => read(id, context)),
    },
    _Entity: { __resolveType: () => 'ChatSession' },
  };
  return makeExecutableSchema({ typeDefs: [sdl, references], resolvers });
}
