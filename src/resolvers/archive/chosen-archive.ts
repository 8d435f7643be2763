/** Which archive answers a search, and what the audit records of it. */
import { sourcesFor } from '../../catalog/archive/archive-columns.js';
import { chatArchive, dynamicArchive } from '../../catalog/archive/session-archives.js';
import type { GatewayContext } from '../../context.js';
import { chatSessionEntity } from '../../entities/chat-session.js';
import type { FieldTable } from '../../entities/field-table.js';
import { BadUserInputError } from '../../errors/gateway-error.js';
import type { ChatSessionFilter } from '../../generated/resolver-types.js';
import type { ChatSessionCarrier } from '../../superoffice/carriers.js';
import type { Projection } from '../../superoffice/projection.js';
import { auditRead } from '../load-entity.js';
import { factsOf } from './session-restriction.js';

/** Each archive with the reads of its rows and of their number. */
const archives = [
  { archive: chatArchive, rows: 'sessionRows', count: 'sessionCount' },
  { archive: dynamicArchive, rows: 'dynamicRows', count: 'dynamicCount' },
] as const;

/** Fields by whose text sessions can be found. */
const chatSessionTexts: ReadonlySet<string> = new Set(
  archives.flatMap(({ archive }) =>
    Object.entries(archive.filters).flatMap(([field, { kind }]) => (kind === 'text' ? [field] : [])),
  ),
);

export type Chosen = (typeof archives)[number];

/** The archive that can be restricted so, and has all that is selected if any has. @throws {BadUserInputError} none can be restricted so */
export function chosenArchive(
  filter: ChatSessionFilter,
  projection: Projection,
  { archive: access }: GatewayContext,
): Chosen {
  const fields = [...factsOf(filter).fields];
  const known = archives.filter(({ archive }) => archive === chatArchive || access?.hasDynamic === true);
  const usable = known.filter(({ archive }) => fields.every((field) => field in archive.filters));
  const [first] = usable;
  if (first) return usable.find(({ archive }) => sourcesFor(archive, projection) !== null) ?? first;
  const missing = fields.find((field) => known.every(({ archive }) => !(field in archive.filters)));
  throw new BadUserInputError(
    missing === undefined
      ? 'These conditions cannot be searched for together: SuperOffice has them in two archives.'
      : `\`${missing}\` cannot be searched for here: the operator has not confirmed the archive that has it (ARCHIVE_CONFIRMED).`,
  );
}

/** Whether texts are among the conditions. */
export const searchesTexts = (filter: ChatSessionFilter): boolean =>
  [...factsOf(filter).fields].some((field) => chatSessionTexts.has(field));

/** Records for the audit which texts were searched: that a session is found says something about it. */
export function auditSearch(filter: ChatSessionFilter, context: GatewayContext): void {
  const table: FieldTable<ChatSessionCarrier> = chatSessionEntity.fields;
  const texts = [...factsOf(filter).fields].filter((field) => chatSessionTexts.has(field));
  const properties = texts.flatMap((field) => table[field]?.needs ?? []);
  const projection: Projection = new Map(properties.map((property) => [property, 'whole']));
  if (projection.size > 0) auditRead(context, { sessionId: null, entity: chatSessionEntity, projection });
}
