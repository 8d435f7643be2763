/** The public entry point, in this process: what it starts, refuses and leaves open. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  buildSchema as buildGraphqlSchema,
  execute,
  lexicographicSortSchema,
  parse,
  printSchema,
  validate,
} from 'graphql';
import { pino } from 'pino';
import * as door from '../../src/index.js';
import { buildSchema, createGateway, errorCodes, errorTexts, InvalidSettingsError } from '../../src/index.js';
import { printApiSdl, printSubgraphSdl, startEmulator, type Settings } from '../../src/index.js';
import { leftOpen, openHandles } from '../support/open-handles.js';
import { authorization, queryAt } from '../support/query-gateway.js';
import { readText } from '../support/source-files.js';

const quiet: Settings = {
  PORT: '0',
  HOST: '127.0.0.1',
  LOG_LEVEL: 'silent',
  MAX_EVENT_LOOP_DELAY_MS: '0',
  DRAIN_TIMEOUT_MS: '300',
};
const query = '{ chatSession(id: 192) { id status } }';
const answered = { chatSession: { id: '192', status: 'CLOSED' } };

async function problemsOf(settings: object): Promise<readonly string[]> {
  const started = createGateway(settings).then(async (gateway) => gateway.stop());
  const error: unknown = await started.catch((reason: unknown) => reason);
  if (error instanceof InvalidSettingsError) return error.problems;
  throw new Error('the settings were accepted');
}

describe('createGateway', () => {
  const { NODE_ENV } = process.env;
  afterEach(() => void (process.env['NODE_ENV'] = NODE_ENV));

  it('serves from the configured SuperOffice, with the credentials of the caller', async () => {
    await using emulator = await startEmulator();
    await using gateway = await createGateway({ ...quiet, SUPEROFFICE_URL: emulator.url });

    const { data } = await queryAt(gateway.url, { query }, { authorization });

    expect(data).toEqual(answered);
    expect(emulator.requests).toEqual(['GetChatSessionEntity 192 $select=ChatSessionId,Status']);
    expect(emulator.log[0]?.headers.authorization).toBe(authorization);
  });

  it('serves from its own emulator where none is configured, and stops both, however often `stop` is called', async () => {
    const before = openHandles();
    const gateway = await createGateway(quiet);
    const { data } = await queryAt(gateway.url, { query });
    await Promise.all([gateway.stop(), gateway.stop(), gateway[Symbol.asyncDispose]()]);

    expect(data).toEqual(answered);
    await expect(fetch(`${gateway.url}/live`)).rejects.toThrow('fetch failed');
    expect((await leftOpen(before)).filter((kind) => kind.startsWith('TCPServer'))).toEqual([]);
  });

  it('refuses the demo in production', async () => {
    process.env['NODE_ENV'] = 'production';
    expect(await problemsOf(quiet)).toEqual([
      'SUPEROFFICE_URL or SUPEROFFICE_TENANT: expected with NODE_ENV=production',
    ]);
  });

  it('reads no settings from the environment', async () => {
    process.env['SUPEROFFICE_URL'] = 'http://127.0.0.1:9';
    try {
      await using gateway = await createGateway(quiet);
      expect((await queryAt(gateway.url, { query })).data).toEqual(answered);
    } finally {
      delete process.env['SUPEROFFICE_URL'];
    }
  });

  it('refuses unknown names, and the file variant of a setting that is no secret', async () => {
    const misspelled = { ...quiet, PROT: '1', PORT_FILE: '/x', constructor: 'x', toString_FILE: 'x' };
    expect(await problemsOf(misspelled)).toEqual([
      'PROT: there is no such setting',
      'PORT_FILE: there is no such setting',
      'constructor: there is no such setting',
      'toString_FILE: there is no such setting',
    ]);
  });

  it('refuses wrong values without repeating them', async () => {
    const problems = await problemsOf({ ...quiet, PORT: 4000, ROUTER_SECRET: 'short secret' });
    expect(problems).toHaveLength(2);
    expect(problems).toEqual(
      expect.arrayContaining([expect.stringMatching(/^PORT: /), expect.stringMatching(/^ROUTER_SECRET: /)]),
    );
    expect(problems.join()).not.toContain('short secret');
  });

  it('reads a secret from a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'secret-'));
    writeFileSync(join(folder, 'token'), 'from-file\n');
    await using emulator = await startEmulator();
    const settings = { ...quiet, SUPEROFFICE_URL: emulator.url, SUPEROFFICE_APP_TOKEN_FILE: join(folder, 'token') };
    await using gateway = await createGateway(settings);
    await queryAt(gateway.url, { query }, { authorization });

    expect(emulator.log[0]?.headers['so-apptoken']).toBe('from-file');
    rmSync(folder, { recursive: true });
  });

  it('fails where the port is in use, and leaves no emulator running', async () => {
    await using emulator = await startEmulator();
    const before = openHandles();
    const started = createGateway({ ...quiet, PORT: String(emulator.port) });
    await expect(started).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect((await leftOpen(before)).filter((kind) => kind.startsWith('TCPServer'))).toEqual([]);
  });

  it('writes to the given logger', async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
    await using gateway = await createGateway({ ...quiet, LOG_LEVEL: 'info' }, { logger });
    await queryAt(gateway.url, { query });

    expect(lines.join('')).toContain('GetChatSessionEntity');
  });
});

describe('the schema', () => {
  it('is executable, and leaves out parts by options', async () => {
    const schema = buildSchema();
    expect(await execute({ schema, document: parse('{ __typename }') })).toEqual({ data: { __typename: 'Query' } });
    const problems = (text: string, options = {}): number => validate(buildSchema(options), parse(text)).length;
    expect(problems('{ chatSession(id: 1) { sessionKey } }')).toBe(1);
    expect(problems('{ chatSession(id: 1) { sessionKey } }', { exposeSessionKey: true })).toBe(0);
    expect(problems('{ chatSession(id: 1) { sessionKey } }', { exposeSessionKey: undefined })).toBe(1);
    expect(schema.getMutationType()).toBeDefined();
    expect(buildSchema({ mutations: false }).getMutationType()).toBeUndefined();
  });

  it('as text for clients has the same definitions as the committed one, in another order', () => {
    const sorted = (sdl: string): string => printSchema(lexicographicSortSchema(buildGraphqlSchema(sdl)));
    expect(sorted(readText('src/generated/api.graphql'))).toBe(sorted(printApiSdl()));
    expect(printApiSdl()).not.toMatch(/sessionKey|@key/);
    expect(printSubgraphSdl()).toContain('type ChatSession @key(fields: "id")');
  });
});

describe('the entry point', () => {
  it('exports these names; a new one is a promise', () => {
    expect(Object.keys(door).sort()).toEqual([
      'InvalidSettingsError',
      'buildSchema',
      'createGateway',
      'errorCodes',
      'errorTexts',
      'printApiSdl',
      'printSubgraphSdl',
      'startEmulator',
    ]);
    expect(errorCodes).toEqual(Object.keys(errorTexts));
  });
});
