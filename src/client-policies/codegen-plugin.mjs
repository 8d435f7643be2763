/**
 * Plugin of codegen.yml: writes what a client's cache needs about the types of schema/, as plain data.
 * src/client-policies/ converts the data to the formats of the clients.
 */
import { getNamedType, getNullableType, isListType, isNonNullType, isObjectType } from 'graphql';

const rootTypes = new Set(['Query', 'Mutation', 'Subscription']);

const fieldsOf = (type) => Object.values(type.getFields());
const isList = (field) => isListType(getNullableType(field.type));
const hasArguments = ({ args }, ...names) => names.every((name) => args.some((argument) => argument.name === name));

/** An id alone is not enough: the ids of transfer targets are not unique, so that type has no @key. */
const isRecord = (type) =>
  isObjectType(type) && (type.astNode?.directives ?? []).some(({ name }) => name.value === 'key');
const isPart = (type) => isObjectType(type) && !isRecord(type) && !rootTypes.has(type.name);

const leadsTo = (matches) => (field) => matches(getNamedType(field.type));

/** Arguments that choose a part of a list; every other argument decides which value the field has. */
const viewArguments = new Set(['after', 'last']);
const keyArgumentsOf = ({ args }) => args.map(({ name }) => name).filter((name) => !viewArguments.has(name));

const isConversation = (field) => isList(field) && hasArguments(field, ...viewArguments);

