/**
 * Which properties of SuperOffice's records a selection requires, from the document and the published SDL alone. What the SDL does not
 * say, such as the properties behind a computed field, is listed here by hand.
 */
import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export interface Operation {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

type Sets = readonly SelectionSetNode[];

/** One field of the response. */
export interface SelectedField {
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** null: a scalar or an enum. */
  readonly type: GraphQLObjectType | null;
  /** Of all nodes that have its response key. */
  readonly below: Sets;
}

/** `Ticket` is all of it, `Ticket/Title` one property of it. */
export type Paths = ReadonlySet<string>;

export interface Requirements {
  readonly paths: Paths;
  /** Fields that other calls bring. */
  readonly links: readonly SelectedField[];
}

/** The properties that identify a record and are checked. Types that are not listed are never selected in part. */
const identities = new Map<string, readonly string[]>([
  ['ChatSession', ['ChatSessionId']],
  ['ChatMessage', ['ChatMessageId', 'ChatSessionId']],
  ['ChatTopic', ['ChatTopicId']],
  ['ChatTopicAgent', ['TopicId']],
  ['ChatPresence', ['UserId']],
  ['ChatTransferTarget', ['Id']],
  ['ChatAssociate', ['AssociateId']],
  ['ChatPerson', ['PersonId']],
  ['ChatContact', ['ContactId']],
  ['ChatProject', ['ProjectId']],
  ['ChatSale', ['SaleId']],
  ['ChatTicket', ['TicketId']],
  ['ChatReplyTemplate', ['ReplyTemplateId']],
  ...['ChatCustomerLanguage', 'ChatTicketCategory', 'ChatTicketPriority'].map((name) => [name, ['Id']] as const),
  ...['ChatWidgetSettings', 'ChatOpeningHours', 'ChatBotSettings'].map((name) => [name, []] as const),
]);

/** Fields that are not the property of their name. */
const propertiesOf = new Map<string, readonly string[]>([
  ['ChatSession.customerDisplayName', ['Name', 'Alias', 'Email', 'CompanyName'].map((name) => `Customer${name}`)],
  ['ChatSession.waitSeconds', ['WhenRequested', 'WhenStarted', 'WhenEnded']],
  ['ChatSession.durationSeconds', ['WhenStarted', 'WhenEnded']],
  ['ChatSession.isWaiting', ['Status']],
  ['ChatSession.isOpen', ['Status']],
  ['ChatSession.isCustomerGone', ['WhenFetched']],
  ['ChatMessage.authorKind', ['Type', 'SpecialType']],
  ['ChatSession.topic', ['TopicId']],
  ['ChatSession.messages', []],
  ['ChatSession.transcript', []],
  ['ChatTopic.isOpen', []],
  ['ChatTopic.agents', []],
  ['ChatTopic.agent', []],
  ...['associateId', 'userName'].map((name) => [`ChatTransferTarget.${name}`, ['Id', 'Name', 'FullName']] as const),
  ...['Firstname', 'MiddleName', 'Lastname', 'Fullname'].map(
    (name) => [`ChatTicket.person${name}`, [`Person${name}`, `Cust${name}`]] as const, // older servers call it Cust…
  ),
  ...['ChatContact', 'ChatProject'].flatMap((type) => [
    [`${type}.url`, ['URL']] as const,
    [`${type}.urlName`, ['URLName']] as const,
  ]),
]);

const linked: readonly string[] = [
  ...[
    'ChatSession.topic',
    'ChatSession.messages',
    'ChatSession.transcript',
    'ChatTopic.isOpen',
    'ChatTopic.agents',
    'ChatTopic.agent',
  ],
  ...['ChatPresence.chatTopics', 'ChatTransferTarget.associateId', 'ChatTransferTarget.userName'],
];

function isIncluded(node: SelectionNode, { variables }: Operation): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variables);
  return skip?.['if'] !== true && include?.['if'] !== false;
}

