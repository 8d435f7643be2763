/** `doctor` reports exactly the option that the emulator has, and nothing else changes with it. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Emulator, EmulatorOptions } from '../../../src/emulator/index.js';
import type { Status } from '../../../src/doctor/probe.js';
import { plannedRequests } from '../../../src/doctor/run-probes.js';
import { probedSessionId, runDoctor, type DoctorRun } from '../../support/run-doctor.js';

/** The texts where the emulator has no option, by probe. */
const usual = {
  reachability: 'responds',
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
  'session-patch': 'compared',
  'chat-user-ids': 'ej-user',
  archive: 'same values',
  'archive-dynamic': 'same values',
  'archive-in': 'accepted',
  'archive-time-spans': 'compared',
  'archive-topics': 'shown',
};

const textsOf = ({ results }: DoctorRun) => Object.fromEntries(results.map(({ id, text }) => [id, text]));

type Row = readonly [emulated: EmulatorOptions, texts: Partial<Record<keyof typeof usual, string>>, status: Status];

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
  [{ patch: 'missing' }, { 'session-patch': 'missing' }, 'decide'],
  [{ patch: 'refused' }, { 'session-patch': 'missing' }, 'decide'],
  [{ patch: 'untested' }, { 'session-patch': 'not compared' }, 'decide'],
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
  it('reports what a server without options does, needs no decision, and counts each request', async () => {
    const run = await runDoctor({});

    expect(textsOf(run)).toEqual(usual);
    expect(run.results.filter(({ status }) => status !== 'fine')).toEqual([]);
    expect(run.calls).toBe(run.requests.length);
  });

  it('sends as many requests as it plans at most', async () => {
    const { calls, requests } = await runDoctor({ maxQueryChars: 5000 });
    expect([calls, requests.length]).toEqual([23, 23]);
    expect(plannedRequests(probedSessionId)).toHaveLength(23);
  });

  it.each(rows)('of %j reports %j', async (emulated, texts, expected) => {
    const run = await runDoctor(emulated);

    expect(textsOf(run)).toEqual({ ...usual, ...texts });
    const [probed = ''] = Object.keys(texts);
    expect(run.byId[probed]?.status).toBe(expected);
    const others = run.results.filter(({ id }) => id !== probed);
    expect(others.filter(({ status }) => status !== 'fine')).toEqual([]);
    expect(run.calls).toBeLessThanOrEqual(plannedRequests(probedSessionId).length);
    expect(run.requests).toHaveLength(run.calls);
  });

  it.each<readonly [NonNullable<EmulatorOptions['timeZoneHeader']>, string, string]>([
    ['ignore', 'Europe/Oslo', 'ignore'],
    ['label', 'Europe/Oslo', 'label'],
    ['convert', 'Europe/Oslo', 'convert'],
    ['label', 'UTC', 'same in UTC'],
    ['convert', 'UTC', 'same in UTC'],
  ])('reports whether SO-TimeZone converts: %s in %s', async (timeZoneHeader, whenZone, text) => {
    const settings = { SUPEROFFICE_TIME_ZONE: whenZone };
    const { byId } = await runDoctor({ timeZoneHeader, whenZone }, { settings });

    expect(byId['time-zone-header']).toMatchObject({ text, status: 'fine' });
    expect(byId['when-zone']).toMatchObject({ status: 'fine' });
  });
});

describe('PATCH', () => {
  it.each(['missing', 'refused', 'untested'] as const)('%s needs no decision where it is not used', async (patch) => {
    const { byId } = await runDoctor({ patch }, { settings: { SESSION_CHANGES: 'save' } });
    expect(byId['session-patch']?.status).toBe('fine');
  });

  it('of the doctor has nothing but a test that fails', async () => {
    let started: Emulator | null = null;
    await runDoctor({}, { prepare: (emulator) => void (started = emulator) });
    const patches = (started as Emulator | null)?.log.filter(({ method }) => method === 'PATCH'); // assigned above
    expect(patches?.map(({ bodyText }) => JSON.parse(bodyText) as unknown)).toEqual([
      [{ op: 'test', path: '/ChatSessionId', value: 0 }],
    ]);
  });
});

