/**
 * The rule that separates `userErrors` from errors: when SuperOffice does nothing, the response has a `userErrors` entry; when it
 * refuses, the response has an error.
 */
import { describe, expect, it } from '@jest/globals';
import { gatewayWithSession, kari } from '../../support/console-sessions.js';

const lxl = { authorization: 'Bearer lxl' }; // has a role in topic 1 only, session 4 is in topic 3

describe('writing', () => {
  const write = 'mutation { addChatMessage(sessionId: 4, message: "Hei") { message { id } userErrors { code } } }';

  it.each([
    ['a colleague’s session', kari, 'FORBIDDEN'],
    ['a session that is over', undefined, 'UPSTREAM_REJECTED'],
  ])('to %s is refused by SuperOffice: an error, no userErrors', async (_what, caller, code) => {
    await using gateway = await gatewayWithSession();
    if (caller === undefined) await gateway.query('mutation { closeChatSession(id: 4) { __typename } }');
    gateway.emulator.clearLog();

    const { data, errors } = await gateway.query(write, {}, caller);

    expect([data, errors?.map(({ extensions }) => extensions.code)]).toEqual([{ addChatMessage: null }, [code]]);
    expect(gateway.emulator.requests).toEqual(['AddChatMessage 4 $select=ChatMessageId,ChatSessionId']);
  });
});

describe('closing', () => {
  it("a colleague's session is refused by SuperOffice: an error, and the session stays open", async () => {
    await using gateway = await gatewayWithSession();

    const { data, errors } = await gateway.query(
      'mutation { closeChatSession(id: 4) { session { id } userErrors { code } } }',
      {},
      kari,
    );

    expect([data, errors?.map(({ extensions }) => extensions.code)]).toEqual([
      { closeChatSession: null },
      ['FORBIDDEN'],
    ]);
    expect((await gateway.query('{ chatSession(id: 4) { isOpen } }')).data.chatSession).toEqual({ isOpen: true });
  });
});

describe('picking up', () => {
  it('a session of a topic without a role is refused by SuperOffice: an error', async () => {
    await using gateway = await gatewayWithSession();
    await gateway.query('mutation { resetChatSession(id: 4) { __typename } }');
    const pickUp = 'mutation { pickUpChatSession(id: 4) { session { id } userErrors { code } } }';

    const { data, errors } = await gateway.query(pickUp, {}, lxl);
    const again = await gateway.query(pickUp, {}, kari);
    const late = await gateway.query(pickUp);

    expect([data, errors?.map(({ extensions }) => extensions.code)]).toEqual([
      { pickUpChatSession: null },
      ['FORBIDDEN'],
    ]);
    expect(again.data.pickUpChatSession).toEqual({ session: { id: '4' }, userErrors: [] });
    expect([late.errors, late.data.pickUpChatSession.userErrors]).toEqual([undefined, [{ code: 'NOT_IN_QUEUE' }]]);
  });
});
