/**
 * Transfers: offers, and the effect of accepting and rejecting them.
 */
import { describe, expect, it } from '@jest/globals';
import { gatewayWithSession, kari, stateOf } from '../../support/console-sessions.js';

describe('a transfer', () => {
  const transfer = `mutation ($id: ID!, $toAssociateId: ID, $toUserName: String, $to: ID) {
    transferChatSession(id: $id, toAssociateId: $toAssociateId, toUserName: $toUserName, to: $to) {
      session { transferTo { fullName } } userErrors { code }
    }
  }`;
  const respondWith = (verb: string): string =>
    `mutation { ${verb}ChatSessionTransfer(id: 4) { session { user { id } transferTo { id } } userErrors { code } } }`;
  const answerUnchecked = (verb: string): string =>
    `mutation { ${verb}ChatSessionTransfer(id: 4) { session { user { id } transferTo { id } } } }`;

  it.each([
    [{ toAssociateId: '702' }, '702'],
    [{ toUserName: 'kari' }, 'kari'],
    [{ toUserName: 'KARI@example.com' }, 'KARI@example.com'],
    [{ to: 'kari' }, 'kari'],
  ])('offers the session to %j', async (to, sent) => {
    await using gateway = await gatewayWithSession();

    const { data } = await gateway.query(transfer, { id: '4', ...to });

    expect(data.transferChatSession).toEqual({ session: { transferTo: { fullName: 'Kari Ødegård' } }, userErrors: [] });
    expect(gateway.emulator.requests).toEqual([
      'TransferChatSession 4 $select=ChatSessionId,TransferTo/AssociateId,TransferTo/FullName,TransferTo/Name,TransferTo/UserName',
    ]);
    expect(gateway.emulator.log[0]?.bodyText).toBe(`{"ChatSessionId":4,"ToAssociate":"${sent}"}`);
  });

  it("of a colleague's session changes nothing, and `userErrors` reports it", async () => {
    await using gateway = await gatewayWithSession();

    const { data } = await gateway.query(transfer, { id: '4', toAssociateId: '703' }, kari);

    expect(data.transferChatSession).toEqual({ session: { transferTo: null }, userErrors: [{ code: 'NOT_YOURS' }] });
    expect(await stateOf(gateway)).toMatchObject({ user: { id: '701' }, transferTo: null });
  });

  it('to an unknown user is refused by SuperOffice: an error, no userErrors', async () => {
    await using gateway = await gatewayWithSession();

    const { data, errors } = await gateway.query(transfer, { id: '4', toUserName: 'unknown@example.com' });

    expect([data, errors?.map(({ extensions }) => extensions.code)]).toEqual([
      { transferChatSession: null },
      ['UPSTREAM_REJECTED'],
    ]);
  });

  it.each([
    ['userErrors', 'transferChatSession(id: 4, toAssociateId: 703) { userErrors { code } }'],
    ['nothing but a name', 'transferChatSession(id: 4, toUserName: "jan") { __typename }'],
  ])(
    'that is offered to another user afterwards is an error that names the user, selecting %s',
    async (_what, field) => {
      await using gateway = await gatewayWithSession();
      await gateway.query(transfer, { id: '4', toAssociateId: '702' });

      const { data, errors } = await gateway.query(`mutation { ${field} }`, {}, kari); // not Kari's: nothing happens

      expect(data).toEqual({ transferChatSession: null });
      expect(errors).toMatchObject([
        {
          path: ['transferChatSession'],
          message: expect.stringContaining('Kari Ødegård (associate id 702)'),
          extensions: { code: 'TRANSFER_REACHED_ANOTHER_USER', reachedAssociateId: '702' },
        },
      ]);
      expect(gateway.log()).not.toContain('Ødegård');
      expect(await stateOf(gateway)).toMatchObject({ transferTo: { id: '702' } });
    },
  );

  it('is checked even if nothing is selected', async () => {
    await using gateway = await gatewayWithSession();
    const body = '{"ChatSessionId":4,"TransferTo":{"AssociateId":702,"FullName":null}}';
    gateway.emulator.injectFault({ kind: 'body', body, match: { operation: 'TransferChatSession' } });

    const { errors } = await gateway.query(
      'mutation { transferChatSession(id: 4, toAssociateId: 703) { session { id } } }',
    );

    expect(errors?.[0]?.message).toContain('the user with associate id 702');
    expect(gateway.emulator.requests).toHaveLength(1);
  });

  it.each([
    ['no id', '{"Name":"OLA","UserName":"ola","FullName":"Ola"}', 'toAssociateId: 702'],
    ['null for an id', '{"AssociateId":null,"Name":"OLA","FullName":"Ola"}', 'toUserName: "kari"'],
    ['an id that is none', '{"AssociateId":-1,"Name":"KARI","UserName":"kari"}', 'toUserName: "kari"'],
  ])('to a user with %s in the response is not taken for nothing done', async (_what, user, argument) => {
    await using gateway = await gatewayWithSession();
    const body = `{"ChatSessionId":4,"TransferTo":${user}}`;
    gateway.emulator.injectFault({ kind: 'body', body, match: { operation: 'TransferChatSession' } });

    const { data, errors } = await gateway.query(
      `mutation { transferChatSession(id: 4, ${argument}) { userErrors { code } } }`,
    );

    expect([data, errors?.map(({ extensions }) => extensions.code)]).toEqual([
      { transferChatSession: null },
      ['UPSTREAM_OUTCOME_UNKNOWN'],
    ]);
    expect(gateway.emulator.requests).toHaveLength(1);
  });

  it('by user name to a user whose names SuperOffice hides is not taken for done', async () => {
    await using gateway = await gatewayWithSession();
    const body =
      '{"ChatSessionId":4,"TransferTo":{"AssociateId":703,"FullName":"Jan van Dijk","Name":null,"UserName":""}}';
    gateway.emulator.injectFault({ kind: 'body', body, match: { operation: 'TransferChatSession' } });

    const { data, errors } = await gateway.query(transfer, { id: '4', toUserName: 'kari' });

    expect([data, errors?.map(({ extensions }) => extensions.code)]).toEqual([
      { transferChatSession: null },
      ['UPSTREAM_OUTCOME_UNKNOWN'],
    ]);
  });

  it.each([
    ['transferChatSession(id: 4, toAssociateId: 702)', 'TransferChatSession', ['UPSTREAM_OUTCOME_UNKNOWN']],
    ['acceptChatSessionTransfer(id: 4)', 'AcceptChatSessionTransfer', undefined],
  ])('%s whose response does not show the result reports it', async (field, operation, codesWithoutUserErrors) => {
    await using gateway = await gatewayWithSession();
    await gateway.query(transfer, { id: '4', toAssociateId: '702' });
    const body = '{"ChatSessionId":4,"TransferTo":{"AssociateId":"702"}}';
    gateway.emulator.injectFault({ kind: 'body', body, match: { operation }, times: 2 });

    const withUserErrors = await gateway.query(`mutation { ${field} { userErrors { code } } }`, {}, kari);
    const withoutUserErrors = await gateway.query(`mutation { ${field} { session { id } } }`, {}, kari);

    expect(withUserErrors.errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_OUTCOME_UNKNOWN']);
    expect(withoutUserErrors.errors?.map(({ extensions }) => extensions.code)).toEqual(codesWithoutUserErrors);
  });

  it.each([
    ['accept', '702'],
    ['reject', '701'],
  ])('lets the colleague %s: the offer is gone, and the session is %s’s', async (verb, user) => {
    await using gateway = await gatewayWithSession();
    await gateway.query(transfer, { id: '4', toAssociateId: '702' });
    gateway.emulator.clearLog();

    const { data } = await gateway.query(respondWith(verb), {}, kari);

    expect(Object.values(data)).toEqual([{ session: { user: { id: user }, transferTo: null }, userErrors: [] }]);
    const select = '$select=ChatSessionId,TransferTo/AssociateId,TransferTo/Name,TransferTo/UserName,User/AssociateId';
    expect(gateway.emulator.requests).toEqual([
      `GetChatSessionEntity 4 ${select}`,
      `${verb === 'accept' ? 'Accept' : 'Reject'}ChatSessionTransfer 4 ${select}`,
    ]);
  });

  it.each(['accept', 'reject'])('to %s costs one call without userErrors', async (verb) => {
    await using gateway = await gatewayWithSession();
    await gateway.query(transfer, { id: '4', toAssociateId: '702' });
    gateway.emulator.clearLog();

    const { data } = await gateway.query(answerUnchecked(verb), {}, kari);

    expect(Object.values(data)).toMatchObject([{ session: { transferTo: null } }]);
    expect(gateway.emulator.requests).toHaveLength(1);
  });

  it.each(['accept', 'reject'])('to %s without an offer does nothing, and reports it', async (verb) => {
    await using gateway = await gatewayWithSession();

    const { data } = await gateway.query(respondWith(verb), {}, kari);

    expect(Object.values(data)).toEqual([
      { session: { user: { id: '701' }, transferTo: null }, userErrors: [{ code: 'NO_TRANSFER_PENDING' }] },
    ]);
    expect(gateway.emulator.requests).toHaveLength(1); // the look, and no action
  });

  it.each(['accept', 'reject'])("to %s another user's offer does nothing, and reports it", async (verb) => {
    await using gateway = await gatewayWithSession();
    await gateway.query(transfer, { id: '4', toAssociateId: '703' });

    const { data } = await gateway.query(respondWith(verb), {}, kari);

    expect(Object.values(data)).toMatchObject([{ userErrors: [{ code: 'NOT_YOURS' }] }]);
    expect(await stateOf(gateway)).toMatchObject({ user: { id: '701' }, transferTo: { id: '703' } });
  });

  it.each([
    [{ toAssociateId: '0' }, 'toAssociateId'],
    [{ toAssociateId: '99999999999' }, 'toAssociateId'],
    [{ toAssociateId: 'kari' }, 'toAssociateId'],
    [{ toUserName: '' }, 'toUserName'],
    [{ toUserName: 'a\nb' }, 'toUserName'],
    [{ toUserName: ' kari' }, 'toUserName'],
    [{ toUserName: 'kari ' }, 'toUserName'],
    [{ toUserName: 'x'.repeat(256) }, 'toUserName'],
    [{ toUserName: '702' }, 'toAssociateId'],
    [{ to: '702' }, 'toAssociateId'],
    [{ to: '702' }, 'toUserName'],
    [{ to: ' 702' }, 'toUserName'],
    [{ toUserName: '+702' }, 'toAssociateId'],
    [{ to: '-702' }, 'toAssociateId'],
    [{}, 'exactly one'],
    [{ toAssociateId: null, toUserName: null }, 'exactly one'],
    [{ toAssociateId: '702', toUserName: 'kari' }, 'exactly one'],
    [{ toAssociateId: '702', to: 'kari' }, 'exactly one'],
  ])('to %j is refused before any call, with a text that has %j', async (to, text) => {
    await using gateway = await gatewayWithSession();

    const { errors } = await gateway.query(transfer, { id: '4', ...to });

    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors?.[0]?.message).toContain(text);
    expect(gateway.emulator.requests).toEqual([]);
  });
});