describe('archives', () => {
  const confirmed = { ARCHIVE_CONFIRMED: 'dynamic,time-spans', SESSION_BATCHES: 'archive' };
  const archiveOf = async (emulated: EmulatorOptions, settings = {}, prepare?: (emulator: Emulator) => void) => {
    const { byId } = await runDoctor(emulated, { settings, ...(prepare && { prepare }) });
    const found = Object.entries(byId).filter(([id]) => id.startsWith('archive'));
    return Object.fromEntries(found.map(([id, { text, status }]) => [id, `${text}: ${status}`]));
  };
  const usualOnes = {
    archive: 'same values: fine',
    'archive-dynamic': 'same values: fine',
    'archive-in': 'accepted: fine',
    'archive-time-spans': 'compared: fine',
    'archive-topics': 'shown: fine',
  };

  it('that are as the settings say need no decision', async () => {
    expect(await archiveOf({}, confirmed)).toEqual(usualOnes);
  });

  it('that refuse something need a decision only where it is in use', async () => {
    const emulated = { archiveIn: 'refused', archiveTimeSpans: 'refused' } as const;
    const refused = { 'archive-in': 'refused: fine', 'archive-time-spans': 'refused: fine' };
    expect(await archiveOf(emulated)).toEqual({ ...usualOnes, ...refused });
    expect(await archiveOf(emulated, confirmed)).toEqual({
      ...usualOnes,
      'archive-in': 'refused: decide',
      'archive-time-spans': 'refused: decide',
    });
  });

  it('that ignore a condition, and send rows all the same, refuse it', async () => {
    const emulated = { archiveIn: 'ignored', archiveTimeSpans: 'ignored' } as const;
    expect(await archiveOf(emulated, confirmed)).toEqual({
      ...usualOnes,
      'archive-in': 'refused: decide',
      'archive-time-spans': 'refused: decide',
    });
  });

  it('say nothing about time spans of a session that still waits', async () => {
    const waiting = (emulator: Emulator) =>
      emulator.putSession({
        ChatSessionId: 1192,
        TopicId: 1,
        Status: 'InQueue',
        WhenRequested: '2026-11-24T08:00:00Z',
      });
    expect(await archiveOf({}, {}, waiting)).toMatchObject({ 'archive-time-spans': 'still waits: unknown' });
  });

  it('that have no session of another topic say nothing about rights', async () => {
    const everyTopic = (emulator: Emulator) => {
      emulator.setTopics(701, [1, 2]);
      for (let id = 1; id <= 250; id += 1) emulator.putSession({ ChatSessionId: id, TopicId: 1, Status: 'Closed' });
    };
    expect(await archiveOf({}, {}, everyTopic)).toEqual({ ...usualOnes, 'archive-topics': 'none found: unknown' });
  });

  it('that are missing on an older server need a decision, unless they are off', async () => {
    const missing = {
      archive: 'not there: decide',
      'archive-dynamic': 'not there: fine',
      'archive-in': 'refused: fine',
      'archive-time-spans': 'refused: fine',
      'archive-topics': 'unknown: unknown',
    };
    expect(await archiveOf({ archivePost: 'missing' })).toEqual(missing);
    expect(await archiveOf({ archivePost: 'missing' }, { ARCHIVE: 'off' })).toEqual({
      ...missing,
      archive: 'not there: fine',
    });
  });

  it('that show chats of other topics need a decision where nothing restricts them', async () => {
    expect(await archiveOf({}, { ARCHIVE: 'all' })).toEqual({ ...usualOnes, 'archive-topics': 'shown: decide' });
  });

  it('with other values than the session are named by field, without a value', async () => {
    const cell = (RawValue: unknown) => ({ RawValue });
    const { byId } = await runDoctor(
      {},
      {
        prepare: (emulator) => {
          const names = ['chatSessionId', 'status', 'firstMessage', 'associateId', 'associate/fullName'];
          const Column = Object.fromEntries(names.map((name) => [name, cell(name === 'chatSessionId' ? 1192 : 5)]));
          emulator.injectFault({
            kind: 'body',
            body: JSON.stringify({ value: [{ Column: { ...Column, 'associate/fullName': cell('Another Person') } }] }),
            match: { pathEnd: 'Archive/ChatSession' },
          });
        },
      },
    );
    expect(byId['archive']).toMatchObject({ status: 'decide' });
    expect(byId['archive']?.text).toMatch(/^differs in .*user\.fullName/);
    expect(JSON.stringify(byId)).not.toContain('Another Person');
  });
});

describe('all options at once', () => {
  const options = fc.record({
    unselected: fc.constantFrom('null', 'default', 'absent'),
    unknownSelect: fc.constantFrom('ignore', 'null', 'bad-request', 'error-object'),
    deepSelect: fc.constantFrom('ignore', 'honour', 'bad-request', 'error-object'),
    unknownId: fc.constantFrom('null', 'error-object', 'not-found', 'empty-record', 'rejected'),
    noFlags: fc.constantFrom('None', '0', 'CustomerIsTyping'),
    languages: fc.constantFrom('honour', 'ignore', 'always'),
    timeZoneHeader: fc.constantFrom('ignore', 'label', 'convert'),
    generation: fc.constantFrom('specification', 'current', 'both'),
  });

  it('are distinguished', async () => {
    const whenZone = 'Asia/Kolkata';
    const property = fc.asyncProperty(options, async (set) => {
      const run = await runDoctor({ ...set, whenZone, maxQueryChars: 4096 } as EmulatorOptions);
      expect(textsOf(run)).toEqual({
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

describe('the advice on settings', () => {
  it('is a length that is accepted, and that is fine afterwards', async () => {
    const { byId } = await runDoctor({ maxQueryChars: 1500 });
    const advised = /SELECT_MAX_LENGTH=(\d+)/.exec(byId['query-length']?.advice ?? '')?.[1] ?? '';
    expect(advised).toBe('985');

    const again = await runDoctor({ maxQueryChars: 1500 }, { settings: { SELECT_MAX_LENGTH: advised } });
    expect(again.byId['query-length']).toMatchObject({ setting: 'SELECT_MAX_LENGTH', status: 'fine' });
  });

  it('is nothing to decide once SUPEROFFICE_TIME_ZONE is the zone of the dates', async () => {
    const settings = { SUPEROFFICE_TIME_ZONE: 'Europe/Paris' };
    const { byId } = await runDoctor({ whenZone: 'Europe/Oslo' }, { settings });
    expect(byId['when-zone']).toMatchObject({
      text: 'UTC+02:00',
      setting: 'SUPEROFFICE_TIME_ZONE',
      status: 'fine',
    });
  });
});