/** The one argument by which a client's cache distinguishes the values of a field. */
function onlyKeyArgument(type, field) {
  const names = keyArgumentsOf(field);
  if (names.length === 1) return names[0];
  throw new Error(
    `${type.name}.${field.name} needs exactly one key argument for its cache policy, and has ${names.length}${names.map((name) => ` \`${name}\``).join('')}.`,
  );
}

/** The field that distinguishes the items of one list: the id, a non-null name, or the only record that they refer to. */
function itemKeyOf(type) {
  const { id, name } = type.getFields();
  if (id) return 'id';
  if (name && isNonNullType(name.type)) return 'name';
  const links = fieldsOf(type).filter((field) => !isList(field) && leadsTo(isRecord)(field));
  return links.length === 1 ? links[0].name : null;
}

/**
 * Fields that together identify an item in any list. Caches that identify items by their index only would show
 * the values of one user for another when the list changes.
 */
const identifyingFields = {
  ChatSessionEdge: ['cursor'],
  ChatTopicAgent: ['topicId', 'user'],
  ChatTransferTarget: ['id', 'name'],
};

/** By the connection specification, types of pages have such names. */
const isConnection = ({ name }) => name.endsWith('Connection');

/** Items that refer to a record or have an id need such fields; others are identified by name or index within their record. */
function listKeysOf(types) {
  const fields = types.flatMap(fieldsOf).filter((field) => isList(field) && leadsTo(isPart)(field));
  const items = new Set(fields.map((field) => getNamedType(field.type)));
  const needing = [...items].filter(
    (type) => ![null, 'name'].includes(itemKeyOf(type)) && type.name !== 'ChatUserError',
  );
  for (const { name } of needing)
    if (!(name in identifyingFields)) throw new Error(`${name} is an item of lists and needs identifying fields.`);
  return Object.fromEntries(
    Object.entries(identifyingFields).filter(([name]) => needing.some((type) => type.name === name)),
  );
}

/** The names of the matching fields, by type; types without any are left out. */
function fieldsByType(types, matches) {
  const entries = types.map((type) => [type.name, fieldsOf(type).filter(matches)]);
  return Object.fromEntries(
    entries.filter(([, fields]) => fields.length > 0).map(([type, fields]) => [type, fields.map(({ name }) => name)]),
  );
}

/** The two fields that return one conversation: one of the record that has it, and one of Query that takes the record's id. */
function conversationsOf(schema, records) {
  const query = schema.getQueryType();
  const ofQuery = fieldsOf(query).filter(isConversation);
  const entries = records.flatMap((type) =>
    fieldsOf(type)
      .filter(isConversation)
      .map((field) => {
        if (keyArgumentsOf(field).length > 0)
          throw new Error(`${type.name}.${field.name} must have no argument that changes whose messages it lists.`);
        const same = ofQuery.filter((other) => getNamedType(other.type) === getNamedType(field.type));
        if (same.length !== 1)
          throw new Error(
            `${type.name}.${field.name} needs one field of Query that lists the same, not ${same.length}.`,
          );
        return [
          type.name,
          { field: field.name, queryField: same[0].name, idArgument: onlyKeyArgument(query, same[0]) },
        ];
      }),
  );
  if (entries.length !== ofQuery.length)
    throw new Error('A list of Query with `after` and `last` needs a record that has the same list.');
  return Object.fromEntries(entries);
}

function recordsByIdOf(query) {
  const byId = fieldsOf(query).filter(
    (field) => !isList(field) && hasArguments(field, 'id') && leadsTo(isRecord)(field),
  );
  return Object.fromEntries(
    byId.map((field) => [
      field.name,
      { type: getNamedType(field.type).name, idArgument: onlyKeyArgument(query, field) },
    ]),
  );
}

/** Lists of Query with an argument that lists the wanted values of a field of their items, which has the same name. */
function filteredListsOf(query) {
  const entries = fieldsOf(query)
    .filter((field) => isList(field) && leadsTo(isRecord)(field))
    .flatMap((field) => {
      const ofItem = getNamedType(field.type).getFields();
      const isFilter = (argument) =>
        isList(argument) &&
        ofItem[argument.name] &&
        getNamedType(ofItem[argument.name].type) === getNamedType(argument.type);
      const keyArguments = field.args.map(({ name }) => name);
      return field.args.filter(isFilter).map(({ name }) => [field.name, { name, keyArguments }]);
    });
  return Object.fromEntries(entries);
}

const hasNullItems = (field) => isList(field) && !isNonNullType(getNullableType(field.type).ofType);

/** Lists of records in which a failed item is null, with the argument that has their ids in the same order, if there is one. */
function listsWithGapsOf(types) {
  const entries = types.map((type) => [
    type.name,
    fieldsOf(type)
      .filter((field) => hasNullItems(field) && leadsTo(isRecord)(field))
      .map((field) => {
        const idsArgument = field.args.length > 0 ? onlyKeyArgument(type, field) : null;
        return [field.name, { type: getNamedType(field.type).name, idsArgument }];
      }),
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
  return {
    records: types.filter(isRecord).map(({ name }) => name),
    parts: fieldsByType(parts, leadsTo(isObjectType)),
    itemKeys: Object.fromEntries(parts.map((type) => [type.name, itemKeyOf(type)])),
    listKeys: listKeysOf(types),
    recordsById: recordsByIdOf(schema.getQueryType()),
    filteredLists: filteredListsOf(schema.getQueryType()),
    conversations: conversationsOf(schema, types.filter(isRecord)),
    connections: fieldsByType(owners, leadsTo(isConnection)),
    listsWithGaps: listsWithGapsOf([...owners, ...types.filter(isConnection)]),
    recordLists: fieldsByType(owners, (field) => isList(field) && leadsTo(isRecord)(field) && !isConversation(field)),
    partLists: fieldsByType(owners, (field) => isList(field) && leadsTo(isPart)(field)),
  };
}

const comments = {
  records: 'Types with a key: one record for each id.',
  itemKeys:
    'Types without a key, which are part of the record that contains them; each with the field that distinguishes the items of a list, null when only their index does.',
  listKeys: 'Types of list items that these fields together identify in any list.',
  parts: 'Which fields of such types hold objects or lists of objects.',
  recordsById: 'Fields of Query that return the record with the id in their argument.',
  filteredLists:
    'Lists of Query with an argument that has the wanted values of a field of the items: the name of both, and all arguments.',
  conversations:
    'Lists that grow at the end: the field of the record, and the field of Query that lists the same by the id of the record.',
  connections: 'Fields that return pages, whose arguments `first` and `after` choose a page.',
  listsWithGaps:
    'Lists of records in which a failed item is null, and the argument that has the ids of the items, null when there is none.',
  recordLists: 'Other lists of records, by the type that has them.',
  partLists: 'Lists of objects without a key, by the type that has them.',
};

export function plugin(schema) {
  const policies = policiesOf(schema);
  const constants = Object.entries(comments).map(
    ([name, comment]) =>
      `/** ${comment} */\nexport const ${name} = ${JSON.stringify(policies[name], null, 2)} as const;\n`,
  );
  return `/** What a client's cache needs about the schema. Generated by codegen-plugin.mjs; do not edit. */\n\n${constants.join('\n')}`;
}
