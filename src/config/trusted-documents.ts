/**
 * The file of TRUSTED_DOCUMENTS: Apollo's persisted query manifest, or codegen's object of documents by their hash.
 * Whether the documents fit the schema is for server/documents/trusted-documents.ts to say: nothing of GraphQL is known here.
 */
import { z } from 'zod';
import { fileText } from './setting-grammars.js';

/** Texts of documents by the id under which they are published. */
export type DocumentsById = ReadonlyMap<string, string>;

interface Listing {
  /** In the order of the file, an id that is listed twice twice. */
  readonly entries: readonly (readonly [id: string, text: string])[];
  readonly problems: readonly string[];
}

/** More of them would only hide the first ones. */
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
      entry ? [] : [`operations[${index}]: expected an id and a body, both texts that are not empty`],
    ),
  };
}

const jsonText = /"(?:[^"\\]+|\\.)*"/g;

/** From the text of the file, because of a key that is there twice JSON.parse keeps the last one only. */
function codegenListing(value: Readonly<Record<string, unknown>>, text: string): Listing {
  const wrong = Object.entries(value).filter(([id, body]) => id === '' || typeof body !== 'string' || body === '');
  if (wrong.length > 0) return { entries: [], problems: [formatExpectation] };
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
    return { entries: [], problems: ['expected a file with JSON'] }; // JSON says "no JSON" by throwing
  }
}

function repeatedIds({ entries }: Listing): readonly string[] {
  const ids = entries.map(([id]) => id);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

/** @returns one line for each problem, the first ones only where there are many */
export function shortList(problems: readonly string[]): readonly string[] {
  const more = problems.length - maxProblems;
  return more > 0 ? [...problems.slice(0, maxProblems), `and ${more} more problems`] : problems;
}

/** A document's id as problems name it. */
export const quotedId = (id: string): string => JSON.stringify(id.length > 72 ? `${id.slice(0, 72)}…` : id);

/** The documents of the file that is named. */
export const trustedDocumentsFile = fileText.transform((text, context): DocumentsById => {
  const listing = listingOf(text);
  const repeated = repeatedIds(listing).map((id) => `the id ${quotedId(id)} is there more than once`);
  const isEmpty = listing.entries.length === 0 && listing.problems.length === 0;
  const problems = [...listing.problems, ...repeated, ...(isEmpty ? ['expected one document at least'] : [])];
  for (const problem of shortList(problems)) context.addIssue(problem);
  return problems.length > 0 ? z.NEVER : new Map(listing.entries);
});
