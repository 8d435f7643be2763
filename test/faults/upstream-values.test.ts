/** JSON objects of the right session with invalid values, size or shape. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { rawAnswer, sessionAnswer, sessionText } from '../support/raw-answers.js';
import { flood, write } from '../support/scripted-upstream.js';
import { allSurvived, rowResult } from '../support/upstream-row.js';

/** The faulty session with members as text, because JavaScript cannot express some of them. */
const withMembers = (members: string): Buffer =>
  rawAnswer({ body: `{"ChatSessionId":13,"Status":"Closed",${members}}` });

describe('a value of the wrong type', () => {
  it.each([
    ['U19 a text for an integer', 'initialQueuePos', '"InitialQueuePos":"SECRET"'],
    ['U19 an object for a text', 'customerName', '"CustomerName":{"text":"SECRET"}'],
    ['U19 a list for a text', 'customerName', '"CustomerName":["SECRET"]'],
    ['U19 a number for a text', 'customerPhone', '"CustomerPhone":4712345678'],
    ['U19 a text for a boolean', 'customerConsented', '"CustomerConsented":"SECRET"'],
    ['U19 a text for a date', 'whenStarted', '"WhenStarted":"SECRET"'],
    ['U19 a number for an enum', 'status', '"Status":4712345678'],
    ['U19 a fraction for an integer', 'rank', '"Rank":1.4712345678'],
    ['U22 an integer of 2^31', 'initialQueuePos', '"InitialQueuePos":2147483648'],
    ['U22 an integer beyond 2^53', 'rank', '"Rank":9007199254740993'],
    ['U22 a number beyond all', 'alertLevel', '"AlertLevel":1e400'],
    ['U22 an id beyond 2^53', 'topicId', '"TopicId":9007199254740993'],
  ])('%s: that field is null with an error that does not repeat it, one call', async (_name, field, member) => {
    const result = await rowResult(() => [write(withMembers(member))], { fields: `${field} lastMessage id` });
    expect(result).toMatchObject({
      faulty: { [field]: null, lastMessage: null, id: '13' },
      codes: [`faulty.${field}: UPSTREAM_INVALID_RESPONSE`],
      calls: 1,
    });
    expect(JSON.stringify(result.errors) + result.log).not.toMatch(/SECRET|4712345678|2147483648|900719925474/);
    expect(result.survivors).toEqual(allSurvived);
  });

  it('U19 a text for an embedded object: that object is null with an error', async () => {
    const response = withMembers('"Person":"SECRET"');
    const result = await rowResult(() => [write(response)], { fields: 'status person { firstname }' });
    expect(result).toMatchObject({
      faulty: { status: 'CLOSED', person: null },
      codes: ['faulty.person: UPSTREAM_INVALID_RESPONSE'],
      calls: 1,
    });
    expect(JSON.stringify(result.errors) + result.log).not.toContain('SECRET');
    expect(result.survivors).toEqual(allSurvived);
  });
});

describe('new, missing and duplicate values', () => {
  it('U20 an unknown name of an enum: UNRECOGNIZED, no error, reported once in the log', async () => {
    const response = rawAnswer({ body: '{"ChatSessionId":13,"Status":"Levitating","Rank":7}' });
    const result = await rowResult(() => [write(response)], { fields: 'status rank' });
    expect(result).toMatchObject({ faulty: { status: 'UNRECOGNIZED', rank: 7 }, codes: [], calls: 1 });
    expect(result.log.match(/Levitating/g)).toHaveLength(1);
    expect(result.survivors).toEqual(allSurvived);
  });

  it.each([
    ['missing', '"New":1'],
    ['null', '"CustomerName":null,"Rank":null,"Person":null,"WhenStarted":null,"Flags":null,"CustomerConsented":null'],
  ])('U21 %s: null, no error, one call', async (_name, members) => {
    const fields = 'customerName rank person { firstname } whenStarted flags customerConsented';
    const result = await rowResult(() => [write(withMembers(members))], { fields });
    const absent = { customerName: null, rank: null, person: null, whenStarted: null, flags: null };
    expect(result).toMatchObject({ faulty: { ...absent, customerConsented: null }, codes: [], calls: 1 });
    expect(result.survivors).toEqual(allSurvived);
  });

  it('U23 __proto__, constructor and duplicate keys: ignored, the last one wins, nothing is polluted', async () => {
    const odd = '"__proto__":{"isPolluted":true,"CustomerName":"x"},"constructor":{"prototype":{"isPolluted":true}}';
    const response = withMembers(`${odd},"Rank":1,"Rank":2,"toString":"no","hasOwnProperty":1`);
    const result = await rowResult(() => [write(response)], { fields: 'status rank customerName' });
    expect(result).toMatchObject({ faulty: { status: 'CLOSED', rank: 2, customerName: null }, codes: [], calls: 1 });
    expect({}).not.toHaveProperty('isPolluted');
    expect(result.survivors).toEqual(allSurvived);
  });
});

