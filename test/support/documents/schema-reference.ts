/**
 * The reference of the schema in docs/schema/: Markdown for GitHub and editors, Query first. Each type has a heading, so that types are links.
 * A field or type that is only there with some setting says so.
 */
import { getNamedType, isEnumType, isInputObjectType, isObjectType, isSpecifiedScalarType, print } from 'graphql';
import type { GraphQLArgument, GraphQLEnumValue, GraphQLField, GraphQLInputField } from 'graphql';
import type { GraphQLNamedType, GraphQLObjectType, GraphQLSchema, GraphQLType } from 'graphql';
import { apiSchema } from '../../../src/subgraph/print-sdl.js';

type Field = GraphQLField<unknown, unknown>;
type Member = Field | GraphQLArgument | GraphQLInputField;

const everything = { exposeSessionKey: true, mutations: true, admin: true, subscriptions: true, archive: true };
const schema = apiSchema(everything);

/** Each with the schema that lacks what the note is about. */
const variants: readonly (readonly [note: string, schema: GraphQLSchema])[] = [
  ['Only with `SUBSCRIPTIONS=true`.', apiSchema({ ...everything, subscriptions: false })],
  ['Only with `ADMIN_MUTATIONS=true`.', apiSchema({ ...everything, admin: false })],
  ['Only with `EXPOSE_SESSION_KEY=true`.', apiSchema({ ...everything, exposeSessionKey: false })],
  ['Not with `ARCHIVE=off`.', apiSchema({ ...everything, archive: false })],
];

/** @param coordinate `Type`, or `Type.field`: nothing is noted of a field whose type is missing too */
export function notesOf(coordinate: string): readonly string[] {
  const [typeName = '', fieldName] = coordinate.split('.');
  return variants.flatMap(([note, variant]) => {
    const type = variant.getType(typeName);
    if (fieldName === undefined) return type ? [] : [note];
    return type && 'getFields' in type && !(fieldName in type.getFields()) ? [note] : [];
  });
}

const types = Object.values(schema.getTypeMap())
  .filter((type) => !type.name.startsWith('_') && !isSpecifiedScalarType(type))
  .sort((one, other) => (one.name < other.name ? -1 : 1));
const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter((type) => !!type);
const rootNames = roots.map(({ name }) => name);

/** The page that has the type. */
function pageOf(type: GraphQLNamedType): string {
  if (rootNames.includes(type.name)) return `${type.name.toLowerCase()}.md`;
  if (isObjectType(type)) return 'objects.md';
  return isInputObjectType(type) ? 'inputs.md' : 'enums.md';
}

/** @param type may be a list or non-null; GraphQL's own scalars have no page */
function linkTo(type: GraphQLType): string {
  const named = getNamedType(type);
  return isSpecifiedScalarType(named) ? `\`${type}\`` : `[\`${type}\`](${pageOf(named)}#${named.name.toLowerCase()})`;
}

const oneLine = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

function textOf({ description, deprecationReason }: Member | GraphQLEnumValue): string {
  const deprecated = deprecationReason ? ` **Deprecated**: ${oneLine(deprecationReason)}` : '';
  return `${oneLine(description)}${deprecated}`;
}

function memberLine(member: Member, notes: readonly string[] = []): string {
  const { defaultValue } = member.astNode && 'defaultValue' in member.astNode ? member.astNode : {};
  const type = `${linkTo(member.type)}${defaultValue ? ` = \`${print(defaultValue)}\`` : ''}`;
  return `- \`${member.name}\` (${type}): ${[textOf(member), ...notes].join(' ')}`;
}

const argumentLines = ({ args }: Field): readonly string[] => args.map((argument) => memberLine(argument));

function memberLines(type: GraphQLNamedType): readonly string[] {
  if (isEnumType(type)) return type.getValues().map((value) => `- \`${value.name}\`: ${textOf(value)}`);
  const notes = (field: Member): readonly string[] => notesOf(`${type.name}.${field.name}`);
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => memberLine(field, notes(field)));
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    memberLine(field, notes(field)),
    ...argumentLines(field).map((line) => `  ${line}`),
  ]);
}

const paragraphs = (...texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n\n');

const aboutType = (type: GraphQLNamedType): string => paragraphs(type.description ?? '', notesOf(type.name).join(' '));

const typeSection = (type: GraphQLNamedType): string =>
  paragraphs(`## ${type.name}`, aboutType(type), memberLines(type).join('\n'));

const typePage = (title: string, page: string): string =>
  paragraphs(`# ${title}`, ...types.filter((type) => pageOf(type) === page).map(typeSection));

function rootFieldSection(root: GraphQLObjectType, field: Field): string {
  const text = [textOf(field), ...notesOf(`${root.name}.${field.name}`)].join(' ');
  return paragraphs(`## ${field.name}`, `${linkTo(field.type)}: ${text}`, argumentLines(field).join('\n'));
}

const rootPage = (root: GraphQLObjectType): string =>
  paragraphs(
    `# ${root.name}`,
    aboutType(root),
    ...Object.values(root.getFields()).map((field) => rootFieldSection(root, field)),
  );

function rootIndex(root: GraphQLObjectType): string {
  const lines = Object.values(root.getFields()).map(({ name, description }) => {
    const [firstSentence] = /^.*?\.(?= |$)/.exec(oneLine(description)) ?? [''];
    const text = [firstSentence, ...notesOf(`${root.name}.${name}`)].join(' ');
    return `- [\`${name}\`](${pageOf(root)}#${name.toLowerCase()}): ${text}`;
  });
  return paragraphs(`## [${root.name}](${pageOf(root)})`, notesOf(root.name).join(' '), lines.join('\n'));
}

const introduction = `# Schema

What clients see, generated from the descriptions in [schema/](../../schema/query.graphql) by \`npm run docs\`. [Query](query.md) explains what null means.`;

function indexPage(): string {
  const others = types.filter(({ name }) => !rootNames.includes(name));
  return paragraphs(
    introduction,
    ...roots.map(rootIndex),
    '## Types',
    others.map((type) => `- ${linkTo(type)}`).join('\n'),
  );
}

/** The text of each page of docs/schema/. */
export const schemaPages: Readonly<Record<string, () => string>> = Object.fromEntries(
  [
    ['README.md', indexPage] as const,
    ...roots.map((root) => [pageOf(root), () => rootPage(root)] as const),
    ['objects.md', () => typePage('Objects', 'objects.md')] as const,
    ['inputs.md', () => typePage('Inputs', 'inputs.md')] as const,
    ['enums.md', () => typePage('Enums and scalars', 'enums.md')] as const,
  ].map(([page, text]) => [page, () => `${text()}\n`]),
);
