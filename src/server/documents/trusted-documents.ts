/**
 * The documents that the operator has published: validated against the served schema, and looked up by id, hash or text.
 */
import { hash } from 'node:crypto';
import { Kind, parse, stripIgnoredCharacters, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { shortList, quotedId, type DocumentsById, type PublishedDocuments } from '../../config/trusted-documents.js';
import { InvalidSettingsError } from '../../config/invalid-settings-error.js';
import { consoleOperations } from '../../generated/console-operations.js';

export interface TrustedDocuments {
  /**
   * @param id as published, or `sha256:` and the SHA-256 of the text, or that alone
   * @returns null: no such document is published
   */
  textOf(id: string): string | null;
  /** Whether this text is published; clients print spaces, line ends and commas in different ways. */
  has(text: string): boolean;
}

/** The document id that Apollo's clients send and its server logs: 64 hexadecimal digits. */
export const documentHash = (text: string): string => hash('sha256', text);

function schemaProblems(document: DocumentNode, schema: GraphQLSchema): readonly string[] {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operations.length === 0) return ['expected an operation'];
  const rootless = operations.filter(({ operation }) => !schema.getRootType(operation));
  if (rootless.length > 0) return rootless.map(({ operation }) => `there is no ${operation} in this schema`);
  return validate(schema, document).map(({ message }) => message);
}

/** @returns the text of the document's first problem; null: it is valid */
function problemOf(text: string, schema: GraphQLSchema, maxTokens: number): string | null {
  try {
    return schemaProblems(parse(text, { maxTokens }), schema)[0] ?? null;
  } catch (error) {
    return error instanceof Error ? error.message : 'cannot be parsed'; // graphql-js throws a syntax error
  }
}

/** The text with the fewest characters; null: it is not GraphQL. */
function strippedText(text: string): string | null {
  try {
    return stripIgnoredCharacters(text);
  } catch {
    return null; // graphql-js throws a syntax error
  }
}

/** The operations of consoles that fit the schema: a deployment may have no mutations or subscriptions. */
const consoleDocuments = (schema: GraphQLSchema): DocumentsById =>
  new Map(
    consoleOperations
      .filter(({ body }) => schemaProblems(parse(body), schema).length === 0)
      .map(({ id, body }) => [id, body]),
  );

/** @throws {InvalidSettingsError} documents of the operator that do not parse, are too long, or do not fit the schema */
export function trustedDocuments(
  { own, isConsoleTrusted }: PublishedDocuments,
  schema: GraphQLSchema,
  maxTokens: number,
): TrustedDocuments {
  const problems = [...own].flatMap(([id, text]) => {
    const problem = problemOf(text, schema, maxTokens);
    return problem === null ? [] : [`document ${quotedId(id)}: ${problem}`];
  });
  if (problems.length > 0) {
    throw new InvalidSettingsError(shortList(problems).map((problem) => `TRUSTED_DOCUMENTS: ${problem}`));
  }
  const documents = new Map([...(isConsoleTrusted ? consoleDocuments(schema) : []), ...own]);
  const byHash = new Map([...documents.values()].map((text) => [documentHash(text), text]));
  const stripped = new Set([...documents.values()].map(strippedText));
  const maxChars = 2 * Math.max(...[...documents.values()].map(({ length }) => length)); // longer ones are refused without reading them
  const isSame = (text: string): boolean => text.length <= maxChars && stripped.has(strippedText(text) ?? '');
  return {
    textOf: (id) => documents.get(id) ?? byHash.get(id.replace(/^sha256:/, '')) ?? null,
    has: (text) => byHash.has(documentHash(text)) || isSame(text),
  };
}
