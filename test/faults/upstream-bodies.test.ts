/** Responses of 200 whose body is not the requested JSON object. */
import { describe, expect, it } from '@jest/globals';
import { rawAnswer, sessionText } from '../support/raw-answers.js';
import { write } from '../support/scripted-upstream.js';
import { allSurvived, rowResult } from '../support/upstream-row.js';

/** Content of invalid bodies: must appear nowhere but on the wire. */
const personal = 'Ernesto-PII';

const typed = (contentType: string | null): Record<string, string | null> => ({ 'Content-Type': contentType });

const sessionJson = sessionText('13', { CustomerName: personal });

const invalid: readonly (readonly [string, Parameters<typeof rawAnswer>[0]])[] = [
  ['U9 invalid JSON', { body: `{"ChatSessionId":13,"CustomerName":"${personal}",}` }],
  ['U9 two JSON texts', { body: `${sessionJson}${sessionJson}` }],
  ['U9 JSON with garbage after it', { body: `${sessionJson}<!-- ${personal} -->` }],
  ['U9 NaN', { body: `{"ChatSessionId":13,"Rank":NaN,"CustomerName":"${personal}"}` }],
  ['U10 an HTML page', { headers: typed('text/html'), body: `<html><title>Sign in</title>${personal}</html>` }],
  ['U10 an HTML page with a JSON content type', { body: `<!DOCTYPE html><html>${personal}</html>` }],
  ['U10 JSON with an HTML content type', { headers: typed('text/html; charset=utf-8'), body: sessionJson }],
  ['U11 XML', { headers: typed('application/xml'), body: `<ChatSession><Name>${personal}</Name></ChatSession>` }],
  ['U11 XML with a JSON content type', { body: `<?xml version="1.0"?><Name>${personal}</Name>` }],
  ['U12 an empty 200', { body: '' }],
  ['U12 an empty 200 without content type', { headers: typed(null), body: '' }],
  ['U12 a 200 of blanks', { body: ' \r\n' }],
  ['U14 a number', { body: '13' }],
  ['U14 a boolean', { body: 'true' }],
  ['U14 a text', { body: `"${personal}"` }],
  ['U14 an empty list', { body: '[]' }],
  ['U14 a list with the session', { body: `[${sessionJson}]` }],
  [
    'U16 UTF-16, declared',
    { headers: typed('application/json; charset=utf-16'), body: Buffer.from(sessionJson, 'utf16le') },
  ],
  ['U16 UTF-16 with a BOM, not declared', { body: Buffer.from(`\uFEFF${sessionJson}`, 'utf16le') }],
  ['U16 latin-1, declared', { headers: typed('application/json; charset=iso-8859-1'), body: sessionJson }],
  [
    'U16 latin-1, declared as UTF-8',
    { body: Buffer.from(sessionText('13', { CustomerName: `Bjørn ${personal}` }), 'latin1') },
  ],
  ['U24 no ChatSessionId, though it was selected', { body: `{"Status":"Closed","CustomerName":"${personal}"}` }],
  ['U24 another ChatSessionId', { body: sessionText('14', { CustomerName: personal }) }],
  ['U24 the ChatSessionId as a text', { body: `{"ChatSessionId":"13","CustomerName":"${personal}"}` }],
];

describe('an invalid body', () => {
  it.each(invalid)('%s: UPSTREAM_INVALID_RESPONSE, one call, none of it in the output', async (_name, parts) => {
    const result = await rowResult(() => [write(rawAnswer(parts))], { fields: 'status customerName' });
    expect(result).toMatchObject({ faulty: null, codes: ['faulty: UPSTREAM_INVALID_RESPONSE'], calls: 1 });
    expect(result.survivors).toEqual(allSurvived);
    expect(result.log + JSON.stringify(result.errors)).not.toContain(personal);
  });

  it('U10 an HTML page: the log says what it may be', async () => {
    const page = rawAnswer({ headers: typed('text/html'), body: '<html></html>' });
    const { log } = await rowResult(() => [write(page)]);
    expect(log).toMatch(/login/i);
  });

  it('U11 the request accepts JSON', async () => {
    let head = '';
    await rowResult((request) => {
      ({ head } = request);
      return [write(rawAnswer({ body: sessionJson }))];
    });
    expect(head).toMatch(/^accept: application\/json\r?$/im);
  });
});

describe('a body without a record', () => {
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

describe('an unusual valid body', () => {
  it.each([
    ['U15 a BOM in front', { body: `\uFEFF${sessionJson}` }],
    ['U16 a charset of us-ascii', { headers: typed('application/json;charset=us-ascii'), body: sessionJson }],
    ['U16 a charset of UTF-8 in quotes', { headers: typed('application/json; charset="UTF-8"'), body: sessionJson }],
    ['U16 no charset', { headers: typed('application/json'), body: sessionJson }],
    ['U21 more than was selected', { body: sessionText('13', { CustomerName: personal, New: { deep: [1] }, '': 1 }) }],
  ])('%s: accepted, one call', async (_name, parts) => {
    const result = await rowResult(() => [write(rawAnswer(parts))], { fields: 'status customerName' });
    expect(result).toMatchObject({ faulty: { status: 'CLOSED', customerName: personal }, codes: [], calls: 1 });
    expect(result.survivors).toEqual(allSurvived);
  });
});
