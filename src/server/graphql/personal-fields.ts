/**
 * Which personal data a projection asks for: the fields that the schema marks with @tag(name: "pii"), by way of the field table.
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

/** `Type.field` of everything that is tagged. */
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

/** Path in SuperOffice's spelling → field in ours, for the personal ones. */
function personalPaths(entity: Embeddable<never>, tagged: ReadonlySet<string>): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const [field, entry] of Object.entries(entity.fields)) {
    const isTagged = tagged.has(`${entity.name}.${field}`);
    const needs = entry.kind === 'plain' && isTagged ? entry.needs : [];
    for (const need of needs) if (!paths.has(need)) paths.set(need, field); // a derived field is reported as what it is made of
    if (entry.kind !== 'embedded') continue;
    for (const [path, child] of personalPaths(entry.entity(), tagged))
      paths.set(`${entry.needs[0]}/${path}`, `${field}.${child}`);
  }
  return paths;
}

const isAsked = (projection: Projection, path: string): boolean => {
  const [property = '', child = ''] = path.split('/');
  const part = projection.get(property);
  return part === 'whole' || (part?.has(child) ?? false);
};

/** @returns names the personal fields that a projection of an entity asks for, e.g. `person.email`, sorted */
export function personalFields(
  documents: readonly DocumentNode[],
): (entity: Embeddable<never>, projection: Projection) => readonly string[] {
  const tagged = taggedFields(documents);
  const pathsOf = new Map<Embeddable<never>, ReadonlyMap<string, string>>();
  return (entity, projection) => {
    const paths = pathsOf.get(entity) ?? personalPaths(entity, tagged);
    pathsOf.set(entity, paths);
    const fields = [...paths].filter(([path]) => isAsked(projection, path)).map(([, field]) => field);
    return [...new Set(fields)].sort();
  };
}
