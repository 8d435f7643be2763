/**
 * Handing a session over: what is offered to whom, and what the answer to an offer does.
 */
import { describe, expect, it } from '@jest/globals';
import { gatewayWithSession, kari, stateOf } from '../support/console-sessions.js';

describe('handing over', () => {
  const transfer = `mutation ($id: ID!, $to: ID!) {
    transferChatSession(id: $id, to: $to) { session { transferTo { fullName } } userErrors { code } }
  }`;
  const answer = (verb: string): string =>
    `mutation { ${verb}ChatSessionTransfer(id: 4) { session { user { id } transferTo { id } } userErrors { code } } }`;
  const answerUnchecked = (verb: string): string =>
    `mutation { ${verb}ChatSessionTransfer(id: 4) { session { user { id } transferTo { id } } } }`;

  it.each([['702'], ['kari'], ['KARI@example.com']])('offers the session to %s', async (to) => {
    await using gateway = await gatewayWithSession();

    const { data } = await gateway.query(transfer, { id: '4', to });

    expect(data.transferChatSession).toEqual({ session: { transferTo: { fullName: 'Kari Ødegård' } }, userErrors: [] });
    expect(gateway.emulator.requests).toEqual([
      'TransferChatSession 4 $select=ChatSessionId,TransferTo/AssociateId,TransferTo/FullName,TransferTo/Name,TransferTo/UserName',
    ]);
    expect(gateway.emulator.log[0]?.bodyText).toBe(`{"ChatSessionId":4,"ToAssociate":"${to}"}`);
  });

  it("somebody else's session stays as it is, and the caller is told so", async () => {
    await using gateway = await gatewayWithSession();

    const { data } = await gateway.query(transfer, { id: '4', to: '703' }, kari);

    expect(data.transferChatSession).toEqual({ session: { transferTo: null }, userErrors: [{ code: 'NOT_YOURS' }] });
    expect(await stateOf(gateway)).toMatchObject({ user: { id: '701' }, transferTo: null });
  });

  it('one that was offered to another before stays offered to him, and the caller is told so', async () => {
    await using gateway = await gatewayWithSession();
    await gateway.query(transfer, { id: '4', to: '702' });

    const { data } = await gateway.query(transfer, { id: '4', to: '703' }, kari);

    expect(data.transferChatSession.userErrors).toEqual([{ code: 'NOT_YOURS' }]);
    expect(await stateOf(gateway)).toMatchObject({ transferTo: { id: '702' } });
  });

  it.each([
    ['transferChatSession(id: 4, to: "702")', 'TransferChatSession'],
    ['acceptChatSessionTransfer(id: 4)', 'AcceptChatSessionTransfer'],
  ])('%s of which nobody can tell what became of it says so', async (field, operation) => {
    await using gateway = await gatewayWithSession();
    await gateway.query(transfer, { id: '4', to: '702' });
    const body = '{"ChatSessionId":4,"TransferTo":{"AssociateId":"702"}}';
    gateway.emulator.injectFault({ kind: 'body', body, match: { operation }, times: 2 });

    const asked = await gateway.query(`mutation { ${field} { userErrors { code } } }`, {}, kari);
    const unasked = await gateway.query(`mutation { ${field} { session { id } } }`, {}, kari);

    expect(asked.errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_OUTCOME_UNKNOWN']);
    expect([Object.values(unasked.data), unasked.errors]).toEqual([[{ session: { id: '4' } }], undefined]);
  });

  it.each([
    ['accept', '702'],
    ['reject', '701'],
  ])('the colleague can %s: the offer is gone, and the session is %s’s', async (verb, user) => {
    await using gateway = await gatewayWithSession();
    await gateway.query(transfer, { id: '4', to: '702' });
    gateway.emulator.clearLog();

    const { data } = await gateway.query(answer(verb), {}, kari);

    expect(Object.values(data)).toEqual([{ session: { user: { id: user }, transferTo: null }, userErrors: [] }]);
    const select = '$select=ChatSessionId,TransferTo/AssociateId,TransferTo/Name,TransferTo/UserName,User/AssociateId';
    expect(gateway.emulator.requests).toEqual([
      `GetChatSessionEntity 4 ${select}`,
      `${verb === 'accept' ? 'Accept' : 'Reject'}ChatSessionTransfer 4 ${select}`,
    ]);
  });

  it.each(['accept', 'reject'])('to %s costs one call when nobody asks for userErrors', async (verb) => {
    await using gateway = await gatewayWithSession();
    await gateway.query(transfer, { id: '4', to: '702' });
    gateway.emulator.clearLog();

    const { data } = await gateway.query(answerUnchecked(verb), {}, kari);

    expect(Object.values(data)).toMatchObject([{ session: { transferTo: null } }]);
    expect(gateway.emulator.requests).toHaveLength(1);
  });

  it.each(['accept', 'reject'])('to %s what nobody offers does nothing, and says so', async (verb) => {
    await using gateway = await gatewayWithSession();

    const { data } = await gateway.query(answer(verb), {}, kari);

    expect(Object.values(data)).toEqual([
      { session: { user: { id: '701' }, transferTo: null }, userErrors: [{ code: 'NO_TRANSFER_PENDING' }] },
    ]);
    expect(gateway.emulator.requests).toHaveLength(1); // the look, and no action
  });

  it.each(['accept', 'reject'])("to %s another's offer does nothing, and says so", async (verb) => {
    await using gateway = await gatewayWithSession();
    await gateway.query(transfer, { id: '4', to: '703' });

    const { data } = await gateway.query(answer(verb), {}, kari);

    expect(Object.values(data)).toMatchObject([{ userErrors: [{ code: 'NOT_YOURS' }] }]);
    expect(await stateOf(gateway)).toMatchObject({ user: { id: '701' }, transferTo: { id: '703' } });
  });

  it.each([
    ['0', 'id'],
    ['99999999999', 'id'],
    ['', 'name'],
    ['a\nb', 'name'],
    [' kari', 'name'],
    ['kari ', 'name'],
    ['x'.repeat(256), 'name'],
  ])('to %j is refused before anything is asked', async (to) => {
    await using gateway = await gatewayWithSession();

    const { errors } = await gateway.query(transfer, { id: '4', to });

    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(gateway.emulator.requests).toEqual([]);
  });
});