/** The included fields, fragments opened; those for other types are left out. */
function includedNodes(sets: Sets, type: string, operation: Operation): readonly FieldNode[] {
  return sets.flatMap(({ selections }) =>
    selections.flatMap((node): readonly FieldNode[] => {
      if (!isIncluded(node, operation)) return [];
      if (node.kind === Kind.FIELD) return node.name.value === '__typename' ? [] : [node];
      const part = node.kind === Kind.INLINE_FRAGMENT ? node : operation.fragments.get(node.name.value);
      const condition = part?.typeCondition?.name.value ?? type;
      return part && condition === type ? includedNodes([part.selectionSet], type, operation) : [];
    }),
  );
}

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

/** The fields of the response that are selected of a type. */
export function selectedFields(sets: Sets, typeName: string, operation: Operation): readonly SelectedField[] {
  const included = includedNodes(sets, typeName, operation);
  const parent = operation.schema.getType(typeName);
  return groupedBy(included, ({ alias, name }) => (alias ?? name).value).flatMap((nodes) => {
    const [node] = nodes;
    const field = isObjectType(parent) ? parent.getFields()[node?.name.value ?? ''] : undefined;
    if (!node || !field) throw new Error(`${typeName} has no ${node?.name.value}`);
    const type = getNamedType(field.type);
    const args = getArgumentValues(field, node, operation.variables);
    const below = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return [{ name: field.name, args, type: isObjectType(type) ? type : null, below }];
  });
}

const capitalized = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

const identityOf = (type: string): readonly string[] => identities.get(type) ?? [];

function ownProperties(type: string, field: string): readonly string[] {
  if (field === 'id') return identityOf(type);
  return propertiesOf.get(`${type}.${field}`) ?? [capitalized(field)];
}

/** Those of the record inside a property; the bare name where that is all that the SDL has of it, or nothing. */
function embeddedPaths(property: string, selected: readonly string[], type: GraphQLObjectType): readonly string[] {
  const all = new Set(Object.keys(type.getFields()).flatMap((field) => ownProperties(type.name, field)));
  const required = new Set([...identityOf(type.name), ...selected]);
  if (required.size === 0 || required.size === all.size) return [property];
  return [...required].map((name) => `${property}/${name}`);
}

/** All that some paths require: what is required as a whole is not required in part. */
export function mergedPaths(...all: readonly Iterable<string>[]): Paths {
  const paths = new Set(all.flatMap((some) => [...some]));
  return new Set([...paths].filter((path) => !path.includes('/') || !paths.has(path.split('/')[0] ?? '')));
}

function pathsOf(fields: readonly SelectedField[], typeName: string, operation: Operation): readonly string[] {
  const [{ name = '', type = null } = {}] = fields;
  const isPartly = type !== null && identities.has(type.name) && !linked.includes(`${typeName}.${name}`);
  if (!isPartly || name === 'childItems') return ownProperties(typeName, name);
  const nested = fields.flatMap((field) => selectedFields(field.below, type.name, operation));
  const selected = nested.flatMap((field) => ownProperties(type.name, field.name));
  return embeddedPaths(capitalized(name), selected, type);
}

/** @param typeName of the record that the selection sets are on */
export function requirementsOf(sets: Sets, typeName: string, operation: Operation): Requirements {
  const fields = selectedFields(sets, typeName, operation);
  const selected = groupedBy(fields, ({ name }) => name).flatMap((aliases) => pathsOf(aliases, typeName, operation));
  return {
    paths: mergedPaths(identityOf(typeName), selected),
    links: fields.filter(({ name }) => name === 'childItems' || linked.includes(`${typeName}.${name}`)),
  };
}

/** All that is selected of a type below a type, whatever the data are. */
export function requiredAnywhere(ofType: string, sets: Sets, below: string, operation: Operation): Paths {
  const all = selectedFields(sets, below, operation).flatMap(({ type, below: inner }) => {
    if (type === null) return [];
    const own = type.name === ofType ? [...requirementsOf(inner, ofType, operation).paths] : [];
    return [...own, ...requiredAnywhere(ofType, inner, type.name, operation)];
  });
  return mergedPaths(all);
}
