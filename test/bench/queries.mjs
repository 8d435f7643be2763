/**
 * The queries: one session, all of one session, a wall of sessions, a router's references. The text of a document never changes and
 * its ids are variables, so all gateways with a document cache use it.
 */
import { readFileSync } from 'node:fs';

/** Ids of the sessions that upstream has, see upstream/records.mjs. */
export const sessionIds = Array.from({ length: 200 }, (_, index) => 1001 + index);

/** All of the specification's sample, except its 198th path, SessionKey, which the default schema does not have. */
const everything = readFileSync(new URL('everything.graphql', import.meta.url), 'utf8');

const scalars = ['id', 'status', 'customerName', 'rank', 'whenRequested'];
const row = `${scalars.join(' ')} lastMessage user { fullName } person { email }`;
const scalarPaths = ['ChatSessionId', 'CustomerName', 'Rank', 'Status', 'WhenRequested'];
const rowPaths = [
  ...scalarPaths,
  'LastMessage',
  'Person/Email',
  'Person/PersonId',
  'User/AssociateId',
  'User/FullName',
];

const aliases = Array.from({ length: 20 }, (_, index) => index);

const wall = `query Wall(${aliases.map((n) => `$id${n}: ID!`).join(' ')}) {
  ${aliases.map((n) => `s${n}: chatSession(id: $id${n}) { ...Row }`).join('\n  ')}
}
fragment Row on ChatSession { ${row} }`;

const references = `query References($references: [_Any!]!) {
  _entities(representations: $references) { ... on ChatSession { ${scalars.join(' ')} } }
}`;

/** `size` different ids, with another first one for each `start`. */
const idsFrom = (start, size) =>
  Array.from({ length: size }, (_, index) => String(sessionIds[(start * 7 + index) % sessionIds.length]));

/** name → document, count of its sessions, variables of its nth request; what a proxy selects (null: all); requests at once. */
export const queries = {
  Q1: {
    about: 'one session, 5 scalars',
    query: `query One($id: ID!) { chatSession(id: $id) { ${scalars.join(' ')} } }`,
    sessions: 1,
    variablesOf: ([id]) => ({ id }),
    paths: scalarPaths,
    atOnce: 16,
  },
  Q2: {
    about: 'one session, everything: 197 leaf paths',
    query: everything,
    sessions: 1,
    variablesOf: ([id]) => ({ id }),
    paths: null,
    atOnce: 16,
  },
  Q3: {
    about: '20 sessions by alias, 8 fields each, 2 of them nested',
    query: wall,
    sessions: aliases.length,
    variablesOf: (ids) => Object.fromEntries(ids.map((id, n) => [`id${n}`, id])),
    paths: rowPaths,
    atOnce: 8,
  },
  Q4: {
    about: '`_entities` with 50 references, 5 scalars',
    query: references,
    sessions: 50,
    variablesOf: (ids) => ({ references: ids.map((id) => ({ __typename: 'ChatSession', id })) }),
    paths: scalarPaths,
    atOnce: 4,
  },
};

/** A wall that names each of five sessions four times. */
export function repeatedWall() {
  const ids = aliases.map((index) => String(sessionIds[index % 5]));
  return JSON.stringify({ query: wall, variables: queries.Q3.variablesOf(ids) });
}

/** @returns the nth request's ids and body */
export function requestOf(name, start) {
  const { query, sessions, variablesOf } = queries[name];
  const ids = idsFrom(start, sessions);
  return { ids, body: JSON.stringify({ query, variables: variablesOf(ids) }) };
}
