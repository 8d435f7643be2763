/** How many documents are kept: by their memory, not by their length. */
import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { bytesOf, DocumentStore } from '../../../src/server/documents/document-store.js';

const query = (number: number): string => `query Q${number} { chatSession(id: ${number}) { id status } }`;
const documents = Array.from({ length: 20 }, (_, index) => parse(query(1_000 + index)));
const oneDocument = bytesOf(parse(query(1_000)));

describe('the store of documents', () => {
  it('is limited by weight; the one that was used longest ago is dropped first', async () => {
    const store = new DocumentStore(oneDocument * 3);
    for (const [index, document] of documents.slice(0, 3).entries()) await store.set(String(index), document);
    await store.get('0');
    await store.set('3', documents[3] ?? parse('{ a }'));
    expect(await Promise.all(['0', '1', '2', '3'].map((key) => store.get(key)))).toEqual([
      documents[0],
      undefined,
      documents[2],
      documents[3],
    ]);
  });

  it('does not keep one that alone is heavier than the limit', async () => {
    const store = new DocumentStore(oneDocument - 1);
    await store.set('0', documents[0] ?? parse('{ a }'));
    expect(store.keys()).toEqual([]);
  });

  it('weighs comments and commas, too: comment tokens and the source text are kept as well', () => {
    expect(bytesOf(parse(`# why\n${query(1_000)}`))).toBeGreaterThan(oneDocument);
    expect(bytesOf(parse(`${query(1_000)}${','.repeat(1_000)}`))).toBe(oneDocument + 2_000);
  });
});
