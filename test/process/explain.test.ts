/** `explain` as a process. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { commandLine } from '../support/command-line.js';

describe('explain', () => {
  const folder = mkdtempSync(join(tmpdir(), 'explain-'));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const document = file('q.graphql', 'query ($id: ID!) { chatSession(id: $id) { status topic { name } } }');
  const variables = file('v.json', '{"id": 192}');

  it('prints the calls of a query without making them', async () => {
    await using command = commandLine(['explain', document, '--variables', variables]);

    expect(await command.ended).toBe(0);
    expect(command.stdout()).toBe(`At least 1 call to SuperOffice, at most 2, retries not counted.

always      GetChatSessionEntity 192 $select=ChatSessionId,Status,TopicId
if present  GetChatTopicEntity $select=ChatTopicId,Name
`);
  });

  it('prints the calls of the first event of a subscription', async () => {
    const desk = file('desk.graphql', 'subscription { myChatSessionsChanged { sessions { status } } }');
    await using command = commandLine(['explain', desk], { SUBSCRIPTIONS: 'true' });

    expect(await command.ended).toBe(0);
    expect(command.stdout()).toBe(`2 calls to SuperOffice, retries not counted.

always      ChatTopicsForUser $select=ChatTopicId
always      ChatSessionsForUser $select=ChatSessionId,Status
`);
  });

  it('prints how long they take at a limited rate', async () => {
    const list = file(
      'list.graphql',
      `{ chatSessions(ids: [${Array.from({ length: 45 }, (_, n) => n + 1).join()}]) { status } }`,
    );
    await using command = commandLine(['explain', list], { MAX_UPSTREAM_CALLS_PER_SECOND: '10' });
    expect(await command.ended).toBe(0);
    const [calls, time] = command.stdout().split('\n');
    expect(calls).toBe('45 calls to SuperOffice, retries not counted.');
    expect(time).toBe('At MAX_UPSTREAM_CALLS_PER_SECOND=10 they take 4 seconds at least.');
    await using forPrograms = commandLine(['explain', list, '--json'], { MAX_UPSTREAM_CALLS_PER_SECOND: '10' });
    expect(await forPrograms.ended).toBe(0);
    expect(JSON.parse(forPrograms.stdout())).toMatchObject({ atLeast: 45, secondsAtLeast: 4 });
  });

  it('prints them as JSON', async () => {
    await using command = commandLine(['explain', document, '--variables', variables, '--json']);

    expect(await command.ended).toBe(0);
    expect(JSON.parse(command.stdout())).toMatchObject({ atLeast: 1, atMost: 2, calls: [{ id: '192' }, { id: null }] });
  });

  it.each<readonly [string, readonly string[], number, RegExp]>([
    ['no file', [], 2, /Name one file/],
    ['a missing file', ['/nowhere.graphql'], 1, /cannot be read/],
    ['invalid GraphQL', [file('bad.graphql', '{')], 1, /Syntax Error/],
    ['an unknown field', [file('wrong.graphql', '{ nope }')], 1, /Cannot query field/],
    ['invalid variables', [document, '--variables', file('v.txt', '[1]')], 1, /not a JSON object/],
    [
      'too many root fields',
      [file('wide.graphql', `{ ${Array.from({ length: 51 }, (_, n) => `a${n}: __typename`).join(' ')} }`)],
      1,
      /At most 50/,
    ],
  ])('reports %s', async (_name, args, code, text) => {
    await using command = commandLine(['explain', ...args]);

    expect(await command.ended).toBe(code);
    expect(command.stderr()).toMatch(text);
    expect(command.stderr()).not.toContain('    at ');
  });
});