describe('endless responses', () => {
  const mebibyte = Buffer.alloc(1_048_576, ' ');
  const inChunks = { 'Content-Length': null, 'Transfer-Encoding': 'chunked' };
  const compressed = { 'Content-Encoding': 'gzip' };
  const tooLarge = { faulty: null, codes: ['faulty: UPSTREAM_INVALID_RESPONSE'], calls: 1, faultyConnections: 0 };

  const bomb = gzipSync(Buffer.alloc(64 * 1_048_576, ' '));

  // A complete bomb leaves nothing on its socket, which may serve another request by now: it is not dropped.
  it('U17 a complete gzip bomb: UPSTREAM_INVALID_RESPONSE at the cap, one call', async () => {
    const result = await rowResult(() => [write(rawAnswer({ headers: compressed, body: bomb }))]);
    expect(result).toMatchObject({ ...tooLarge, faultyConnections: expect.any(Number) });
    expect(result.survivors).toEqual(allSurvived);
  });

  it.each([
    ['U17 a gzip bomb', [write(rawAnswer({ headers: { ...compressed, 'Content-Length': '9999999' }, body: bomb }))]],
    ['U17 a body of 8 MiB', [write(rawAnswer({ body: Buffer.alloc(8 * 1_048_576, ' ') }))]],
    [
      'U17 endless chunks',
      [
        write(rawAnswer({ headers: inChunks })),
        flood(Buffer.concat([Buffer.from('100000\r\n'), mebibyte, Buffer.from('\r\n')])),
      ],
    ],
    [
      'U17 an endless close-delimited body',
      [write(rawAnswer({ headers: { 'Content-Length': null } })), flood(mebibyte)],
    ],
  ])('%s: UPSTREAM_INVALID_RESPONSE at the cap, one call, the socket dropped', async (_name, steps) => {
    const residentBytes = process.memoryUsage().rss;
    const result = await rowResult(() => steps, { closes: true });
    expect(result).toMatchObject(tooLarge);
    expect(process.memoryUsage().rss - residentBytes).toBeLessThan(200 * 1_048_576);
    expect(result.survivors).toEqual(allSurvived);
  });

  it('U17 the cap is MAX_RESPONSE_BYTES after decompression, to the byte', async () => {
    const settings = { MAX_RESPONSE_BYTES: '2048' };
    const body = (bytes: number): Buffer => gzipSync(sessionText('13').padEnd(bytes));
    const within = await rowResult(() => [write(rawAnswer({ headers: compressed, body: body(2048) }))], { settings });
    const beyond = await rowResult(() => [write(rawAnswer({ headers: compressed, body: body(2049) }))], { settings });
    expect([within.codes, beyond.codes]).toEqual([[], ['faulty: UPSTREAM_INVALID_RESPONSE']]);
  });

  it('U17 invalid gzip: UPSTREAM_INVALID_RESPONSE, one call', async () => {
    const result = await rowResult(() => [write(rawAnswer({ headers: compressed, body: sessionText('13') }))]);
    expect(result).toMatchObject({ ...tooLarge, faultyConnections: expect.any(Number) });
    expect(result.survivors).toEqual(allSurvived);
  });
});

describe('JSON nested 100,000 deep', () => {
  const deep = (open: string, close: string): string => open.repeat(100_000) + close.repeat(100_000);

  it.each([
    ['a property that was not selected', 'status', `"New":${deep('[', ']')}`, { status: 'CLOSED' }, []],
    [
      'an object that was not selected',
      'status',
      `"New":${deep('{"a":', '}').replace(':}', ':1}')}`,
      { status: 'CLOSED' },
      [],
    ],
    [
      'a text',
      'customerName rank',
      `"Rank":7,"CustomerName":${deep('[', ']')}`,
      { customerName: null, rank: 7 },
      ['customerName'],
    ],
    ['a list', 'fieldProperties { name } id', `"FieldProperties":${deep('[', ']')}`, { id: '13' }, ['fieldProperties']],
    [
      'an object',
      'person { firstname } id',
      `"Person":{"PersonId":5,"Firstname":${deep('[', ']')}}`,
      { id: '13' },
      ['person.firstname'],
    ],
  ])('U18 in place of %s: at most that field fails, one call', async (_name, fields, members, faulty, failed) => {
    const result = await rowResult(() => [write(withMembers(members))], { fields });
    expect(result).toMatchObject({ faulty, calls: 1 });
    expect(result.codes).toEqual(failed.map((path) => `faulty.${path}: UPSTREAM_INVALID_RESPONSE`));
    expect(result.survivors).toEqual(allSurvived);
  });

  it('U18 the other sessions of a query are unaffected', async () => {
    const result = await rowResult(() => [
      write(sessionAnswer('13', { New: Array.from({ length: 1000 }, () => ({})) })),
    ]);
    expect(result).toMatchObject({ faulty: { status: 'CLOSED' }, codes: [], calls: 1 });
  });
});
