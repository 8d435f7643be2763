/**
 * Plugin of codegen.yml: the operations of src/client-policies/console as typed documents for the client package, or (`emits: texts`) as texts by the
 * hash that clients send, for TRUSTED_DOCUMENTS=builtin. Both have `__typename` in each selection, which the caches of clients add.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Kind, print, separateOperations, visit } from 'graphql';

/** Manifests of earlier versions, which frontends may still send: `npm version` adds the present one. */
const released = 'src/client-policies/console/released';

const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

const withTypenames = (document) =>
  visit(document, {
    SelectionSet: (node, _key, parent) =>
      parent.kind === Kind.OPERATION_DEFINITION ? undefined : { ...node, selections: [...node.selections, typename] },
  });

const orderOf = ({ kind }) => (kind === Kind.OPERATION_DEFINITION ? 0 : 1);

/** One document for each operation, with the fragments that it uses, sorted by name. */
function operationsOf(documents) {
  const definitions = documents.flatMap(({ document }) => document.definitions);
  const separate = separateOperations({ kind: Kind.DOCUMENT, definitions });
  return Object.entries(separate)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, document]) => {
      const [operation, ...fragments] = document.definitions.toSorted((one, other) => orderOf(one) - orderOf(other));
      const complete = withTypenames({ ...document, definitions: [operation, ...fragments] });
      const body = print(complete);
      return {
        id: createHash('sha256').update(body).digest('hex'),
        name,
        type: operation.operation,
        body,
        document: complete,
      };
    });
}

const suffixes = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' };

/** Without positions, and without what is empty. */
const syntaxOf = (document) =>
  JSON.stringify(document, (key, value) =>
    key === 'loc' || (Array.isArray(value) && value.length === 0) ? undefined : value,
  );

function typedDocument({ name, type, id, document }) {
  const types = `${name}${suffixes[type]}`;
  const syntax = `${syntaxOf(document)} as unknown`;
  return `/** Its id in the manifest: ${id} */
export const ${name}Document = ${syntax} as ConsoleDocument<${types}, ${types}Variables>;`;
}

const typedDocuments = (operations) => ({
  prepend: ["import type { ConsoleDocument } from '../client-policies/console-document.js';"],
  content: [
    ...operations.map(typedDocument),
    `/** The id of each operation by its name: the hash of its text, as the manifest has it. */
export const documentIds = ${JSON.stringify(Object.fromEntries(operations.map(({ name, id }) => [name, id])), null, 2)} as const;`,
    `/**
 * The id of one of these documents, also after a client has added to it: for links that send ids instead of texts.
 * @throws {TypeError} it is not one of these documents
 */
export function documentIdOf({ definitions }: { readonly definitions: readonly object[] }): string {
  const { name } = definitions[0] as { readonly name?: { readonly value: string } };
  const id = Object.entries(documentIds).find(([operation]) => operation === name?.value)?.[1];
  if (id === undefined) throw new TypeError(\`\${name?.value ?? 'an operation without a name'} is not an operation of the console\`);
  return id;
}`,
  ].join('\n\n'),
});

const earlierOperations = () =>
  (existsSync(released) ? readdirSync(released) : []).flatMap(
    (name) => JSON.parse(readFileSync(`${released}/${name}`, 'utf8')).operations,
  );

function manifest(operations) {
  const listed = operations.map(({ id, name, type, body }) => ({ id, name, type, body }));
  const known = new Set(listed.map(({ id }) => id));
  const earlier = earlierOperations().filter(({ id }) => !known.has(id));
  return `/** The operations of consoles, of this version and of earlier ones. */
export const consoleOperations: readonly { id: string; name: string; type: string; body: string }[] = ${JSON.stringify([...listed, ...earlier], null, 2)};
`;
}

export const plugin = (_schema, documents, { emits }) => {
  const operations = operationsOf(documents);
  return emits === 'texts' ? manifest(operations) : typedDocuments(operations);
};
