/** An emulator that is set by a report of the doctor gets the same report. */
import { describe, expect, it } from '@jest/globals';
import { reportJson } from '../../../src/doctor/report.js';
import { optionsLike, type EmulatorOptions, type JsonValue } from '../../../src/emulator/index.js';
import { privateTexts, runDoctor } from '../../support/run-doctor.js';

const servers: readonly EmulatorOptions[] = [
  {},
  { unselected: 'absent', unknownSelect: 'error-object', noFlags: 'None', patch: 'missing', archiveIn: 'refused' },
  {
    unselected: 'default',
    deepSelect: 'honour',
    unknownId: 'empty-record',
    chatUserIds: 'associate',
    whenZone: 'Asia/Tokyo',
  },
  { languages: 'always', timeZoneHeader: 'convert', whenZone: 'Asia/Tokyo', maxQueryChars: 2048, patch: 'untested' },
  { archiveTimeSpans: 'ignored', unknownSelect: 'bad-request', unknownId: 'error-object', noFlags: '0' },
];

/** The topics that depend on the time. */
const moving = new Set(['clock']);

describe('an emulator like a reported server', () => {
  it.each(servers)('%j gets the same report', async (server) => {
    const reported = await runDoctor(server);
    const json = reportJson(reported);
    for (const text of privateTexts) expect(json).not.toContain(text);
    const options = optionsLike(JSON.parse(json) as JsonValue);
    const again = await runDoctor(options ?? {});
    const textsOf = ({ results }: typeof again) =>
      results.filter(({ id }) => !moving.has(id)).map(({ id, text }) => [id, text]);
    expect(textsOf(again)).toEqual(textsOf(reported));
  });

  it.each([null, [], 'report', {}, { findings: 'none' }])('%j is no report', (report) => {
    expect(optionsLike(report)).toBeNull();
  });

  it('ignores topics and words that it does not know', () => {
    const findings = [
      { topic: 'unselected', seen: 'mixed' },
      { topic: 'new', seen: 'x' },
      { topic: 'when-zone', seen: 'UTC-02:30' },
      7,
    ];
    expect(optionsLike({ findings })).toEqual({});
  });
});
