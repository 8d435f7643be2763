/** Requests of the scaling bench. Fields are the leaves of the schema, without those that need another call. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSchema, getNamedType, isLeafType } from 'graphql';

const otherCalls = new Set(['topic', 'messages', 'transcript']);
const deepest = 3;

/** Every leaf of a type as its path, shortest first. */
function leavesOf(type) {
  const leaves = [];
  let level = [{ type, path: [] }];
  for (let depth = 0; depth < deepest; depth += 1) {
    const next = [];
    for (const { type: parent, path } of level) {
      for (const [name, field] of Object.entries(parent.getFields())) {
        if (otherCalls.has(name)) continue;
        const named = getNamedType(field.type);
        if (isLeafType(named)) leaves.push([...path, name]);
        else next.push({ type: named, path: [...path, name] });
      }
    }
    level = next;
  }
  return leaves;
}

/** @returns the leaves of ChatSession, as paths */
export async function sessionLeaves(checkout) {
  const { printApiSdl } = await import(pathToFileURL(join(checkout, 'dist/index.js')));
  return leavesOf(buildSchema(printApiSdl()).getType('ChatSession'));
}

function selectionText(tree) {
  const fields = Object.entries(tree).map(([name, children]) =>
    children === true ? name : `${name} ${selectionText(children)}`,
  );
  return `{ ${fields.join(' ')} }`;
}

/** The selection of these leaves. */
export function selectionOf(leaves) {
  const tree = {};
  for (const path of leaves) {
    let branch = tree;
    for (const name of path.slice(0, -1)) branch = branch[name] ??= {};
    branch[path.at(-1)] = true;
  }
  return selectionText(tree);
}

const listFields = 'id status customerName whenRequested alertLevel customerHost user { fullName } contact { name }';

const wallOf = (fields) =>
  `query Wall($a: [ID!]!, $b: [ID!]!) { a: chatSessions(ids: $a) { ${fields} } b: chatSessions(ids: $b) { ${fields} } }`;

const idsFrom = (first, count) => Array.from({ length: count }, (_, index) => String(first + index));

/** A wall of different sessions, in two lists, since one has at most a hundred ids. */
export const wallRequest = (sessions, fields = listFields) => ({
  query: wallOf(fields),
  variables: { a: idsFrom(1, Math.ceil(sessions / 2)), b: idsFrom(1_001, Math.floor(sessions / 2)) },
});

/** The caller's own sessions, in one call. */
export const ownSessionsRequest = (fields) => ({ query: `query Own { myChatSessions { ${fields} } }` });

/** One session with this selection. */
export const sessionRequest = (selection, id = 192) => ({
  query: `query Session($id: ID!) { chatSession(id: $id) ${selection} }`,
  variables: { id },
});

/** Five plain fields of one session: the most frequent query of a console. */
export const smallRequest = sessionRequest('{ id status customerName whenRequested customerHost }');

/**
 * Documents that differ in what they select, as those of many clients do.
 * @param leaves see sessionLeaves
 * @returns number from 0 → request
 */
export function differentRequests(leaves) {
  const own = leaves.filter((path) => path.length === 1 && path[0] !== 'id').map(([name]) => name);
  return (number) => {
    const chosen = own.slice(0, 20).filter((_, bit) => (number >> bit) & 1);
    return sessionRequest(
      `{ id ${chosen.join(' ')} user { fullName } contact { name } person { firstname lastname } }`,
    );
  };
}
