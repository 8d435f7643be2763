/**
 * Parses TRUSTED_DOCUMENTS: `builtin`, and a file with Apollo's persisted query manifest or codegen's object of documents by hash.
 * It does not parse GraphQL: server/documents/trusted-documents.ts validates the documents against the schema.
 */
import { z } from 'zod';
import { fileText } from './setting-grammars.js';

/** Texts of documents by their published id. */
export type DocumentsById = ReadonlyMap<string, string>;

/** What the operator trusts. */
export interface PublishedDocuments {
  readonly own: DocumentsById;
  /** Whether the operations of the client package's console are trusted, as far as the schema has them. */
  readonly isConsoleTrusted: boolean;
}

interface Listing {
  /** In the order of the file; duplicate ids stay in the list. */
  readonly entries: readonly (readonly [id: string, text: string])[];
  readonly problems: readonly string[];
}

/** More problems would only hide the first ones. */
const maxProblems = 20;

const formatExpectation =
  'expected {"format":"apollo-persisted-query-manifest","version":1,"operations":[…]} or {"<hash>":"<document>",…}';

const manifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.unknown()),
});

const manifestEntry = z.object({ id: z.string().min(1), body: z.string().min(1) });

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function manifestListing(value: unknown): Listing {
  const { data } = manifest.safeParse(value);
  if (!data) return { entries: [], problems: [formatExpectation] };
  const parsed = data.operations.map((operation) => manifestEntry.safeParse(operation).data);
  return {
    entries: parsed.flatMap((entry) => (entry ? [[entry.id, entry.body] as const] : [])),
    problems: parsed.flatMap((entry, index) =>
      entry ? [] : [`operations[${index}]: expected an id and a body, both non-empty strings`],
    ),
  };
}

const jsonText = /"(?:[^"\\]+|\\.)*"/g;

/** Reads the text of the file, because JSON.parse keeps only the last of duplicate keys. */
function codegenListing(value: Readonly<Record<string, unknown>>, text: string): Listing {
  const invalid = Object.entries(value).filter(([id, body]) => id === '' || typeof body !== 'string' || body === '');
  if (invalid.length > 0) return { entries: [], problems: [formatExpectation] };
  const texts = (text.match(jsonText) ?? []).map((literal) => String(JSON.parse(literal)));
  const entries = texts.flatMap((id, index) => (index % 2 === 0 ? [[id, texts[index + 1] ?? ''] as const] : []));
  return { entries, problems: [] };
}

function listingOf(text: string): Listing {
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value)) return { entries: [], problems: [formatExpectation] };
    return Object.hasOwn(value, 'operations') ? manifestListing(value) : codegenListing(value, text);
  } catch {
    return { entries: [], problems: ['expected a file with JSON'] }; // JSON.parse throws for invalid JSON
  }
}

function duplicateIds({ entries }: Listing): readonly string[] {
  const ids = entries.map(([id]) => id);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

/** @returns one line per problem; of many problems only the first ones */
export function shortList(problems: readonly string[]): readonly string[] {
  const more = problems.length - maxProblems;
  return more > 0 ? [...problems.slice(0, maxProblems), `and ${more} more problems`] : problems;
}

/** A document's id, shortened and quoted for problems. */
export const quotedId = (id: string): string => JSON.stringify(id.length > 72 ? `${id.slice(0, 72)}…` : id);

/** Reads the documents from the file at a path. */
const trustedDocumentsFile = fileText.transform((text, context): DocumentsById => {
  const listing = listingOf(text);
  const duplicates = duplicateIds(listing).map((id) => `the id ${quotedId(id)} is listed more than once`);
  const isEmpty = listing.entries.length === 0 && listing.problems.length === 0;
  const problems = [...listing.problems, ...duplicates, ...(isEmpty ? ['expected at least one document'] : [])];
  for (const problem of shortList(problems)) context.addIssue(problem);
  return problems.length > 0 ? z.NEVER : new Map(listing.entries);
});

const builtin = /^builtin(?:,|$)/;

/** `builtin`, a path, or both with a comma between them. */
export const publishedDocuments = z.string().transform((value, context): PublishedDocuments => {
  const isConsoleTrusted = builtin.test(value);
  const path = value.replace(builtin, '');
  if (isConsoleTrusted && path === '') return { own: new Map(), isConsoleTrusted };
  const { data, error } = trustedDocumentsFile.safeParse(path);
  for (const { message } of error?.issues ?? []) context.addIssue(message);
  return data === undefined ? z.NEVER : { own: data, isConsoleTrusted };
});
