/**
 * Pages of a connection in Apollo's cache. A query without `after` shows the first page and all that `fetchMore` has brought behind it; a query
 * with `after` shows that page. Pages are stored by the cursor that they follow, and linked by their `endCursor`: unlike with
 * Apollo's own `relayStylePagination`, a query for another page is never answered by the first one. Records that were evicted are left out.
 */
import { isReference, type ClientFieldPolicy, type FieldOptions } from './apollo-types.js';
import { mergedParts } from './merged-parts.js';

interface Page {
  readonly edges?: readonly { readonly cursor?: unknown; readonly node?: unknown }[];
  readonly nodes?: readonly unknown[];
  readonly pageInfo?: Readonly<Record<string, unknown>>;
}

interface StoredPages {
  /** By the cursor that they follow; empty for the first. */
  readonly pages: Readonly<Record<string, Page>>;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !isReference(value);

const pagesIn = (value: unknown): StoredPages['pages'] =>
  isObject(value) && 'pages' in value ? (value as StoredPages).pages : {}; // as `merge` stores them

const endOf = ({ pageInfo, edges }: Page): unknown => pageInfo?.['endCursor'] ?? edges?.at(-1)?.cursor;

/** The pages from the first one on, each behind the other. */
function linkedPages(pages: StoredPages['pages']): readonly Page[] {
  const found: Page[] = [];
  let next = pages[''];
  while (next && !found.includes(next)) {
    found.push(next);
    next = pages[String(endOf(next))];
  }
  return found;
}

const beginning = ({ pageInfo = {} }: Page) =>
  Object.fromEntries(Object.entries(pageInfo).filter(([name]) => ['startCursor', 'hasPreviousPage'].includes(name)));

/** One list of several pages; where it ends is what the last page says. */
function joined(pages: readonly Page[]): Page | undefined {
  const [first, last] = [pages[0], pages.at(-1)];
  if (!first || !last) return undefined;
  return {
    ...first,
    ...last,
    ...(last.edges && { edges: pages.flatMap(({ edges = [] }) => edges) }),
    ...(last.nodes && { nodes: pages.flatMap(({ nodes = [] }) => nodes) }),
    ...(last.pageInfo && { pageInfo: { ...last.pageInfo, ...beginning(first) } }),
  };
}

/** Apollo leaves evicted records out of `nodes` by itself. */
const withoutEvicted = (page: Page | undefined, canRead: FieldOptions['canRead']): Page | undefined =>
  page?.edges ? { ...page, edges: page.edges.filter(({ node }) => !isReference(node) || canRead(node)) } : page;

const cursorIn = (args: Readonly<Record<string, unknown>> | null): string => String(args?.['after'] ?? '');

export const connectionPolicy: ClientFieldPolicy = {
  keyArgs: ['filter', 'orderBy', 'first'],
  read: (existing, { args, canRead }) => {
    if (!isObject(existing)) return existing;
    const [pages, cursor] = [pagesIn(existing), cursorIn(args)];
    return withoutEvicted(cursor === '' ? joined(linkedPages(pages)) : pages[cursor], canRead);
  },
  merge: (existing, incoming, { args }) => {
    if (!isObject(incoming)) return incoming;
    const [pages, cursor] = [pagesIn(existing), cursorIn(args)];
    const page = mergedParts(pages[cursor], incoming);
    return { pages: cursor === '' ? { '': page } : { ...pages, [cursor]: page } };
  },
};
