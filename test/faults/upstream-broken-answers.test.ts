/** Responses that are slow or break off. */
import { describe, expect, it } from '@jest/globals';
import { chunked, rawAnswer, sessionAnswer, sessionText } from '../support/raw-answers.js';
import { drip, end, reset, silence, wait, write, type Script, type Step } from '../support/scripted-upstream.js';
import { allSurvived, rowResult, shortDeadlines } from '../support/upstream-row.js';

const half = sessionText('13').slice(0, 15);
const closeDelimited = { 'Content-Length': null, Connection: 'close' };
const inChunks = { 'Content-Length': null, 'Transfer-Encoding': 'chunked' };

/** Lets the written bytes arrive before a reset discards them. */
const sent = wait(30);

describe('slow responses', () => {
  it.each<readonly [string, Script]>([
    ['headers', ({ id }) => [wait(100), write(sessionAnswer(id))]],
    ['headers in drips', ({ id }) => [drip(rawAnswer().subarray(0, 20), 5), write(sessionAnswer(id).subarray(20))]],
  ])('U5 slow %s within the limit: accepted, one call', async (_name, script) => {
    const result = await rowResult(script);
    expect(result).toMatchObject({ faulty: { status: 'CLOSED' }, codes: [], calls: 1 });
    expect(result.survivors).toEqual(allSurvived);
  });

  const long = { 'Content-Length': '5000' };

  it.each<readonly [string, readonly Step[]]>([
    ['a byte every 50 ms', [write(rawAnswer({ headers: long })), drip(Buffer.alloc(5000, ' '), 50)]],
    ['a body that stops', [write(rawAnswer({ headers: long, body: half })), silence]],
    ['a close-delimited body that stops', [write(rawAnswer({ headers: closeDelimited, body: half })), silence]],
  ])('U6 %s: UPSTREAM_TIMEOUT after one call, the socket is destroyed', async (_name, steps) => {
    const result = await rowResult(() => steps, { settings: shortDeadlines, closes: true });
    expect(result).toMatchObject({ faulty: null, codes: ['faulty: UPSTREAM_TIMEOUT'], calls: 1, faultyConnections: 0 });
    expect(result.survivors).toEqual(allSurvived);
  });
});

const truncations: readonly (readonly [string, readonly Step[]])[] = [
  ['Content-Length', [write(rawAnswer({ headers: { 'Content-Length': '500' }, body: half })), end]],
  ['chunked, inside a chunk', [write(rawAnswer({ headers: inChunks }), `1f4\r\n${half}`), end]],
  ['chunked, without the last chunk', [write(rawAnswer({ headers: inChunks }), chunked(sessionText('13'))), end]],
];

describe('truncated responses', () => {
  it.each(truncations)('U7 %s: UPSTREAM_INVALID_RESPONSE after one retry', async (_name, steps) => {
    const result = await rowResult(() => steps, { closes: true });
    expect(result).toMatchObject({
      faulty: null,
      codes: ['faulty: UPSTREAM_INVALID_RESPONSE'],
      calls: 2,
      faultyConnections: 0,
    });
    expect(result.survivors).toEqual(allSurvived);
  });

  it.each(truncations)('U7 %s, once: the retry succeeds', async (_name, steps) => {
    const result = await rowResult(({ id, attempt }) => (attempt === 1 ? steps : [write(sessionAnswer(id))]));
    expect(result).toMatchObject({ faulty: { status: 'CLOSED' }, codes: [], calls: 2 });
    expect(result.survivors).toEqual(allSurvived);
  });

  it('U8 close-delimited: UPSTREAM_INVALID_RESPONSE after one call', async () => {
    const steps = [write(rawAnswer({ headers: closeDelimited, body: half })), end];
    const result = await rowResult(() => steps, { closes: true });
    expect(result).toMatchObject({
      faulty: null,
      codes: ['faulty: UPSTREAM_INVALID_RESPONSE'],
      calls: 1,
      faultyConnections: 0,
    });
    expect(result.survivors).toEqual(allSurvived);
  });
});

describe('a reset inside the body', () => {
  const cut = [write(rawAnswer({ headers: { 'Content-Length': '500' }, body: half })), sent, reset];

  it('U36 persists: UPSTREAM_UNAVAILABLE after one retry', async () => {
    const result = await rowResult(() => cut, { closes: true });
    expect(result).toMatchObject({
      faulty: null,
      codes: ['faulty: UPSTREAM_UNAVAILABLE'],
      calls: 2,
      faultyConnections: 0,
    });
    expect(result.survivors).toEqual(allSurvived);
  });

  it('U36 once: the retry succeeds', async () => {
    const result = await rowResult(({ id, attempt }) => (attempt === 1 ? cut : [write(sessionAnswer(id))]));
    expect(result).toMatchObject({ faulty: { status: 'CLOSED' }, codes: [], calls: 2 });
    expect(result.survivors).toEqual(allSurvived);
  });
});
