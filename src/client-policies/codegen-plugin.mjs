/**
 * Plugin of codegen.yml: what a client's cache has to know about the types of schema/, as plain data.
 * src/client-policies/ makes the clients' own shapes of it.
 */
import { getNamedType, getNullableType, isListType, isNonNullType, isObjectType } from 'graphql';

const rootTypes = new Set(['Query', 'Mutation']);

const fieldsOf = (type) => Object.values(type.getFields());
const isList = (field) => isListType(getNullableType(field.type));
const hasArguments = ({ args }, ...names) => names.every((name) => args.some((argument) => argument.name === name));

/** An id alone is not enough: those of transfer targets do not identify, so that type has no @key. */
const isRecord = (type) =>
  isObjectType(type) && (type.astNode?.directives ?? []).some(({ name }) => name.value === 'key');
const isPart = (type) => isObjectType(type) && !isRecord(type) && !rootTypes.has(type.name);

const leadsTo = (isWanted) => (field) => isWanted(getNamedType(field.type));
const isConversation = (field) => isList(field) && hasArguments(field, 'after', 'last');

/** What tells apart the items of one list: their id, a name that is always there, the one record they are about. */
function itemKeyOf(type) {
  const { id, name } = type.getFields();
  if (id) return 'id';
  if (name && isNonNullType(name.type)) return 'name';
  const links = fieldsOf(type).filter((field) => !isList(field) && leadsTo(isRecord)(field));
  return links.length === 1 ? links[0].name : null;
}

/** The names of the fields that are wanted, by type; types without any are left out. */
function fieldsByType(types, isWanted) {
  const entries = types.map((type) => [type.name, fieldsOf(type).filter(isWanted)]);
  return Object.fromEntries(
    entries.filter(([, fields]) => fields.length > 0).map(([type, fields]) => [type, fields.map(({ name }) => name)]),
  );
}

function conversationsOf(types) {
  const keyArguments = ({ args }) => args.map(({ name }) => name).filter((name) => name !== 'after' && name !== 'last');
  const entries = types.map((type) => [
    type.name,
    fieldsOf(type)
      .filter(isConversation)
      .map((field) => [field.name, keyArguments(field)]),
  ]);
  return Object.fromEntries(
    entries.filter(([, fields]) => fields.length > 0).map(([type, fields]) => [type, Object.fromEntries(fields)]),
  );
}

function policiesOf(schema) {
  const types = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !/^_/.test(type.name))
    .sort((first, second) => (first.name < second.name ? -1 : 1));
  const parts = types.filter(isPart);
  const owners = types.filter((type) => type.name === 'Query' || isRecord(type));
  const byId = fieldsOf(schema.getQueryType()).filter(
    (field) => !isList(field) && hasArguments(field, 'id') && leadsTo(isRecord)(field),
  );
  return {
    records: types.filter(isRecord).map(({ name }) => name),
    parts: fieldsByType(parts, leadsTo(isObjectType)),
    itemKeys: Object.fromEntries(parts.map((type) => [type.name, itemKeyOf(type)])),
    recordsById: Object.fromEntries(byId.map((field) => [field.name, getNamedType(field.type).name])),
    conversations: conversationsOf(owners),
    recordLists: fieldsByType(owners, (field) => isList(field) && leadsTo(isRecord)(field) && !isConversation(field)),
    partLists: fieldsByType(owners, (field) => isList(field) && leadsTo(isPart)(field)),
  };
}

const comments = {
  records: 'Types with a key: one record for each id.',
  itemKeys:
    'Types without a key, which are part of the record they lie in; each with the field that tells apart the items of a list, null when only their place does.',
  parts: 'Which fields of such types hold objects or lists of objects.',
  recordsById: 'Fields of Query that give the record with the id that is their argument.',
  conversations: 'Lists that grow at the end, and which arguments say whose they are.',
  recordLists: 'Other lists of records, by the type they are in.',
  partLists: 'Lists of objects without a key, by the type they are in.',
};

export function plugin(schema) {
  const policies = policiesOf(schema);
  const constants = Object.entries(comments).map(
    ([name, comment]) =>
      `/** ${comment} */\nexport const ${name} = ${JSON.stringify(policies[name], null, 2)} as const;\n`,
  );
  return `/** What a client's cache has to know about the schema. Made by codegen-plugin.mjs; not to be edited. */\n\n${constants.join('\n')}`;
}
