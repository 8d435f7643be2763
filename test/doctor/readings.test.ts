/** `doctor` names exactly what is set, under each reading of the emulator; and changes nothing else with it. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EmulatorOptions } from '../../src/emulator/index.js';
import { plannedCalls } from '../../src/doctor/examination.js';
import type { Verdict } from '../../src/doctor/finding.js';
import { examined, patientId } from '../support/examined.js';

/** What is seen where no reading is set, by topic. */
const usual = {
  reachability: 'answers',
  version: '10.1.1234.1200, Emulator',
  clock: expect.stringMatching(/^(\+?[01]|-[01]) s$/),
  credentials: 'accepted',
  session: 'found',
  language: 'honour',
  'when-zone': 'with an offset',
  'time-zone-header': 'ignore',
  unselected: 'null',
  'unknown-names': 'ignore',
  'deep-paths': 'ignore',
  'no-flags': 'empty',
  'query-length': '8192 accepted',
  'unknown-id': 'null',
  'chat-user-ids': 'ej-user',
};

const seenBy = ({ findings }: Awaited<ReturnType<typeof examined>>) =>
  Object.fromEntries(Object.entries(findings).map(([topic, { seen }]) => [topic, seen]));

type Row = readonly [readings: EmulatorOptions, seen: Partial<Record<keyof typeof usual, string>>, verdict: Verdict];

const rows: readonly Row[] = [
  [{ unselected: 'default' }, { unselected: 'default' }, 'fine'],
  [{ unselected: 'absent' }, { unselected: 'absent' }, 'fine'],
  [{ unselected: 'sent' }, { unselected: 'sent' }, 'decide'],
  [{ unknownSelect: 'bad-request' }, { 'unknown-names': 'bad-request' }, 'fine'],
  [{ unknownSelect: 'error-object' }, { 'unknown-names': 'error-object' }, 'fine'],
  [{ unknownSelect: 'null' }, { 'unknown-names': 'null' }, 'decide'],
  [{ deepSelect: 'honour' }, { 'deep-paths': 'honour' }, 'fine'],
  [{ deepSelect: 'bad-request' }, { 'deep-paths': 'bad-request' }, 'fine'],
  [{ deepSelect: 'error-object' }, { 'deep-paths': 'error-object' }, 'fine'],
  [{ noFlags: 'None' }, { 'no-flags': 'None' }, 'fine'],
  [{ noFlags: '0' }, { 'no-flags': '0' }, 'fine'],
  [{ noFlags: 'CustomerIsTyping' }, { 'no-flags': 'CustomerIsTyping' }, 'decide'],
  [{ unknownId: 'error-object' }, { 'unknown-id': 'error-object' }, 'fine'],
  [{ unknownId: 'not-found' }, { 'unknown-id': 'not-found' }, 'fine'],
  [{ unknownId: 'empty-record' }, { 'unknown-id': 'empty-record' }, 'fine'],
  [{ unknownId: 'rejected' }, { 'unknown-id': 'rejected' }, 'decide'],
  [{ chatUserIds: 'associate' }, { 'chat-user-ids': 'associate' }, 'fine'],
  [{ languages: 'always' }, { language: 'always' }, 'fine'],
  [{ languages: 'ignore' }, { language: 'ignore' }, 'decide'],
  [{ whenZone: 'UTC' }, { 'when-zone': 'UTC+00:00' }, 'fine'],
  [{ whenZone: 'Europe/Oslo' }, { 'when-zone': 'UTC+02:00' }, 'decide'],
  [{ whenZone: 'America/St_Johns' }, { 'when-zone': 'UTC-02:30' }, 'decide'],
  [{ whenZone: 'Pacific/Auckland' }, { 'when-zone': 'UTC+12:00' }, 'decide'],
  [{ maxQueryChars: 2048 }, { 'query-length': '2048 accepted, 4096 refused' }, 'fine'],
  [{ maxQueryChars: 5000 }, { 'query-length': '4096 accepted, 8192 refused' }, 'fine'],
  [{ maxQueryChars: 1838 }, { 'query-length': '1024 accepted, 1839 refused' }, 'decide'],
  [{ maxQueryChars: 1839 }, { 'query-length': '1839 accepted, 2048 refused' }, 'fine'],
  [
    { clock: { now: () => Date.now() + 300_000 } },
    { clock: expect.stringMatching(/^\+(299|300) s$/) as never },
    'decide',
  ],
  [{ clock: { now: () => Date.now() - 300_000 } }, { clock: expect.stringMatching(/^-30[01] s$/) as never }, 'decide'],
];

