/** Documents for a gateway's cache, and requests by their hash. */
import { documentHash } from '../../src/server/documents/trusted-documents.js';

export const small = '{ chatSession(id: 192) { id topicId } }';
export const byVariable = 'query One($id: ID! = "192") { chatSession(id: $id) { status } }';
export const two = 'query A { chatSession(id: 192) { id } } query B { chatSession(id: 193) { alias: id } }';
export const bad = '{ a: chatSession(id: "x") { id } b: chatSession(id: 192) { id } }';
export const many = `{ ${Array.from({ length: 60 }, (_, n) => `a${n}: __typename`).join(' ')} }`;
export const entities =
  'query ($of: [_Any!]!) { _entities(representations: $of) { ... on ChatSession { id status } __typename } }';

/** Request of a document by its hash. */
export const named = (text: string) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash: documentHash(text) } },
});
