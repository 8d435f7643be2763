/**
 * A console's start page in one query: the number of upstream calls that the data requires is computed here from the emulator's
 * data, and compared with the calls listed in the response.
 */
import { describe, expect, it } from '@jest/globals';
import { authorization, gatewayOnEmulator, type GatewayWithEmulator } from '../../support/query-gateway.js';

const explaining = { authorization, 'x-superoffice-explain': '1' };

/** Data of SuperOffice, read directly. */
async function readDirectly(url: string, operation: string): Promise<readonly Record<string, unknown>[]> {
  const response = await fetch(`${url}/api/v1/Agents/Chat/${operation}`, {
    method: 'POST',
    headers: { authorization },
  });
  return (await response.json()) as readonly Record<string, unknown>[]; // lists, as the specification says
}

/** Each list once; the messages of each session; agents and opening state of each topic. The list includes topic names. */
async function leastCalls({ emulator }: GatewayWithEmulator): Promise<number> {
  const sessions = await readDirectly(emulator.url, 'ChatSessionsForUser');
  const topics = await readDirectly(emulator.url, 'ChatTopicsForUser');
  expect([sessions.length, topics.length]).toEqual([expect.any(Number), 3]);
  expect(sessions.length).toBeGreaterThan(4);
  return 3 + sessions.length + 2 * topics.length;
}

const startPage = `query StartPage {
  myChatSessions {
    id status whenIdle customerName person { fullName } contact { name } topic { name } messages(last: 20) { ...Line }
  }
  myChatTopics { id name isOpen agents { canRespond user { fullName } } }
  chatPresence { id displayName present }
}
fragment Line on ChatMessage { id message author whenPosted type }`;

/** The same page, written so that naive joining would make more calls. */
const scattered = `query StartPage($names: Boolean!) {
  queue: myChatSessions(status: [IN_QUEUE]) { id waitSeconds topic { ...Named } }
  mine: myChatSessions(status: [CUSTOMER_LAST, USER_LAST]) { id customerName lines: messages(last: 20) { id message } }
  newest: myChatSessions { messages(last: 1) { author } person { fullName } contact { name } }
  myChatTopics { id }
  open: myChatTopics { isOpen welcomeMessage }
  staff: myChatTopics { agents { user { fullName } } }
  people: chatPresence { id present chatTopics { ...Named @include(if: $names) description } }
  chatPresence { displayName }
}
fragment Named on ChatTopic { label: name }`;

describe("a console's start page", () => {
  it.each([
    ['as one would write it', startPage],
    ['with its parts scattered over aliases, fragments and conditions', scattered],
  ])('%s takes one call per record to read, and reports it', async (_how, query) => {
    await using gateway = await gatewayOnEmulator({}, { EXPLAIN: 'true' });
    const least = await leastCalls(gateway);
    gateway.emulator.clearLog();

    const { data, errors, extensions } = await gateway.query(query, { names: true }, explaining);

    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toContain('Faktura & betaling');
    const { requests } = gateway.emulator;
    expect(requests).toHaveLength(least);
    expect(new Set(requests).size).toBe(least);
    expect(extensions).toMatchObject({ superoffice: { callsMade: least } });
  });

  it('requests exactly what the page shows from each operation', async () => {
    await using gateway = await gatewayOnEmulator();

    await gateway.query(startPage);

    const kinds = new Set(gateway.emulator.requests.map((line) => line.replace(/ \d+/, '')));
    expect([...kinds].sort()).toEqual([
      'ChatSessionsForUser $select=ChatSessionId,Contact/ContactId,Contact/Name,CustomerName,Person/FullName,Person/PersonId,Status,TopicId,WhenIdle',
      'ChatTopicsForUser $select=ChatTopicId,Name',
      'GetChatMessages $select=Author,ChatMessageId,ChatSessionId,Message,Type,WhenPosted',
      'GetChatPresence $select=DisplayName,Present,UserId',
      'GetChatTopicUserAgentList $select=CanRespond,TopicId,User/AssociateId,User/FullName',
      'IsWithinOpeningHours',
    ]);
  });
});

describe('an explained response', () => {
  const query = '{ a: chatSession(id: 5) { status topic { name } } b: chatSession(id: 5) { rank } }';

  it('lists each call as SuperOffice received it', async () => {
    await using gateway = await gatewayOnEmulator({}, { EXPLAIN: 'true' });

    const { extensions } = await gateway.query(query, {}, explaining);

    const explanation = (
      extensions as { superoffice: { calls: readonly { operation: string; id: string; select: string }[] } }
    ).superoffice; // asserted below
    expect(explanation).toMatchObject({ callsMade: 2, callsSaved: 1 });
    expect(explanation.calls.map(({ operation, id, select }) => `${operation} ${id} $select=${select}`)).toEqual(
      gateway.emulator.requests,
    );
    expect(explanation.calls[0]).toEqual({
      operation: 'GetChatSessionEntity',
      id: '5',
      select: 'ChatSessionId,Rank,Status,TopicId',
      status: 200,
      attempt: 1,
      bytes: expect.any(Number),
      startMs: expect.any(Number),
      durationMs: expect.any(Number),
    });
  });

  it('says when each call was sent, since the operation began', async () => {
    await using gateway = await gatewayOnEmulator({ latencyMs: 20 }, { EXPLAIN: 'true' });

    const { extensions } = await gateway.query(query, {}, explaining);

    const { calls } = (extensions as { superoffice: { calls: readonly { startMs: number; durationMs: number }[] } })
      .superoffice; // asserted below
    const [session, topic] = calls;
    expect(session?.startMs).toBeGreaterThanOrEqual(0);
    expect(topic?.startMs).toBeGreaterThanOrEqual((session?.startMs ?? 0) + (session?.durationMs ?? 0) - 1); // rounded
    expect(topic?.startMs).toBeGreaterThanOrEqual(19);
  });

  it('lists a retry as a call', async () => {
    await using gateway = await gatewayOnEmulator({}, { EXPLAIN: 'true' });
    gateway.emulator.injectFault({ kind: 'status', status: 503 });

    const { extensions } = await gateway.query('{ chatSession(id: 5) { status } }', {}, explaining);

    expect(extensions).toMatchObject({
      superoffice: {
        callsMade: 2,
        calls: [
          { status: 503, attempt: 1 },
          { status: 200, attempt: 2 },
        ],
      },
    });
    expect(gateway.emulator.requests).toHaveLength(2);
  });

  it.each([
    ['it was not requested', { EXPLAIN: 'true' }, { authorization }],
    ['the operator has not allowed it', {}, explaining],
  ])('does not exist where %s', async (_why, settings, headers) => {
    await using gateway = await gatewayOnEmulator({}, settings);

    const { data, extensions } = await gateway.query(query, {}, headers);

    expect([data.b, extensions]).toEqual([{ rank: expect.any(Number) }, undefined]);
    expect(gateway.emulator.requests).toHaveLength(2);
  });
});