describe('doctor', () => {
  it('names what a server does that sets nothing, finds nothing to decide, and makes no call that was not told', async () => {
    const result = await examined({});

    expect(seenBy(result)).toEqual(usual);
    expect(Object.values(result.findings).filter(({ verdict }) => verdict !== 'fine')).toEqual([]);
    expect(result.calls).toBe(result.requests.length);
  });

  it('makes as many calls as it told at most', async () => {
    const { calls, requests } = await examined({ maxQueryChars: 5000 });
    expect([calls, requests.length]).toEqual([14, 14]);
    expect(plannedCalls(patientId)).toHaveLength(14);
  });

  it.each(rows)('of %j says %j', async (readings, seen, verdict) => {
    const result = await examined(readings);

    expect(seenBy(result)).toEqual({ ...usual, ...seen });
    const [topic = ''] = Object.keys(seen);
    expect(result.findings[topic]?.verdict).toBe(verdict);
    const others = Object.values(result.findings).filter((finding) => finding.topic !== topic);
    expect(others.filter((finding) => finding.verdict !== 'fine')).toEqual([]);
    expect(result.calls).toBeLessThanOrEqual(plannedCalls(patientId).length);
    expect(result.requests).toHaveLength(result.calls);
  });

  it.each<readonly [NonNullable<EmulatorOptions['timeZoneHeader']>, string, string]>([
    ['ignore', 'Europe/Oslo', 'ignore'],
    ['label', 'Europe/Oslo', 'label'],
    ['convert', 'Europe/Oslo', 'convert'],
    ['label', 'UTC', 'same in UTC'],
    ['convert', 'UTC', 'same in UTC'],
  ])('tells whether SO-TimeZone converts: %s in %s', async (timeZoneHeader, whenZone, seen) => {
    const settings = { SUPEROFFICE_TIME_ZONE: whenZone };
    const { findings } = await examined({ timeZoneHeader, whenZone }, { settings });

    expect(findings['time-zone-header']).toMatchObject({ seen, verdict: 'fine' });
    expect(findings['when-zone']).toMatchObject({ verdict: 'fine' });
  });
});

describe('all at once', () => {
  const readings = fc.record({
    unselected: fc.constantFrom('null', 'default', 'absent'),
    unknownSelect: fc.constantFrom('ignore', 'null', 'bad-request', 'error-object'),
    deepSelect: fc.constantFrom('ignore', 'honour', 'bad-request', 'error-object'),
    unknownId: fc.constantFrom('null', 'error-object', 'not-found', 'empty-record', 'rejected'),
    noFlags: fc.constantFrom('None', '0', 'CustomerIsTyping'),
    languages: fc.constantFrom('honour', 'ignore', 'always'),
    timeZoneHeader: fc.constantFrom('ignore', 'label', 'convert'),
    generation: fc.constantFrom('specification', 'current', 'both'),
  });

  it('are told apart', async () => {
    const whenZone = 'Asia/Kolkata';
    const property = fc.asyncProperty(readings, async (set) => {
      const seen = seenBy(await examined({ ...set, whenZone, maxQueryChars: 4096 } as EmulatorOptions));
      expect(seen).toEqual({
        ...usual,
        language: set.languages,
        'when-zone': 'UTC+05:30',
        'time-zone-header': set.timeZoneHeader,
        unselected: set.unselected,
        'unknown-names': set.unknownSelect,
        'deep-paths': set.deepSelect,
        'no-flags': set.noFlags,
        'query-length': '4096 accepted, 8192 refused',
        'unknown-id': set.unknownId,
      });
    });
    await fc.assert(property, { numRuns: 40 });
  });
});

describe('what it means for the settings', () => {
  it('is a length that is accepted, and that is fine afterwards', async () => {
    const { findings } = await examined({ maxQueryChars: 1500 });
    const advised = /SELECT_MAX_LENGTH=(\d+)/.exec(findings['query-length']?.meaning ?? '')?.[1] ?? '';
    expect(advised).toBe('985');

    const again = await examined({ maxQueryChars: 1500 }, { settings: { SELECT_MAX_LENGTH: advised } });
    expect(again.findings['query-length']).toMatchObject({ setting: 'SELECT_MAX_LENGTH', verdict: 'fine' });
  });

  it('is nothing to decide once SUPEROFFICE_TIME_ZONE is the zone of the dates', async () => {
    const settings = { SUPEROFFICE_TIME_ZONE: 'Europe/Paris' };
    const { findings } = await examined({ whenZone: 'Europe/Oslo' }, { settings });
    expect(findings['when-zone']).toMatchObject({
      seen: 'UTC+02:00',
      setting: 'SUPEROFFICE_TIME_ZONE',
      verdict: 'fine',
    });
  });
});
