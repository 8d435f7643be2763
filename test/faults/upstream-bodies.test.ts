/** Answers of 200 whose body is not the JSON object that was asked for. */
import { describe, expect, it } from '@jest/globals';
import { rawAnswer, sessionText } from '../support/raw-answers.js';
import { write } from '../support/scripted-upstream.js';
import { allSurvived, rowResult } from '../support/upstream-row.js';

/** In a body that cannot be used: must be nowhere but on the wire. */
const personal = 'Ernesto-PII';

const typed = (contentType: string | null): Record<string, string | null> => ({ 'Content-Type': contentType });

const answer = sessionText('13', { CustomerName: personal });

const invalid: readonly (readonly [string, Parameters<typeof rawAnswer>[0]])[] = [
  ['U9 invalid JSON', { body: `{"ChatSessionId":13,"CustomerName":"${personal}",}` }],
  ['U9 two JSON texts', { body: `${answer}${answer}` }],
  ['U9 JSON with garbage after it', { body: `${answer}<!-- ${personal} -->` }],
  ['U9 NaN', { body: `{"ChatSessionId":13,"Rank":NaN,"CustomerName":"${personal}"}` }],
  ['U10 a page in HTML', { headers: typed('text/html'), body: `<html><title>Sign in</title>${personal}</html>` }],
  ['U10 a page in HTML that says it is JSON', { body: `<!DOCTYPE html><html>${personal}</html>` }],
  ['U10 JSON that says it is HTML', { headers: typed('text/html; charset=utf-8'), body: answer }],
  ['U11 XML', { headers: typed('application/xml'), body: `<ChatSession><Name>${personal}</Name></ChatSession>` }],
  ['U11 XML that says it is JSON', { body: `<?xml version="1.0"?><Name>${personal}</Name>` }],
  ['U12 an empty 200', { body: '' }],
  ['U12 an empty 200 without a type', { headers: typed(null), body: '' }],
  ['U12 a 200 of blanks', { body: ' \r\n' }],
  ['U14 a number', { body: '13' }],
  ['U14 a boolean', { body: 'true' }],
  ['U14 a text', { body: `"${personal}"` }],
  ['U14 an empty list', { body: '[]' }],
  ['U14 a list with the session', { body: `[${answer}]` }],
  [
    'U16 UTF-16 that says so',
    { headers: typed('application/json; charset=utf-16'), body: Buffer.from(answer, 'utf16le') },
  ],
  ['U16 UTF-16 with a BOM, that does not', { body: Buffer.from(`\uFEFF${answer}`, 'utf16le') }],
  ['U16 latin-1 that says so', { headers: typed('application/json; charset=iso-8859-1'), body: answer }],
  [
    'U16 latin-1 that says it is UTF-8',
    { body: Buffer.from(sessionText('13', { CustomerName: `Bjørn ${personal}` }), 'latin1') },
  ],
  ['U24 no ChatSessionId, though it was asked for', { body: `{"Status":"Closed","CustomerName":"${personal}"}` }],
  ['U24 another ChatSessionId', { body: sessionText('14', { CustomerName: personal }) }],
  ['U24 the ChatSessionId as a text', { body: `{"ChatSessionId":"13","CustomerName":"${personal}"}` }],
];

describe('a body that cannot be used', () => {
  it.each(invalid)('%s: UPSTREAM_INVALID_RESPONSE, one call, nothing of it anywhere', async (_name, parts) => {
    const result = await rowResult(() => [write(rawAnswer(parts))], { fields: 'status customerName' });
    expect(result).toMatchObject({ faulty: null, codes: ['faulty: UPSTREAM_INVALID_RESPONSE'], calls: 1 });
    expect(result.survivors).toEqual(allSurvived);
    expect(result.log + JSON.stringify(result.errors)).not.toContain(personal);
  });

  it('U10 a page in HTML: the log says what it may be', async () => {
    const page = rawAnswer({ headers: typed('text/html'), body: '<html></html>' });
    const { log } = await rowResult(() => [write(page)]);
    expect(log).toMatch(/login/i);
  });

  it('U11 JSON is what is asked for', async () => {
    let head = '';
    await rowResult((request) => {
      ({ head } = request);
      return [write(rawAnswer({ body: answer }))];
    });
    expect(head).toMatch(/^accept: application\/json\r?$/im);
  });
});

describe('a body that says there is nothing', () => {
  it.each([
    ['U12 204', { status: 204, headers: { 'Content-Type': null, 'Content-Length': null } }],
    ['U13 null', { body: 'null' }],
    ['U13 null with blanks around it', { body: ' null\r\n' }],
  ])('%s: null, no error, one call', async (_name, parts) => {
    const result = await rowResult(() => [write(rawAnswer(parts))]);
    expect(result).toMatchObject({ faulty: null, codes: [], calls: 1 });
    expect(result.survivors).toEqual(allSurvived);
  });
});

describe('a body that is unusual and right', () => {
  it.each([
    ['U15 a BOM in front', { body: `\uFEFF${answer}` }],
    ['U16 a charset of us-ascii', { headers: typed('application/json;charset=us-ascii'), body: answer }],
    ['U16 a charset of UTF-8 in quotes', { headers: typed('application/json; charset="UTF-8"'), body: answer }],
    ['U16 no charset', { headers: typed('application/json'), body: answer }],
    ['U21 more than was asked for', { body: sessionText('13', { CustomerName: personal, New: { deep: [1] }, '': 1 }) }],
  ])('%s: answered, one call', async (_name, parts) => {
    const result = await rowResult(() => [write(rawAnswer(parts))], { fields: 'status customerName' });
    expect(result).toMatchObject({ faulty: { status: 'CLOSED', customerName: personal }, codes: [], calls: 1 });
    expect(result.survivors).toEqual(allSurvived);
  });
});
