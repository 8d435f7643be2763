/** `doctor` as a process. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { startEmulator } from '../../src/emulator/index.js';
import { commandLine } from '../support/command-line.js';
import { authorization } from '../support/query-gateway.js';
import { probedSessionId, putProbedSession } from '../support/run-doctor.js';
import { tenant, tenantSettings } from '../support/tenant-gateway.js';

const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const credentials = file('credentials', `${authorization}\n`);

describe('doctor', () => {
  it('prints its calls first, then a table, and ends with 0 when nothing needs a decision', async () => {
    await using emulator = await startEmulator();
    putProbedSession(emulator);
    const args = ['doctor', '--credentials', credentials, '--session', probedSessionId];
    await using command = commandLine(args, { SUPEROFFICE_URL: emulator.url });

    expect(await command.ended).toBe(0);
    expect(command.stderr()).toMatch(
      /^At most 23 calls to SuperOffice, which read and change nothing:\n {2}GET \/api: /,
    );
    expect(command.stderr().trimEnd().split('\n')).toHaveLength(24);
    expect(command.stdout()).toMatch(/^ok +unknown-names +ignore +-$/m);
    expect(command.stdout()).toMatch(/^ok +query-length +8192 accepted +SELECT_MAX_LENGTH$/m);
    expect(command.stdout()).toContain(`${emulator.requests.length} calls were made. Nothing needs a decision.`);
    expect(command.stdout() + command.stderr()).not.toContain(authorization.slice(6));
  });

  it('ends with 1 when something needs a decision, and names it in JSON', async () => {
    await using emulator = await startEmulator({ whenZone: 'Europe/Oslo' });
    putProbedSession(emulator);
    const args = ['doctor', '--credentials', credentials, '--session', probedSessionId, '--json'];
    await using command = commandLine(args, { SUPEROFFICE_URL: emulator.url });

    expect(await command.ended).toBe(1);
    const { needsDecision, calls, findings } = JSON.parse(command.stdout());
    expect([needsDecision, calls]).toEqual([true, emulator.requests.length]);
    const open = findings.filter(({ verdict }: { verdict: string }) => verdict !== 'fine');
    expect(Object.keys(findings[0])).toEqual(['topic', 'asked', 'setting', 'seen', 'meaning', 'verdict']);
    expect(open).toEqual([expect.objectContaining({ topic: 'when-zone', setting: 'SUPEROFFICE_TIME_ZONE' })]);
  });

  it('finds the host of a tenant, and prints that call first', async () => {
    await using emulator = await startEmulator();
    putProbedSession(emulator);
    const args = ['doctor', '--credentials', credentials, '--session', probedSessionId];
    await using command = commandLine(args, tenantSettings(emulator.url));

    expect(await command.ended).toBe(0);
    expect(command.stderr()).toMatch(/^At most 24 calls to SuperOffice, .*\n {2}the tenant's state\n/);
    expect(emulator.requests[0]).toBe(`GET /api/state/${tenant}`);
  });

  it('probes the tenant of several that --tenant names, and no other', async () => {
    await using emulator = await startEmulator();
    const names = { SUPEROFFICE_TENANTS: 'Cust1,Cust2', SUPEROFFICE_ALLOWED_HOSTS: '127.0.0.1' };
    const settings = { ...names, SUPEROFFICE_ONLINE_URL: emulator.url };
    const args = ['doctor', '--credentials', credentials];
    await using command = commandLine([...args, '--tenant', 'cust2'], settings);
    expect(await command.ended).not.toBe(2);
    expect(emulator.requests[0]).toBe('GET /api/state/Cust2');
    expect(emulator.log.filter(({ path }) => !/^\/(api\/state\/)?Cust2(\/|$)/.test(path))).toEqual([]);

    emulator.clearLog();
    await using other = commandLine([...args, '--tenant', 'Cust3'], settings);
    expect(await other.ended).toBe(2);
    expect(other.stderr()).toContain('--tenant: expected one of SUPEROFFICE_TENANTS');
    expect(emulator.requests).toEqual([]);
  });

  it('reports that a tenant does not run, and sends it no request', async () => {
    await using emulator = await startEmulator();
    emulator.putTenant(tenant, { state: 'OfflineMaintenance' });
    await using command = commandLine(['doctor', '--credentials', credentials], tenantSettings(emulator.url));

    expect(await command.ended).toBe(1);
    expect(command.stderr()).toMatch(/The tenant cannot be probed\. SuperOffice .*\n$/);
    expect(command.stderr()).not.toMatch(/ at .*\.js/);
    expect(emulator.requests).toEqual([`GET /api/state/${tenant}`]);
  });

  it.each<readonly [string, readonly string[], Readonly<Record<string, string>>, RegExp]>([
    ['no SuperOffice', ['--credentials', credentials], {}, /SUPEROFFICE_URL or SUPEROFFICE_TENANT: expected/],
    ['no credentials', [], { SUPEROFFICE_URL: 'http://127.0.0.1:9' }, /--credentials: expected a file/],
    ['a missing file', ['--credentials', '/nowhere'], { SUPEROFFICE_URL: 'http://127.0.0.1:9' }, /expected a file/],
    [
      'credentials without a scheme',
      ['--credentials', file('none', 'secret-4711')],
      { SUPEROFFICE_URL: 'http://127.0.0.1:9' },
      /expected Basic/,
    ],
    [
      'an invalid id',
      ['--credentials', credentials, '--session', '0'],
      { SUPEROFFICE_URL: 'http://127.0.0.1:9' },
      /--session: expected/,
    ],
    ['an unknown option', ['--nope'], {}, /--nope/],
  ])('given %s ends with 2', async (_name, args, environment, text) => {
    await using command = commandLine(['doctor', ...args], environment);

    expect(await command.ended).toBe(2);
    expect(command.stderr()).toMatch(text);
    expect(command.stderr() + command.stdout()).not.toMatch(/secret-4711|dGplMDpUamUw| {4}at /);
    expect(command.stdout()).toBe('');
  });
});

describe('emulate --like', () => {
  it('takes the file of doctor --report, which has no names and hosts, and behaves so', async () => {
    await using emulator = await startEmulator({ patch: 'missing', noFlags: 'None' });
    putProbedSession(emulator);
    const report = file('report.json', '');
    const args = ['doctor', '--credentials', credentials, '--session', probedSessionId, '--report', report];
    await using probed = commandLine(args, { SUPEROFFICE_URL: emulator.url });
    expect(await probed.ended).toBe(1); // PATCH is missing
    expect(probed.stdout()).toContain('to decide.'); // for people
    expect(readFileSync(report, 'utf8')).not.toMatch(/127\.0\.0\.1|Nordmann|dGplMDpUamUw/);
    await using alike = commandLine(['emulate', '--like', report, '--port', '0']);
    const [, url = ''] = await alike.printed(/listens on (\S+) /);
    expect(alike.stdout()).toContain('like the reported server: patch=missing');
    const patch = { method: 'PATCH', headers: { authorization }, body: '[]' };
    expect((await fetch(`${url}/api/v1/ChatSession/18`, patch)).status).toBe(404);
    alike.signal('SIGTERM');
    await alike.ended;
  });

  it('is not begun where the report cannot be written: no call is sent', async () => {
    await using emulator = await startEmulator();
    const args = ['doctor', '--credentials', credentials, '--report', '/no/such/folder/report.json'];
    await using probed = commandLine(args, { SUPEROFFICE_URL: emulator.url });
    expect([await probed.ended, emulator.requests]).toEqual([2, []]);
    expect(probed.stderr()).toContain('--report: expected a file that can be written');
  });

  it.each(['missing.json', 'package.json'])('refuses %s, which is no report', async (path) => {
    await using command = commandLine(['emulate', '--like', path, '--port', '0']);
    expect(await command.ended).toBe(2);
    expect(command.stderr()).toContain('--like: expected a file of doctor --report');
  });
});
