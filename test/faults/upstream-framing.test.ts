/** Bytes that are not HTTP, and responses at the wrong moment: no request gets the response to another one. */
import { describe, expect, it } from '@jest/globals';
import { comesTrue } from '../support/eventually.js';
import { gatewayAt, type RunningGateway } from '../support/query-gateway.js';
import { rawAnswer, sessionAnswer, sessionText } from '../support/raw-answers.js';
import { scriptedUpstream, wait, write, type Script } from '../support/scripted-upstream.js';
import { allSurvived, rowResult, shortDeadlines } from '../support/upstream-row.js';

const body = sessionText('13');
const type = 'Content-Type: application/json';

describe('bytes that are not HTTP', () => {
  it.each([
    ['a garbage status line', 'GARBAGE\r\n\r\n'],
    ['a version that does not exist', `HTTP/9.9 200 OK\r\n${type}\r\nContent-Length: ${body.length}\r\n\r\n${body}`],
    ['TLS where HTTP should be', Buffer.from('15030300020228', 'hex')],
    [
      'both Content-Length and Transfer-Encoding',
      `HTTP/1.1 200 OK\r\n${type}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n0\r\n\r\n`,
    ],
    ['two Content-Lengths', `HTTP/1.1 200 OK\r\n${type}\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}`],
    ['a Content-Length that is no number', `HTTP/1.1 200 OK\r\n${type}\r\nContent-Length: many\r\n\r\n${body}`],
    ['a header of 40 KB', `HTTP/1.1 200 OK\r\n${type}\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n${body}`],
    ['ten thousand headers', `HTTP/1.1 200 OK\r\n${type}\r\n${'X-More: x\r\n'.repeat(10_000)}\r\n${body}`],
    ['a control character in a header', `HTTP/1.1 200 OK\r\n${type}\r\nX-Odd: \u0000\r\nContent-Length: 2\r\n\r\n{}`],
    [
      'a chunk without a size',
      `HTTP/1.1 200 OK\r\n${type}\r\nTransfer-Encoding: chunked\r\n\r\nsize\r\n${body}\r\n0\r\n\r\n`,
    ],
  ])('U38 %s: UPSTREAM_INVALID_RESPONSE, one call, the socket is destroyed', async (_name, bytes) => {
    const result = await rowResult(() => [write(bytes)], { closes: true });
    expect(result).toMatchObject({
      faulty: null,
      codes: ['faulty: UPSTREAM_INVALID_RESPONSE'],
      calls: 1,
      faultyConnections: 0,
    });
    expect(result.survivors).toEqual(allSurvived);
  });

  it.each([
    ['100', 'HTTP/1.1 100 Continue\r\n\r\n'],
    ['102', 'HTTP/1.1 102 Processing\r\n\r\n'],
    ['103', 'HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n'],
  ])('U39 a thousand times %s before the response: accepted, one call', async (_name, interim) => {
    const result = await rowResult(({ id }) => [write(interim.repeat(1000), sessionAnswer(id))]);
    expect(result).toMatchObject({ faulty: { status: 'CLOSED' }, codes: [], calls: 1 });
    expect(result.survivors).toEqual(allSurvived);
  });
});

