/** Responses judged by their status alone: refusals, absences, outages, and redirects, which are not followed. */
import { describe, expect, it } from '@jest/globals';
import { rawAnswer, sessionAnswer, sessionText } from '../support/raw-answers.js';
import { gatewayAt } from '../support/query-gateway.js';
import { scriptedUpstream, write } from '../support/scripted-upstream.js';
import { allSurvived, faultyId, healthy, onlyFor, rowResult } from '../support/upstream-row.js';

const personal = 'Ernesto-PII';
const explanation = JSON.stringify({ Message: personal, MessageDetail: personal });

const answering = (status: number, headers: Readonly<Record<string, string>> = {}, body: string = explanation) => [
  write(rawAnswer({ status, headers, body })),
];

describe('a status that is final', () => {
  it.each([
    ['U25', 400, 'UPSTREAM_REJECTED'],
    ['U25', 405, 'UPSTREAM_REJECTED'],
    ['U25', 415, 'UPSTREAM_REJECTED'],
    ['U26', 401, 'UNAUTHENTICATED'],
    ['U27', 403, 'FORBIDDEN'],
    ['U32', 500, 'UPSTREAM_UNAVAILABLE'],
    ['U32', 501, 'UPSTREAM_UNAVAILABLE'],
  ])('%s %d: %s, one call, none of the body in the output', async (_row, status, code) => {
    const result = await rowResult(() => answering(status));
    expect(result).toMatchObject({ faulty: null, codes: [`faulty: ${code}`], calls: 1 });
    expect(result.survivors).toEqual(allSurvived);
    expect(result.log + JSON.stringify(result.errors)).not.toContain(personal);
  });

  it('U26 401: WWW-Authenticate is not forwarded', async () => {
    const result = await rowResult(() => answering(401, { 'WWW-Authenticate': `Basic realm="${personal}"` }));
    expect(result.codes).toEqual(['faulty: UNAUTHENTICATED']);
    expect([...result.headers].flat().join()).not.toMatch(new RegExp(`www-authenticate|${personal}`, 'i'));
    expect(result.log).not.toContain(personal);
  });

  it.each([200, 400, 500])('U27 a sentry that refuses with %d: FORBIDDEN, one call', async (status) => {
    const body = JSON.stringify({ Error: true, ErrorType: 'SoSentryException', Message: personal });
    const result = await rowResult(() => answering(status, {}, body));
    expect(result).toMatchObject({ faulty: null, codes: ['faulty: FORBIDDEN'], calls: 1 });
    expect(result.survivors).toEqual(allSurvived);
    expect(result.log + JSON.stringify(result.errors)).not.toContain(personal);
  });
});

describe('a status of absence', () => {
  it('U28 404: null, no error, one call', async () => {
    const result = await rowResult(() => answering(404));
    expect(result).toMatchObject({ faulty: null, codes: [], calls: 1 });
    expect(result.survivors).toEqual(allSurvived);
  });

  it('U28 404 in _entities and in chatSessions: null at its index', async () => {
    await using upstream = await scriptedUpstream(onlyFor(faultyId, () => answering(404)));
    await using gateway = await gatewayAt(upstream.url);
    const representations = [192, 13, 193].map((id) => ({ __typename: 'ChatSession', id: String(id) }));
    const document = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on ChatSession { id status } }
      chatSessions(ids: [13, 192]) { id status }
    }`;

    const { data, errors } = await gateway.query(document, { representations });

    const session = (id: string): object => ({ id, status: 'CLOSED' });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ _entities: [session('192'), null, session('193')], chatSessions: [null, session('192')] });
    expect(upstream.requests.map(({ id }) => id).sort()).toEqual(['13', '192', '193']);
  });
});

describe('a status that may pass', () => {
  const passing: readonly (readonly [string, number, string])[] = [
    ['U29', 408, 'UPSTREAM_TIMEOUT'],
    ['U33', 502, 'UPSTREAM_UNAVAILABLE'],
    ['U33', 503, 'UPSTREAM_UNAVAILABLE'],
    ['U33', 504, 'UPSTREAM_TIMEOUT'],
  ];

  it.each(passing)('%s %d, persistent: %3$s after one retry', async (_row, status, code) => {
    const result = await rowResult(() => answering(status));
    expect(result).toMatchObject({ faulty: null, codes: [`faulty: ${code}`], calls: 2 });
    expect(result.survivors).toEqual(allSurvived);
    expect(result.log + JSON.stringify(result.errors)).not.toContain(personal);
  });

  it.each(passing)('%s %d, once: the retry succeeds', async (_row, status) => {
    const result = await rowResult(({ id, attempt }) =>
      attempt === 1 ? answering(status) : [write(sessionAnswer(id))],
    );
    expect(result).toMatchObject({ faulty: { status: 'CLOSED' }, codes: [], calls: 2 });
    expect(result.survivors).toEqual(allSurvived);
  });
});

describe('redirects', () => {
  const invalid = { faulty: null, codes: ['faulty: UPSTREAM_INVALID_RESPONSE'], calls: 1 };

  it.each([301, 302, 303, 307, 308])(
    'U34 %d to another host: UPSTREAM_INVALID_RESPONSE, not a byte is sent there',
    async (status) => {
      await using elsewhere = await scriptedUpstream(healthy);
      const location = `${elsewhere.url}/api/v1/Agents/Chat/GetChatSessionEntity?chatSessionEntityId=13`;
      const result = await rowResult(() => answering(status, { Location: location }));
      expect(result).toMatchObject(invalid);
      expect(elsewhere.connections()).toBe(0);
      expect(result.survivors).toEqual(allSurvived);
    },
  );

  it.each([
    ['to itself, for ever', '/api/v1/Agents/Chat/GetChatSessionEntity?chatSessionEntityId=13'],
    ['within the host', '/login'],
    ['without a location', ''],
    ['to nonsense', 'http://[::'],
  ])('U34 %s: UPSTREAM_INVALID_RESPONSE, one call', async (_name, location) => {
    const result = await rowResult(() => answering(302, { Location: location }, sessionText('13')));
    expect(result).toMatchObject(invalid);
    expect(result.survivors).toEqual(allSurvived);
  });

  it.each([300, 304, 305])('U34 %d: UPSTREAM_INVALID_RESPONSE, one call', async (status) => {
    const steps = [write(rawAnswer({ status, ...(status === 304 && { headers: { 'Content-Length': null } }) }))];
    const result = await rowResult(() => steps);
    expect(result).toMatchObject(invalid);
    expect(result.survivors).toEqual(allSurvived);
  });
});
