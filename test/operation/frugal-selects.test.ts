/**
 * The text of `$select` belongs to its projection, and is written once as long as that is the same object (select-text.test.ts).
 * Here: requests of the same document want the same objects again, and what is remembered is bounded and goes with its document.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { startEmulator, type Emulator } from '../../src/emulator/index.js';
import { consoleQueries } from '../support/console-queries.js';
import { observedSelects, type ObservedSelects } from '../support/observed-selects.js';

const actions = [
  'mutation { pickUpChatSession(id: 4) { userErrors { code } } }',
  'mutation { transferChatSession(id: 4, toAssociateId: 702) { session { id transferTo { fullName } } } }',
  'mutation { addChatMessage(sessionId: 4, message: "Hei") { message { whenPosted } } }',
].map((document) => ({ name: document, document }));

/** Everything that nobody holds any more is gone; what an await has just let go, too. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void; // what the flag has just put there
  for (let round = 0; round < 3; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    collect();
  }
}

describe('$select', () => {
  let emulator: Emulator;
  let observed: ObservedSelects;

  beforeAll(async () => {
    emulator = await startEmulator();
    observed = observedSelects(emulator.url);
  });

  afterAll(async () => {
    observed[Symbol.dispose]();
    await emulator.close();
  });

  it.each([...consoleQueries, ...actions])('of $name is written for the first request only', async ({ document }) => {
    const parsed = parse(document);
    const first = new Set(await observed.execute(parsed));
    const later = [await observed.execute(parsed), await observed.execute(parsed)].flat();

    expect(later.filter((projection) => !first.has(projection))).toEqual([]);
  });

  it('is remembered for a bounded number of conditions of one document, and not beyond the document', async () => {
    const names = ['rank', 'rating', 'topicId', 'alertLevel', 'firstMessage', 'lastMessage', 'customerName', 'flags'];
    const combinations = 2 ** names.length;
    const selected = names.map((name) => `${name} @include(if: $${name})`).join(' ');
    const query = `query (${names.map((name) => `$${name}: Boolean!`).join()}) { chatSession(id: 5) { ${selected} } }`;
    const documents = [parse(query)];
    const executeWith = async (bits: number): Promise<WeakRef<object> | null> => {
      const variables = Object.fromEntries(names.map((name, index) => [name, (bits >> index) % 2 === 1]));
      const [document] = documents;
      const [projection] = document ? await observed.execute(document, variables) : [];
      return projection ? new WeakRef(projection) : null;
    };
    const projections: (WeakRef<object> | null)[] = [];
    for (let bits = 0; bits < combinations; bits += 1) projections.push(await executeWith(bits));
    const alive = (): number => projections.filter((projection) => projection?.deref()).length;
    await collectGarbage();
    expect(projections).not.toContain(null);
    expect(alive()).toBeLessThanOrEqual(64);

    documents.pop();
    await observed.execute(parse('{ chatSession(id: 5) { status } }')); // the last document was still at hand
    await collectGarbage();
    expect(alive()).toBe(0);
  });
});
