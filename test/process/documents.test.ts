/**
 * The commands in the documents, run as they are written: each `curl` of the README and of docs/start.md against the gateway that its own commands
 * start. CI runs those that install and test; here their scripts must exist.
 */
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { commands } from '../../src/cli/commands.js';
import { startEmulator } from '../../src/emulator/index.js';
import { commandLine, urlOf } from '../support/command-line.js';
import { readText } from '../support/source-files.js';

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'src/README.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((page) => `docs/${page}`),
];
const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> }; // our own file

const shellBlocks = (path: string): readonly string[] =>
  [...readText(path).matchAll(/```sh\n([^]*?)```/g)].map(([, block = '']) => block.trim());

const linesStarting = (word: string): readonly string[] =>
  ['README.md', 'docs/start.md']
    .flatMap(shellBlocks)
    .flatMap((block) => block.split('\n'))
    .filter((line) => line.startsWith(word));

interface GraphqlBody {
  readonly data: Readonly<Record<string, readonly unknown[] | undefined>>;
}

const run = async (line: string): Promise<string> =>
  (await promisify(execFile)('bash', ['-c', line], { timeout: 10_000 })).stdout;

describe('commands in the documents', () => {
  it.each(documents)('%s names only existing scripts and commands', (path) => {
    const text = readText(path);
    const named = [...text.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    const called = [...text.matchAll(/(?:dist\/cli\/main\.js|superoffice-chat-graphql) ([a-z][a-z-]+)\b/g)];
    expect(called.map(([, name = '']) => name).filter((name) => !commands.has(name) && name !== 'on')).toEqual([]);
  });

  it('the first query of the README has the response that the README shows', async () => {
    await using gateway = commandLine(['serve'], { PORT: '0' });
    const url = await urlOf(gateway);
    const [first = ''] = linesStarting('curl');

    const body: unknown = JSON.parse(await run(first.replace('localhost:4000', url.replace('http://', ''))));

    const [, shown = ''] = /```json\n([^]*?)```/.exec(readText('README.md')) ?? [];
    expect(body).toEqual(JSON.parse(shown));
  });

  it('its query works in front of a SuperOffice, as the README starts it', async () => {
    await using emulator = await startEmulator();
    const [start = ''] = linesStarting('node dist/cli/main.js');
    expect(linesStarting('export SUPEROFFICE_URL=')).toHaveLength(2); // of each page
    await using gateway = commandLine(start.split(' ').slice(2), {
      SUPEROFFICE_URL: emulator.url,
      PORT: '0',
      HOST: '127.0.0.1',
    });
    const url = await urlOf(gateway);
    const [, second = ''] = linesStarting('curl');

    const body = await run(second.replace('localhost:4000', url.replace('http://', '')));

    expect(JSON.parse(body)).toEqual({ data: { chatSession: { status: 'PRE_CHAT_FORM' } } });
    expect(emulator.requests).toEqual(['GetChatSessionEntity 1 $select=ChatSessionId,Status']);
  });

  it('the program of docs/emulator.md runs, and prints the calls', async () => {
    const [, program = ''] = /```js\n([^]*?)```/.exec(readText('docs/emulator.md')) ?? [];
    const request = `await fetch(gateway.url + '/graphql', { method: 'POST', headers: { 'content-type': 'application/json', authorization: 'Bearer kari' },
      body: JSON.stringify({ query: '{ chatSession(id: ' + id + ') { customerName } }' }) });`;
    const whole = program.replace(/^\/\/ … .*$/m, request);
    expect(whole).not.toBe(program);
    const { stdout } = await promisify(execFile)('node', ['--input-type=module', '-e', whole], { timeout: 20_000 });
    expect(stdout).toContain('GetChatSessionEntity 100001 $select=ChatSessionId,CustomerName');
  });

  it('the example without a framework prints who is waiting, and the code of an error', async () => {
    await using emulator = await startEmulator();
    await using gateway = commandLine(['serve'], { SUPEROFFICE_URL: emulator.url, PORT: '0', HOST: '127.0.0.1' });
    const url = `${await urlOf(gateway)}/graphql`;
    const example = (token: string) => promisify(execFile)('node', ['examples/waiting-customers.mjs', url, token]);
    expect((await example('kari')).stdout).toMatch(/^.+ waits \d+ s in (?:Faktura & betaling|Sales|Support)$/m);
    emulator.injectFault({ kind: 'status', status: 403 });
    const refused = await example('kari');
    expect([refused.stdout, refused.stderr]).toEqual(['', expect.stringMatching(/^FORBIDDEN: /)]);
  });

  it('every graphql example of these pages is valid, and each list in it is one call', async () => {
    const examples = ['README.md', 'docs/query.md', 'docs/act.md'].flatMap((page) =>
      [...readText(page).matchAll(/```graphql\n([^]*?)```/g)].map(([, text = '']) => text),
    );
    expect(examples.length).toBeGreaterThan(1);
    await using emulator = await startEmulator({ script: { seed: 1 } });
    await using gateway = commandLine(['serve'], { SUPEROFFICE_URL: emulator.url, PORT: '0', HOST: '127.0.0.1' });
    const url = await urlOf(gateway);

    const bodies: GraphqlBody[] = [];
    for (const query of examples.filter((text) => !text.startsWith('type '))) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Basic dGplMDpUamUw' },
        body: JSON.stringify({ query }),
      });
      const body = (await response.json()) as GraphqlBody; // JSON from the wire
      expect(body).toEqual({ data: expect.anything() });
      bodies.push(body);
    }
    const started = bodies.find(({ data }) => data['myChatTopics'])?.data ?? {};
    const [sessions, topics] = [started['myChatSessions'] ?? [], started['myChatTopics'] ?? []];
    const times = (operation: string): number =>
      emulator.log.filter((request) => request.operation === operation).length;
    expect(sessions.length).toBeGreaterThan(5);
    expect([times('GetChatMessages'), times('ChatTopicsForUser'), times('GetChatPresence')]).toEqual([
      sessions.length,
      1,
      1,
    ]);
    expect([times('IsWithinOpeningHours'), times('GetChatTopicUserAgentList')]).toEqual([topics.length, topics.length]);
    expect(times('GetChatTopicEntity')).toBe(0);
    const lists = emulator.log.filter(({ operation }) => operation === 'ChatSessionsForUser');
    expect(lists).toHaveLength(examples.filter((text) => text.includes('myChatSessions')).length);
  });
});
