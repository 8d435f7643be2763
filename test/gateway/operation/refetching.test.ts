/** The root fields that Relay's compiler writes for `@refetchable`: the same reads as `chatSession` and `chatTopic`. */
import { describe, expect, it } from '@jest/globals';
import { gatewayOnEmulator } from '../../support/query-gateway.js';

async function outcomeOf(query: string) {
  await using gateway = await gatewayOnEmulator();
  for (const operation of ['GetChatSessionEntity', 'GetChatTopicEntity'])
    gateway.emulator.injectFault({ kind: 'status', status: 403, match: { operation, id: '5' } });
  const { data, errors } = await gateway.query(query);
  return { data, codes: errors?.map(({ extensions }) => extensions?.['code']), calls: gateway.emulator.requests };
}

describe.each([
  ['fetch__ChatSession', 'chatSession', 'customerName', 'status'],
  ['fetch__ChatTopic', 'chatTopic', 'name', 'secondsPrAccept'],
])('%s', (fetched, field, one, other) => {
  it(`of the same id as ${field} is joined with it in one call`, async () => {
    const { data, calls } = await outcomeOf(
      `{ a: ${field}(id: 1) { id ${one} } b: ${fetched}(id: 1) { id ${other} } }`,
    );
    expect([data.a.id, data.b.id, calls.length]).toEqual(['1', '1', 1]);
  });

  it(`responds as ${field} does: to two ids, one that fails, one that does not exist and one that is refused`, async () => {
    const all = (name: string): string =>
      ['1', '4', '5', '99999', '"x"'].map((id, index) => `f${index}: ${name}(id: ${id}) { id ${one} }`).join(' ');
    const outcome = await outcomeOf(`{ ${all(fetched)} }`);
    expect(outcome).toEqual(await outcomeOf(`{ ${all(field)} }`));
    expect(outcome.data).toMatchObject({ f0: { id: '1' }, f1: { id: '4' }, f2: null, f3: null, f4: null });
    expect([...(outcome.codes ?? [])].sort()).toEqual(['BAD_USER_INPUT', 'FORBIDDEN']);
  });
});
