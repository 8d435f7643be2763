import { request } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildASTSchema, parse } from 'graphql';
import { startEmulator } from '../../src/emulator/index.js';
import { commandLine, urlOf } from '../support/command-line.js';
import { authorization, gatewayOnEmulator, queryAt } from '../support/query-gateway.js';

const query = '{ chatSession(id: 192) { id status customerName user { fullName } whenRequested flags } }';

/** One query on its own connection. */
function freshRequest(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization, connection: 'close' };
    const sent = request(`${url}/graphql`, { method: 'POST', headers, agent: false }, (response) => {
      response
        .resume()
        .once('end', () => resolve(response.statusCode))
        .once('error', reject);
    });
    sent.once('error', reject).end(JSON.stringify({ query: '{ chatSession(id: 192) { id } }' }));
  });
}

describe('serve', () => {
  it('responds from the embedded emulator, logs the call with its $select and prints an example query', async () => {
    await using gateway = commandLine(['serve'], { PORT: '0' });
    const url = await urlOf(gateway);

    const { data } = await queryAt(url, { query });

    expect(data.chatSession.customerName).toBe('Barton Inc and Sons');
    await gateway.printed(/"event":"operation"/);
    const lines = gateway.stdout().split('\n');
    expect(lines.filter((line) => line !== '' && !line.startsWith('{'))).toEqual([]); // stdout is not a terminal
    const starts = lines.filter((line) => line.includes('"event":"start"'));
    expect(JSON.parse(starts[0] ?? '')).toMatchObject({
      event: 'start',
      version: '0.1.0',
      settings: { PORT: '0', ROUTER_SECRET: 'not set' },
    });
    const upstream = lines.filter((line) => line.includes('"event":"upstream"'));
    expect(upstream).toHaveLength(1);
    expect(JSON.parse(upstream[0] ?? '').msg).toBe(
      'POST Agents/Chat/GetChatSessionEntity?chatSessionEntityId=192&' +
        '$select=ChatSessionId,CustomerName,Flags,Status,User/AssociateId,User/FullName,WhenRequested',
    );
  });

  it('uses the SuperOffice of the environment, sends it no sample credentials, and stops on SIGTERM with 0', async () => {
    await using emulator = await startEmulator();
    const secret = 'app-token-4711';
    await using gateway = commandLine(['serve'], {
      PORT: '0',
      HOST: '127.0.0.1',
      SUPEROFFICE_URL: `${emulator.url}/Cust1/`,
      SUPEROFFICE_APP_TOKEN: secret,
    });
    const url = await urlOf(gateway);

    const anonymous = await queryAt(url, { query });
    expect(anonymous.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(emulator.requests).toEqual([]);

    const { data } = await queryAt(url, { query }, { authorization });
    expect(data.chatSession.status).toBe('CLOSED');
    expect(emulator.log.map(({ path, headers }) => [path, headers['so-apptoken']])).toEqual([
      ['/Cust1/api/v1/Agents/Chat/GetChatSessionEntity', secret],
    ]);

    gateway.signal('SIGTERM');
    expect(await gateway.ended).toBe(0);
    expect(gateway.stdout()).toContain('"event":"stop"');
    expect(gateway.stdout() + gateway.stderr()).not.toContain(secret);
    expect(gateway.stdout() + gateway.stderr()).not.toContain(authorization);
  });

  it('prints its settings, of secrets only whether they are set', async () => {
    const environment = { PORT: '4711', ROUTER_SECRET: 'a-secret-of-the-router', SUPEROFFICE_NOTE: 'x' };
    await using printed = commandLine(['settings'], {
      ...environment,
      SUPEROFFICE_URL: 'https://online3.superoffice.com/Cust1',
    });
    expect(await printed.ended).toBe(0);
    const lines = printed.stdout().split('\n');
    expect(lines).toContain('PORT=4711');
    expect(lines).toContain('SUPEROFFICE_URL=https://online3.superoffice.com/Cust1');
    expect(lines).toContain('MAX_DEPTH=12  (default)');
    expect(lines).toContain('ROUTER_SECRET=set');
    expect(lines).toContain('PRINCIPAL_KEY=not set  (default)');
    expect(printed.stdout() + printed.stderr()).not.toContain('a-secret');
    expect(printed.stderr()).toBe('SUPEROFFICE_NOTE: there is no such setting, it is ignored.\n');
  });

  it.each(['settings', 'serve'])('ends %s with 2 when a setting is invalid', async (command) => {
    await using printed = commandLine([command], { CORS_ORIGIN: 'https://example.com', PORT: '0' });
    expect(await printed.ended).toBe(2);
    expect(printed.stderr()).toContain('CORS_ORIGIN: there is no such setting. Did you mean CORS_ORIGINS?');
    expect(printed.stdout()).toBe('');
  });

  it('completes a request in flight on SIGTERM', async () => {
    await using emulator = await startEmulator({ latencyMs: 300 });
    await using gateway = commandLine(['serve'], { PORT: '0', HOST: '127.0.0.1', SUPEROFFICE_URL: emulator.url });
    const url = await urlOf(gateway);

    const response = queryAt(url, { query }, { authorization });
    while (emulator.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    gateway.signal('SIGTERM');

    expect((await response).data.chatSession.id).toBe('192');
    expect(await gateway.ended).toBe(0);
  });

  it('loses no accepted request on SIGTERM under load', async () => {
    await using emulator = await startEmulator({ latencyMs: 20 });
    await using gateway = commandLine(['serve'], { PORT: '0', HOST: '127.0.0.1', SUPEROFFICE_URL: emulator.url });
    const url = await urlOf(gateway);
    let responses = 0;
    let isRefused = false;
    const client = async (): Promise<void> => {
      while (!isRefused) {
        const status = await freshRequest(url).catch(() => null);
        if (status === 200) responses += 1;
        else isRefused = true;
      }
    };
    const clients = Array.from({ length: 20 }, client);
    while (responses < 100) await new Promise((resolve) => setTimeout(resolve, 5));
    gateway.signal('SIGTERM');
    await Promise.all(clients);

    expect(await gateway.ended).toBe(0);
    expect(emulator.requests).toHaveLength(responses);
  });

  it('ends at once with 1 on a second signal', async () => {
    await using emulator = await startEmulator({ latencyMs: 5_000 });
    await using gateway = commandLine(['serve'], { PORT: '0', HOST: '127.0.0.1', SUPEROFFICE_URL: emulator.url });
    const url = await urlOf(gateway);
    const lost = queryAt(url, { query }, { authorization }).catch(() => 'lost');
    while (emulator.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));

    gateway.signal('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(gateway.isRunning()).toBe(true);
    gateway.signal('SIGINT');

    expect(await gateway.ended).toBe(1);
    expect(await lost).toBe('lost');
  });

  it('finds the tenant of the environment, in production as well', async () => {
    await using emulator = await startEmulator();
    await using gateway = commandLine(['serve'], {
      PORT: '0',
      HOST: '127.0.0.1',
      NODE_ENV: 'production',
      SUPEROFFICE_TENANT: 'Cust1',
      SUPEROFFICE_ONLINE_URL: emulator.url,
      SUPEROFFICE_ALLOWED_HOSTS: '127.0.0.1',
    });
    const url = await urlOf(gateway);
    expect(emulator.requests).toEqual([]); // no client has sent a request yet

    const { data } = await queryAt(url, { query: '{ chatSession(id: 192) { id status } }' }, { authorization });

    expect(data).toEqual({ chatSession: { id: '192', status: 'CLOSED' } });
    expect(emulator.log.map(({ path }) => path)).toEqual([
      '/api/state/Cust1',
      '/Cust1/api/v1/Agents/Chat/GetChatSessionEntity',
    ]);
  });

  it('refuses the embedded emulator in production', async () => {
    await using gateway = commandLine(['serve'], { PORT: '0', NODE_ENV: 'production' });
    expect(await gateway.ended).toBe(2);
    expect(gateway.stderr()).toContain('SUPEROFFICE_URL');
  });

  it('lists all invalid settings at once, with 2 and without a secret', async () => {
    await using gateway = commandLine(['serve'], {
      PORT: 'many',
      SUPEROFFICE_URL: 'ftp://example.com',
      SUPEROFFICE_TIME_ZONE: 'Mars/Olympus',
      SUPEROFFICE_APP_TOKEN: 'my secret',
      SUPEROFFICE_URI: 'x',
    });
    expect(await gateway.ended).toBe(2);
    for (const name of [
      'PORT',
      'SUPEROFFICE_URL',
      'SUPEROFFICE_TIME_ZONE',
      'SUPEROFFICE_APP_TOKEN',
      'SUPEROFFICE_URI',
    ]) {
      expect(gateway.stderr()).toMatch(new RegExp(`${name}: \\w`));
    }
    expect(gateway.stderr()).not.toContain('my secret');
    expect(gateway.stderr()).toContain('docs/settings.md');
  });

  it('reports in one line that the port is in use', async () => {
    await using emulator = await startEmulator();
    await using gateway = commandLine(['serve'], { PORT: String(emulator.port) });
    expect(await gateway.ended).toBe(1);
    expect(gateway.stderr()).toBe('The port is taken. Set PORT to another one (or --port for emulate).\n');
  });

  it('reads a secret from a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'secret-'));
    writeFileSync(join(folder, 'token'), 'from-file\n');
    await using emulator = await startEmulator();
    await using gateway = commandLine(['serve'], {
      PORT: '0',
      HOST: '127.0.0.1',
      SUPEROFFICE_URL: emulator.url,
      SUPEROFFICE_APP_TOKEN_FILE: join(folder, 'token'),
    });
    await queryAt(await urlOf(gateway), { query }, { authorization });
    expect(emulator.log[0]?.headers['so-apptoken']).toBe('from-file');
    rmSync(folder, { recursive: true });
  });
});

describe('emulate', () => {
  it('serves the specification and prints each call', async () => {
    await using emulator = commandLine(['emulate', '--port', '0']);
    const url = await urlOf(emulator);
    const response = await fetch(`${url}/api/v1/Agents/Chat/GetChatSessionEntity?chatSessionEntityId=59`, {
      method: 'POST',
      headers: { authorization },
    });
    expect(await response.json()).toMatchObject({ ChatSessionId: 59 });
    await emulator.printed(/200 GetChatSessionEntity 59/);
  });
});

interface ServedSchema {
  readonly hash: string;
  readonly switches: Readonly<Record<string, boolean>>;
}

async function schemaAtReady(settings: Readonly<Record<string, string>>): Promise<ServedSchema> {
  await using gateway = await gatewayOnEmulator({}, settings);
  const body = (await (await fetch(`${gateway.url}/ready`)).json()) as { readonly schema: ServedSchema }; // our own JSON
  return body.schema;
}

describe('print-schema', () => {
  it('prints the subgraph SDL, and with --api the schema of clients', async () => {
    await using subgraph = commandLine(['print-schema']);
    expect(await subgraph.ended).toBe(0);
    expect(parse(subgraph.stdout()).definitions.length).toBeGreaterThan(10);
    expect(subgraph.stdout()).toContain('type ChatSession @key(fields: "id")');

    await using api = commandLine(['print-schema', '--api']);
    expect(await api.ended).toBe(0);
    expect(api.stdout()).not.toMatch(/@key|@tag|@link|sessionKey/);
    expect(buildASTSchema(parse(api.stdout())).getType('ChatSession')).toBeDefined();
  });

  it('begins with the switches and the hash, as /ready has them', async () => {
    const switched = { ADMIN_MUTATIONS: 'true', SUBSCRIPTIONS: 'true', ARCHIVE: 'off' };
    await using printed = commandLine(['print-schema'], switched);
    expect(await printed.ended).toBe(0);
    const [comment = ''] = printed.stdout().split('\n');
    const { hash, switches } = await schemaAtReady(switched);
    const texts = Object.entries(switches).map(([name, value]) => `${name}=${value}`);
    expect(comment).toBe(`# ${texts.join(' ')} sha256:${hash}`);
    expect(switches).toMatchObject({ MUTATIONS: true, ADMIN_MUTATIONS: true, SUBSCRIPTIONS: true, ARCHIVE: false });
    expect((await schemaAtReady({})).hash).not.toBe(hash);
  });

  it('has sessionKey only when it is exposed', async () => {
    await using api = commandLine(['print-schema', '--api'], { EXPOSE_SESSION_KEY: 'true' });
    expect(await api.ended).toBe(0);
    expect(api.stdout()).toContain('sessionKey: String');
  });
});

describe('help', () => {
  it.each([
    [['--help'], 0, /Usage: node \S*dist\/cli\/main\.js COMMAND/],
    [['serve', '--help'], 0, /SUPEROFFICE_TIME_ZONE\n.*\n.*Default: UTC/],
    [['--version'], 0, /^\d+\.\d+\.\d+\n$/],
  ])('%j', async (args, code, text) => {
    await using command = commandLine(args);
    expect(await command.ended).toBe(code);
    expect(command.stdout()).toMatch(text);
  });

  it.each([[['dance']], [['serve', '--fast']], [['emulate', '--port', 'x']]])('%j is refused with 2', async (args) => {
    await using command = commandLine(args);
    expect(await command.ended).toBe(2);
    expect(command.stderr()).not.toMatch(/\n\s+at /);
  });
});
