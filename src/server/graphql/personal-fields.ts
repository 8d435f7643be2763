/**
 * Finds the personal data that a projection selects: the fields that the schema marks with @tag(name: "pii"), mapped to properties
 * by the field table.
 */
import { Kind, type DocumentNode, type FieldDefinitionNode } from 'graphql';
import type { Embeddable } from '../../entities/field-table.js';
import type { Projection } from '../../superoffice/projection.js';

function isPersonal({ directives = [] }: FieldDefinitionNode): boolean {
  return directives.some(
    ({ name, arguments: args = [] }) =>
      name.value === 'tag' && args.some(({ value }) => value.kind === Kind.STRING && value.value === 'pii'),
  );
}

/** The tagged fields as `Type.field`. */
function taggedFields(documents: readonly DocumentNode[]): ReadonlySet<string> {
  const tagged = documents
    .flatMap(({ definitions }) => definitions)
    .flatMap((definition) => {
      const isType = definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION;
      const fields = isType ? (definition.fields ?? []) : [];
      return fields.filter(isPersonal).map((field) => (isType ? `${definition.name.value}.${field.name.value}` : ''));
    });
  return new Set(tagged);
}

/** Maps SuperOffice's property path to the gateway's field name, for personal fields. */
function personalPaths(entity: Embeddable<never>, tagged: ReadonlySet<string>): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const [field, entry] of Object.entries(entity.fields)) {
    const isTagged = tagged.has(`${entity.name}.${field}`);
    const needs = entry.kind === 'plain' && isTagged ? entry.needs : [];
    for (const need of needs) if (!paths.has(need)) paths.set(need, field); // properties of a derived field are reported under the first field
    if (entry.kind !== 'embedded') continue;
    for (const [path, child] of personalPaths(entry.entity(), tagged))
      paths.set(`${entry.needs[0]}/${path}`, `${field}.${child}`);
  }
  return paths;
}

const isSelected = (projection: Projection, path: string): boolean => {
  const [property = '', child = ''] = path.split('/');
  const part = projection.get(property);
  return part === 'whole' || (part?.has(child) ?? false);
};

/** @returns lists the personal fields that a projection of an entity selects, e.g. `person.email`, sorted */
export function personalFields(
  documents: readonly DocumentNode[],
): (entity: Embeddable<never>, projection: Projection) => readonly string[] {
  const tagged = taggedFields(documents);
  const pathsOf = new Map<Embeddable<never>, ReadonlyMap<string, string>>();
  return (entity, projection) => {
    const paths = pathsOf.get(entity) ?? personalPaths(entity, tagged);
    pathsOf.set(entity, paths);
    const fields = [...paths].filter(([path]) => isSelected(projection, path)).map(([, field]) => field);
    return [...new Set(fields)].sort();
  };
}
