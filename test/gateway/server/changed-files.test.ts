/** Files of keys and secrets that change while the gateway runs. */
import { rename, symlink, unlink, writeFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { comesTrue } from '../../support/eventually.js';
import { apiKeyLines, apiKeys, asConsole, basicSettings, files, keyLine } from '../../support/own-gateway.js';
import {
  authorization,
  gatewayOnEmulator,
  gatewayAt,
  queryAt,
  type RunningGateway,
} from '../../support/query-gateway.js';
import { gatewayConfig } from '../../../src/config/gateway-config.js';
import { startEmulator } from '../../../src/emulator/index.js';
import { gatewayLogger } from '../../../src/observability/logger.js';
import { startGateway } from '../../../src/server/gateway.js';

const query = '{ chatSession(id: 192) { status } }';
const closed = { chatSession: { status: 'CLOSED' } };

const fileLines = (gateway: RunningGateway, level: number): number =>
  gateway
    .log()
    .split('\n')
    .filter((line) => line.includes('"event":"file"') && line.includes(`"level":${level}`)).length;

const hasFileLines = (gateway: RunningGateway, level: number, times: number): Promise<boolean> =>
  comesTrue(() => fileLines(gateway, level) === times, 10_000);

describe('API_KEYS_FILE', () => {
  it('is read again when it changes: new keys are accepted, old ones are not; an invalid file changes nothing', async () => {
    using folder = files();
    await using emulator = await startEmulator();
    await using gateway = await gatewayAt(emulator.url, basicSettings(folder, emulator.url));
    const statusFor = async (key: string): Promise<number> =>
      (await queryAt(gateway.url, { query }, { authorization: `Bearer ${key}` })).status;
    const fresh = 'api-key-that-is-new-0123456789';
    expect([await statusFor(apiKeys.console), await statusFor(fresh)]).toEqual([200, 401]);

    const path = folder.write('api-keys', keyLine('fresh', fresh));
    expect(await hasFileLines(gateway, 30, 1)).toBe(true);
    expect([await statusFor(apiKeys.console), await statusFor(fresh)]).toEqual([401, 200]);

    folder.write('api-keys', 'this is no key');
    expect(await hasFileLines(gateway, 50, 1)).toBe(true);
    expect([await statusFor(apiKeys.console), await statusFor(fresh)]).toEqual([401, 200]);

    await unlink(path);
    expect(await hasFileLines(gateway, 50, 2)).toBe(true);
    expect(await statusFor(fresh)).toBe(200);

    // as Kubernetes changes a mounted secret: it replaces a link
    const other = folder.write('other-keys', apiKeyLines());
    await symlink(other, `${path}.link`);
    await rename(`${path}.link`, path);
    expect(await hasFileLines(gateway, 30, 2)).toBe(true);
    expect((await queryAt(gateway.url, { query }, asConsole)).data).toEqual(closed);

    await writeFile(other, '# no keys\n');
    expect(await hasFileLines(gateway, 30, 3)).toBe(true);
    expect(await statusFor(apiKeys.console)).toBe(401);
    expect(gateway.log()).not.toContain(fresh);
  });
});

describe('ROUTER_SECRET_FILE', () => {
  it('is read again when it changes', async () => {
    using folder = files();
    const [before, after] = ['the-secret-before-0123', 'the-secret-afterwards-0123'];
    const path = folder.write('router', `${before}\n`);
    await using gateway = await gatewayOnEmulator({}, { ROUTER_SECRET_FILE: path });
    const codesFor = async (secret: string) => {
      const headers = { authorization, 'router-authorization': secret };
      const { errors = [] } = await queryAt(gateway.url, { query: '{ _service { sdl } }' }, headers);
      return errors.length;
    };
    expect([await codesFor(before), await codesFor(after)]).toEqual([0, 1]);
    await writeFile(path, after);
    expect(await hasFileLines(gateway, 30, 1)).toBe(true);
    expect([await codesFor(before), await codesFor(after)]).toEqual([1, 0]);
    await writeFile(path, 'short');
    expect(await hasFileLines(gateway, 50, 1)).toBe(true);
    expect([await codesFor(before), await codesFor(after)]).toEqual([1, 0]);
    expect(gateway.log()).not.toMatch(/the-secret/);
  });

  it('stops accepting the previous secret when its file is emptied or deleted', async () => {
    using folder = files();
    const [now, before] = ['the-secret-of-today-0123', 'the-secret-of-before-0123'];
    const path = folder.write('previous', before);
    const settings = { ROUTER_SECRET: now, PREVIOUS_ROUTER_SECRET_FILE: path };
    await using gateway = await gatewayOnEmulator({}, settings);
    const isRouter = async (secret: string): Promise<boolean> => {
      const headers = { authorization, 'router-authorization': secret };
      return (await queryAt(gateway.url, { query: '{ _service { sdl } }' }, headers)).errors === undefined;
    };
    expect([await isRouter(now), await isRouter(before)]).toEqual([true, true]);
    await writeFile(path, '');
    expect(await hasFileLines(gateway, 30, 1)).toBe(true);
    expect([await isRouter(now), await isRouter(before)]).toEqual([true, false]);
    await writeFile(path, before);
    expect(await hasFileLines(gateway, 30, 2)).toBe(true);
    await unlink(path);
    expect(await hasFileLines(gateway, 30, 3)).toBe(true);
    expect([await isRouter(now), await isRouter(before)]).toEqual([true, false]);
  });
});

describe('a gateway that does not start', () => {
  it('watches no file', async () => {
    using folder = files();
    const path = folder.write('router', 'the-secret-before-0123\n');
    const settings = {
      PORT: '0',
      ROUTER_SECRET_FILE: path,
      TRUSTED_DOCUMENTS: folder.write('documents.json', JSON.stringify({ a: '{ noSuchField }' })),
    };
    const lines: string[] = [];
    const logger = gatewayLogger({ level: 'info', secretHeaders: [], stream: { write: (line) => lines.push(line) } });
    const start = startGateway({ config: gatewayConfig(settings), baseUrl: 'http://127.0.0.1:9/api/v1', logger });
    await expect(start).rejects.toThrow('TRUSTED_DOCUMENTS');
    await writeFile(path, 'another-secret-0123\n');
    expect(await comesTrue(() => lines.some((line) => line.includes('"event":"file"')), 2_500)).toBe(false);
  });
});
