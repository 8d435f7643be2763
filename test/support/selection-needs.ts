/**
 * What a selection needs of SuperOffice's records, read from the document and the published SDL alone: a second opinion that
 * shares nothing with selection/ and the field tables. Names are matched in any case, as SuperOffice does.
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

/** A field with its arguments, the type that it gives and what is selected below. */
export interface Asked {
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly type: GraphQLObjectType | null;
  readonly below: SelectionSetNode | undefined;
}

export interface Needs {
  /** Lower-case paths of at most two names; `ticket` is all of it, `ticket/title` one property. */
  readonly paths: ReadonlySet<string>;
  /** Fields that other calls bring. */
  readonly links: readonly Asked[];
}

/** What a record is known by, and checked by. */
const identities = new Map<string, readonly string[]>([
  ['ChatSession', ['chatsessionid']],
  ['ChatMessage', ['chatmessageid', 'chatsessionid']],
  ['ChatTopic', ['chattopicid']],
  ['ChatTopicAgent', ['topicid']],
  ['ChatPresence', ['userid']],
  ['ChatTransferTarget', ['id']],
  ['ChatAssociate', ['associateid']],
  ['ChatPerson', ['personid']],
  ['ChatContact', ['contactid']],
  ['ChatProject', ['projectid']],
  ['ChatSale', ['saleid']],
  ['ChatTicket', ['ticketid']],
  ['ChatReplyTemplate', ['replytemplateid']],
  ...['ChatCustomerLanguage', 'ChatTicketCategory', 'ChatTicketPriority'].map((name) => [name, ['id']] as const),
  ...['ChatWidgetSettings', 'ChatOpeningHours', 'ChatBotSettings'].map((name) => [name, []] as const),
]);

/** Fields that are not simply the property of their name. */
const needsOf = new Map<string, readonly string[]>([
  ['ChatSession.waitSeconds', ['whenrequested', 'whenstarted', 'whenended']],
  ['ChatSession.durationSeconds', ['whenstarted', 'whenended']],
  ['ChatSession.isWaiting', ['status']],
  ['ChatSession.isOpen', ['status']],
  ['ChatSession.isCustomerGone', ['whenfetched']],
  ['ChatSession.topic', ['topicid']],
  ...['First', 'Middle', 'Last', 'Full'].map(
    (part) => [`ChatTicket.person${part}name`, [`person${part}name`, `cust${part}name`]] as const,
  ),
]);

const links: readonly string[] = [
  ...['ChatSession.topic', 'ChatSession.messages', 'ChatSession.transcript'],
  ...['ChatTopic.isOpen', 'ChatTopic.agents', 'ChatPresence.chatTopics'],
];

function isIncluded(node: SelectionNode, { variables }: Operation): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variables);
  return skip?.['if'] !== true && include?.['if'] !== false;
}

/** The included fields of a selection, fragments opened; those for other types are left out. */
export function askedFields(set: SelectionSetNode | undefined, type: string, operation: Operation): readonly Asked[] {
  return (set?.selections ?? []).flatMap((node): readonly Asked[] => {
    if (!isIncluded(node, operation)) return [];
    if (node.kind === Kind.FIELD) return node.name.value === '__typename' ? [] : [asked(node, type, operation)];
    const part = node.kind === Kind.INLINE_FRAGMENT ? node : operation.fragments.get(node.name.value);
    const condition = part?.typeCondition?.name.value ?? type;
    return condition === type ? askedFields(part?.selectionSet, type, operation) : [];
  });
}

function asked(node: FieldNode, typeName: string, { schema, variables }: Operation): Asked {
  const parent = schema.getType(typeName);
  const field = isObjectType(parent) ? parent.getFields()[node.name.value] : undefined;
  if (field === undefined) throw new Error(`${typeName} has no ${node.name.value}`);
  const type = getNamedType(field.type);
  const args = getArgumentValues(field, node, variables);
  return { name: field.name, args, type: isObjectType(type) ? type : null, below: node.selectionSet };
}

function pathsOf({ name, type, below }: Asked, typeName: string, operation: Operation): readonly string[] {
  if (name === 'id') return identities.get(typeName) ?? [];
  const embedded = identities.get(type?.name ?? '');
  if (embedded === undefined || links.includes(`${typeName}.${name}`) || name === 'childItems')
    return needsOf.get(`${typeName}.${name}`) ?? [name];
  const inside = askedFields(below, type?.name ?? '', operation).flatMap((field) =>
    field.name === 'id' ? [] : (needsOf.get(`${type?.name}.${field.name}`) ?? [field.name]),
  );
  return [...embedded, ...inside].map((child) => `${name}/${child}`);
}

/** @param type of the record, with the selection on it */
export function needsIn(set: SelectionSetNode | undefined, type: string, operation: Operation): Needs {
  const fields = askedFields(set, type, operation);
  const isLink = ({ name }: Asked): boolean => links.includes(`${type}.${name}`);
  const own = fields.filter((field) => !isLink(field) || needsOf.has(`${type}.${field.name}`));
  const keys = type === 'ChatPresence' && fields.some(isLink) ? ['chattopics'] : [];
  const paths = [...(identities.get(type) ?? []), ...keys, ...own.flatMap((field) => pathsOf(field, type, operation))];
  return { paths: new Set(paths.map((path) => path.toLowerCase())), links: fields.filter(isLink) };
}