describe('responses at the wrong moment', () => {
  const stale = 'STALE';

  /** The alias of one session, or the code of its error. */
  async function aliasOf(gateway: RunningGateway, id: number): Promise<unknown> {
    const { data, errors } = await gateway.query(`{ chatSession(id: ${id}) { customerAlias } }`);
    return errors?.[0]?.extensions.code ?? data.chatSession?.customerAlias;
  }

  const own = (id: string) => write(sessionAnswer(id, { CustomerAlias: `own ${id}` }));

  /** A response about a session to an earlier request, perhaps of another caller. */
  const staleAbout = (id: string) => write(sessionAnswer(id, { CustomerAlias: stale }));

  const isFirst: (request: Parameters<Script>[0]) => boolean = ({ connection, turn }) => connection === 1 && turn === 1;

  it.each<readonly [string, Script]>([
    [
      'together with the first',
      (request) => (isFirst(request) ? [own(request.id), staleAbout('14')] : [own(request.id)]),
    ],
    [
      'on the idle connection',
      (request) => (isFirst(request) ? [own(request.id), wait(20), staleAbout('14')] : [own(request.id)]),
    ],
    [
      'half, on the idle connection',
      (request) => (isFirst(request) ? [own(request.id), wait(20), write('HTTP/1.1 2')] : [own(request.id)]),
    ],
  ])('U40 a second response %s: the connection is dropped, the next requests get their own', async (_name, script) => {
    await using upstream = await scriptedUpstream(script);
    await using gateway = await gatewayAt(upstream.url);

    expect(await aliasOf(gateway, 13)).toBe('own 13');
    await comesTrue(() => false, 60); // the second response arrives
    for (const id of [14, 15, 16]) expect(await aliasOf(gateway, id)).toBe(`own ${id}`);
    expect(upstream.requests.map(({ connection }) => connection)).toEqual([1, 2, 2, 2]);
    expect(gateway.log()).not.toContain(stale);
  });

  it('U40 a response after its request was aborted: its connection is dropped', async () => {
    const script: Script = ({ id, attempt }) =>
      id === '13' && attempt <= 2 ? [wait(500), staleAbout('14'), staleAbout('14')] : [own(id)];
    await using upstream = await scriptedUpstream(script);
    await using gateway = await gatewayAt(upstream.url, { ...shortDeadlines, MAX_UPSTREAM_CONCURRENCY: '1' });

    expect(await aliasOf(gateway, 13)).toBe('UPSTREAM_TIMEOUT');
    expect(await comesTrue(() => upstream.openSockets() === 0, 300)).toBe(true); // before the late responses
    expect(await aliasOf(gateway, 14)).toBe('own 14');
    expect([upstream.requestsFor('13').length, upstream.requestsFor('14')[0]?.turn]).toEqual([2, 1]);
  });

  it('U40 a response after an unreadable one: its connection is dropped', async () => {
    const script: Script = ({ id }) => (id === '13' ? [write('GARBAGE\r\n\r\n'), staleAbout('14')] : [own(id)]);
    await using upstream = await scriptedUpstream(script);
    await using gateway = await gatewayAt(upstream.url, { MAX_UPSTREAM_CONCURRENCY: '1' });
    expect(await aliasOf(gateway, 13)).toBe('UPSTREAM_INVALID_RESPONSE');
    expect(await aliasOf(gateway, 14)).toBe('own 14');
    expect(upstream.requestsFor('14').map(({ turn }) => turn)).toEqual([1]);
  });

  // One response behind for ever: only the id in the response shows it, and only a new connection fixes it.
  it('U24 U40 a connection with the response to the request before: UPSTREAM_INVALID_RESPONSE, one call, and not used again', async () => {
    const last = new Map<number, string>();
    const script: Script = ({ id, connection, turn }) => {
      const before = last.get(connection) ?? id;
      last.set(connection, id);
      return turn === 1 || connection > 1 ? [own(id)] : [staleAbout(before)];
    };
    await using upstream = await scriptedUpstream(script);
    await using gateway = await gatewayAt(upstream.url);

    expect(await aliasOf(gateway, 13)).toBe('own 13');
    expect(await aliasOf(gateway, 14)).toBe('UPSTREAM_INVALID_RESPONSE');
    expect(await aliasOf(gateway, 15)).toBe('own 15');
    expect(upstream.requests.map(({ connection }) => connection)).toEqual([1, 1, 2]);
    expect(gateway.log()).not.toContain(stale);
  });

  // The same, with two callers who request the same session: no id shows it.
  it('U40 a connection with the response to the request before: no caller gets the data of another', async () => {
    const last = new Map<number, string>();
    const callerIn = (head: string): string => /^authorization: Bearer (.*)\r$/im.exec(head)?.[1] ?? '';
    await using upstream = await scriptedUpstream(({ id, head, connection }) => {
      const stamp = last.get(connection) ?? callerIn(head);
      last.set(connection, callerIn(head));
      return [write(sessionAnswer(id, { CustomerAlias: stamp }))];
    });
    await using gateway = await gatewayAt(upstream.url);
    for (const caller of ['anna', 'bent', 'carl', 'anna']) {
      const query = '{ chatSession(id: 14) { customerAlias } }';
      const { data } = await gateway.query(query, {}, { authorization: `Bearer ${caller}` });
      expect(data).toEqual({ chatSession: { customerAlias: caller } });
    }
  });

  it('U40 more bytes than the Content-Length says: the rest is no response to any request', async () => {
    const long = rawAnswer({
      headers: { 'Content-Length': String(sessionText('13').length) },
      body: `${sessionText('13')}{}`,
    });
    const script: Script = ({ id }) => (id === '13' ? [write(long)] : [own(id)]);
    await using upstream = await scriptedUpstream(script);
    await using gateway = await gatewayAt(upstream.url);
    await aliasOf(gateway, 13); // it may be accepted or refused
    await comesTrue(() => false, 30);
    expect(await aliasOf(gateway, 14)).toBe('own 14');
    expect(upstream.requestsFor('13')).toHaveLength(1);
    expect(upstream.requestsFor('14').map(({ turn }) => turn)).toEqual([1]);
  });

  it('U24 U40 a response before any request, about another session: UPSTREAM_INVALID_RESPONSE, one call', async () => {
    await using upstream = await scriptedUpstream(() => [], { greeting: [staleAbout('14')] });
    await using gateway = await gatewayAt(upstream.url);
    expect(await aliasOf(gateway, 13)).toBe('UPSTREAM_INVALID_RESPONSE');
    expect(upstream.connections()).toBe(1);
    expect(gateway.log()).not.toContain(stale);
  });
});
