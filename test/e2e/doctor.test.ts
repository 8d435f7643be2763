/** `doctor`, as its users run it. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { startEmulator } from '../../src/emulator/index.js';
import { commandLine } from '../support/command-line.js';
import { patientId, putPatient } from '../support/examined.js';
import { authorization } from '../support/query-gateway.js';
import { tenant, tenantSettings } from '../support/tenant-gateway.js';

const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const credentials = file('credentials', `${authorization}\n`);

describe('doctor', () => {
  it('tells its calls beforehand, prints a table, and ends with 0 when there is nothing to decide', async () => {
    await using emulator = await startEmulator();
    putPatient(emulator);
    const words = ['doctor', '--credentials', credentials, '--session', patientId];
    await using command = commandLine(words, { SUPEROFFICE_URL: emulator.url });

    expect(await command.ended).toBe(0);
    expect(command.stderr()).toMatch(
      /^At most 14 calls to SuperOffice, which read and change nothing:\n {2}GET \/api: /,
    );
    expect(command.stderr().trimEnd().split('\n')).toHaveLength(15);
    expect(command.stdout()).toMatch(/^ok +unknown-names +ignore +-$/m);
    expect(command.stdout()).toMatch(/^ok +query-length +8192 accepted +SELECT_MAX_LENGTH$/m);
    expect(command.stdout()).toContain(`${emulator.requests.length} calls were made. Nothing needs a decision.`);
    expect(command.stdout() + command.stderr()).not.toContain(authorization.slice(6));
  });

  it('ends with 1 when something needs a decision, and tells programs which', async () => {
    await using emulator = await startEmulator({ whenZone: 'Europe/Oslo' });
    putPatient(emulator);
    const words = ['doctor', '--credentials', credentials, '--session', patientId, '--json'];
    await using command = commandLine(words, { SUPEROFFICE_URL: emulator.url });

    expect(await command.ended).toBe(1);
    const { needsDecision, calls, findings } = JSON.parse(command.stdout());
    expect([needsDecision, calls]).toEqual([true, emulator.requests.length]);
    const open = findings.filter(({ verdict }: { verdict: string }) => verdict !== 'fine');
    expect(open).toEqual([expect.objectContaining({ topic: 'when-zone', setting: 'SUPEROFFICE_TIME_ZONE' })]);
  });

  it('finds a tenant where it is, and says so beforehand', async () => {
    await using emulator = await startEmulator();
    putPatient(emulator);
    const words = ['doctor', '--credentials', credentials, '--session', patientId];
    await using command = commandLine(words, tenantSettings(emulator.url));

    expect(await command.ended).toBe(0);
    expect(command.stderr()).toMatch(/^At most 15 calls to SuperOffice, .*\n {2}the tenant's state\n/);
    expect(emulator.requests[0]).toBe(`GET /api/state/${tenant}`);
  });

  it('says of a tenant that does not run that it does not, and asks it nothing', async () => {
    await using emulator = await startEmulator();
    emulator.putTenant(tenant, { state: 'OfflineMaintenance' });
    await using command = commandLine(['doctor', '--credentials', credentials], tenantSettings(emulator.url));

    expect(await command.ended).toBe(1);
    expect(command.stderr()).toMatch(/The tenant cannot be examined\. SuperOffice .*\n$/);
    expect(command.stderr()).not.toMatch(/ at .*\.js/);
    expect(emulator.requests).toEqual([`GET /api/state/${tenant}`]);
  });

  it.each<readonly [string, readonly string[], Readonly<Record<string, string>>, RegExp]>([
    ['no SuperOffice', ['--credentials', credentials], {}, /SUPEROFFICE_URL or SUPEROFFICE_TENANT: expected/],
    ['no credentials', [], { SUPEROFFICE_URL: 'http://127.0.0.1:9' }, /--credentials: expected a file/],
    [
      'a file that is not there',
      ['--credentials', '/nowhere'],
      { SUPEROFFICE_URL: 'http://127.0.0.1:9' },
      /expected a file/,
    ],
    [
      'credentials of no scheme',
      ['--credentials', file('none', 'secret-4711')],
      { SUPEROFFICE_URL: 'http://127.0.0.1:9' },
      /expected Basic/,
    ],
    [
      'an id that is none',
      ['--credentials', credentials, '--session', '0'],
      { SUPEROFFICE_URL: 'http://127.0.0.1:9' },
      /--session: expected/,
    ],
    ['a word too many', ['--nope'], {}, /--nope/],
  ])('given %s ends with 2', async (_what, words, environment, text) => {
    await using command = commandLine(['doctor', ...words], environment);

    expect(await command.ended).toBe(2);
    expect(command.stderr()).toMatch(text);
    expect(command.stderr() + command.stdout()).not.toMatch(/secret-4711|dGplMDpUamUw| {4}at /);
    expect(command.stdout()).toBe('');
  });
});
