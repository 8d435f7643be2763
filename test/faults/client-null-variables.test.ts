/** C28: a null variable where null is not allowed: refused before execution and before any call. */
import { describe, expect, it } from '@jest/globals';
import { facingBody, facingQuery } from '../support/facing-clients.js';

const none = { i: null };

describe('a null variable where the position or the variable has a default', () => {
  it.each([
    ['an argument', 'query ($i: ID = 5) { chatSession(id: $i) { id } }'],
    ['an argument with a default', 'query ($i: Boolean) { transferTargets(flat: $i) { id } }'],
    ['an item of a list', 'query ($i: ID = 5) { chatSessions(ids: [6, $i]) { id } }'],
    ['an enum in a list', 'query ($i: ChatSessionStatus = CLOSED) { myChatSessions(status: [$i]) { id } }'],
    ['an action', 'mutation ($i: Boolean = true) { setMyChatPresence(userId: 702, present: $i) { __typename } }'],
    ['a condition', 'query ($i: Boolean = true) { chatSession(id: 5) { id @include(if: $i) } }'],
    ['a fragment', 'query ($i: ID = 5) { ...a } fragment a on Query { chatSession(id: $i) { id } }'],
    ['a branch that is left out', 'query ($i: ID = 5) { chatSession(id: $i) @skip(if: true) { id } }'],
  ])('C28 %s: refused by 400, with its name', async (_position, query) => {
    const { status, codes, calls, isWell, text } = await facingQuery(query, none);

    expect({ status, codes, calls, isWell }).toEqual({
      status: 400,
      codes: ['BAD_USER_INPUT'],
      calls: [],
      isWell: true,
    });
    expect(text).toContain('$i must not be null');
  });

  it.each([
    ['left out', 'query ($i: ID = 5) { chatSession(id: $i) { id } }', {}],
    ['that may be null there', 'query ($i: ID) { chatMessages(sessionId: 5, after: $i) { id } }', none],
  ])('%s is accepted', async (_name, query, variables) => {
    const { status, codes } = await facingQuery(query, variables);

    expect([status, codes]).toEqual([200, []]);
  });

  it('of another operation has no effect on this one', async () => {
    const query =
      'query A($i: ID = 5) { ...a } fragment a on Query { chatSession(id: $i) { id } } query B($i: ID) { chatMessages(sessionId: 5, after: $i) { id } }';
    const { status, codes } = await facingBody(JSON.stringify({ query, variables: none, operationName: 'B' }));

    expect([status, codes]).toEqual([200, []]);
  });
});
