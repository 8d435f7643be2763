/**
 * The properties that only some versions of SuperOffice have, as `$select` names them: `Rating`, `Ticket/Language`.
 * The field tables say which they are.
 */
import type { Embeddable, FieldTable } from './field-table.js';

const versionedNeeds = (table: FieldTable<never>): readonly string[] =>
  Object.values(table).flatMap((entry) => (entry.kind === 'plain' && entry.isVersioned ? [...entry.needs] : []));

/** @param entities the results of calls; paths go one level into embedded entities, as selections do */
export function versionedPaths(entities: readonly Embeddable<never>[]): ReadonlySet<string> {
  const paths = entities.flatMap(({ fields }) => [
    ...versionedNeeds(fields),
    ...Object.values(fields).flatMap((entry) =>
      entry.kind === 'embedded' ? versionedNeeds(entry.entity().fields).map((name) => `${entry.needs[0]}/${name}`) : [],
    ),
  ]);
  return new Set(paths);
}
