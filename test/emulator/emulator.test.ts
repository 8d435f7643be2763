/**
 * The emulator as a server: examples, ids, paths, methods, credentials. Each test quotes the documented behaviour that it
 * checks (SPEC: GetChatSessionEntity; facts: facts.md by section; IIS, ASP.NET: the platform).
 */
import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { startEmulator } from '../../src/emulator/index.js';
import {
  at,
  fetchSession,
  operationPath,
  post,
  readJson,
  requestText,
  sampleHeaders,
  sendBytes,
} from '../support/emulator-calls.js';

/** SHA-256 of the sample response in the specification, indented by two spaces as printed there. */
const sampleDigest = '5c8a671df48a0b092517b1efea05657c9fe295b9f8b1e4a0d707cf3d72674afa';

const missingId = {
  Message: 'The request is invalid.',
  MessageDetail: expect.stringContaining(
    "The parameters dictionary contains a null entry for parameter 'chatSessionEntityId' of non-nullable type 'System.Int32'",
  ),
};

describe('the examples of the specification', () => {
  it('SO-001 the sample request, which has no id, returns the sample response, byte for byte', async () => {
    await using emulator = await startEmulator();

    const response = await post(emulator, '', { ...sampleHeaders, Accept: 'application/json; charset=utf-8' });
    const printed = JSON.stringify(await readJson(response), null, 2);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(createHash('sha256').update(printed).digest('hex')).toBe(sampleDigest);
    expect(emulator.requests).toEqual(['GetChatSessionEntity']);
  });

  it('SO-002 session 192 by its id is the same record, with a language header and without', async () => {
    await using emulator = await startEmulator();
    const sample = await readJson(await post(emulator));

    expect(await fetchSession(emulator, 192)).toEqual(sample);
    expect(await fetchSession(emulator, 192, { headers: { Authorization: 'Bearer x' } })).toEqual(sample);
    expect(emulator.requests.slice(1)).toEqual(['GetChatSessionEntity 192', 'GetChatSessionEntity 192']);
  });

  it('SO-003 "POST …/GetChatSessionEntity?chatSessionEntityId=59" returns session 59', async () => {
    await using emulator = await startEmulator();

    const session = await readJson(await post(emulator, '?chatSessionEntityId=59'));

    expect(at(session, 'ChatSessionId')).toBe(59);
    expect(emulator.requests).toEqual(['GetChatSessionEntity 59']);
  });

  it('SO-004 "POST …?$select=name,department,category/id" has no id: 200 with the error object', async () => {
    await using emulator = await startEmulator();

    const response = await post(emulator, '?$select=name,department,category/id');

    expect(response.status).toBe(200);
    expect(await readJson(response)).toEqual(missingId);
    expect(emulator.requests).toEqual(['GetChatSessionEntity $select=name,department,category/id']);
  });
});

describe('ids', () => {
  it.each(['999999999', '251', '2147483647', '0', '-1'])(
    'SO-005 facts 7: an id that is not found (%s) is "200 OK, body null"',
    async (id) => {
      await using emulator = await startEmulator();

      const response = await post(emulator, `?chatSessionEntityId=${id}`);

      expect([response.status, await response.text()]).toEqual([200, 'null']);
      expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    },
  );

  it.each(['glops', '', '1.5', '2147483648', '1e2', '%ZZ', '1%2C2'])(
    'SO-006 facts 7: a malformed id ("%s") is 200 with {Message, MessageDetail}',
    async (id) => {
      await using emulator = await startEmulator();

      const response = await post(emulator, `?chatSessionEntityId=${id}`);

      expect(response.status).toBe(200);
      expect(await readJson(response)).toEqual(missingId);
    },
  );

  it('SO-007 ASP.NET: parameter names are case-insensitive, the first of two counts, outer spaces are ignored', async () => {
    await using emulator = await startEmulator();

    const responses = await Promise.all(
      ['?CHATSESSIONENTITYID=7', '?chatSessionEntityId=7&chatSessionEntityId=8', '?chatSessionEntityId=%207+'].map(
        async (query) => at(await readJson(await post(emulator, query)), 'ChatSessionId'),
      ),
    );

    expect(responses).toEqual([7, 7, 7]);
  });

  it('SO-008 putSession adds a session or replaces the existing one', async () => {
    await using emulator = await startEmulator();
    emulator.putSession({ ChatSessionId: 1000, CustomerName: 'Put' });
    emulator.putSession({ ChatSessionId: 192, CustomerName: 'Replaced' });

    expect(await fetchSession(emulator, 1000)).toEqual({ ChatSessionId: 1000, CustomerName: 'Put' });
    expect(await fetchSession(emulator, 192)).toEqual({ ChatSessionId: 192, CustomerName: 'Replaced' });
    expect(() => {
      emulator.putSession({ CustomerName: 'No id' } as never);
    }).toThrow(TypeError);
  });
});

describe('paths and methods', () => {
  it.each([
    '/Cust12345/api/v1/Agents/Chat/GetChatSessionEntity',
    '/a/b/api/v1/Agents/Chat/getchatsessionentity',
    '/API/V1/agents/chat/GETCHATSESSIONENTITY/',
  ])('SO-010 facts 6: any prefix before /api/v1, case-insensitive names: %s', async (path) => {
    await using emulator = await startEmulator();

    const response = await fetch(`${emulator.url}${path}?chatSessionEntityId=3`, {
      method: 'POST',
      headers: sampleHeaders,
    });

    expect(at(await readJson(response), 'ChatSessionId')).toBe(3);
    expect(emulator.requests).toEqual(['GetChatSessionEntity 3']);
  });

  it('SO-011 facts 1: "a GET on an agent URL never invokes it; it only returns a description"', async () => {
    await using emulator = await startEmulator();

    const response = await fetch(`${emulator.url}${operationPath}?chatSessionEntityId=192`, { headers: sampleHeaders });

    expect(response.status).toBe(200);
    expect(await readJson(response)).toMatchObject({ Operation: 'GetChatSessionEntity', Method: 'POST' });
    expect(emulator.requests).toEqual([`GET ${operationPath}`]);
  });

  it('SO-012 facts 6: "GET …/api returns version info, no login needed"', async () => {
    await using emulator = await startEmulator();

    const responses = await Promise.all(['/api', '/Cust12345/api/'].map((path) => fetch(emulator.url + path)));

    expect(responses.map(({ status }) => status)).toEqual([200, 200]);
    for (const response of responses) expect(await readJson(response)).toHaveProperty('NetServerVersion');
  });

  it.each(['/', '/api/v1/Contact/5', '/api/v1/Agents/Contact/GetContact', '/api/v1/Agents/Chat/NoSuchOperation'])(
    'SO-013 anything else is 404 with an error object: %s',
    async (path) => {
      await using emulator = await startEmulator();

      const response = await fetch(emulator.url + path, { method: 'POST', headers: sampleHeaders });

      expect(response.status).toBe(404);
      expect(await readJson(response)).toMatchObject({ Error: true, ErrorType: 'SoNotFoundException' });
      expect(emulator.log).toHaveLength(1);
    },
  );

  it('SO-014 other methods do not invoke: 405', async () => {
    await using emulator = await startEmulator();

    const response = await fetch(emulator.url + operationPath, { method: 'DELETE', headers: sampleHeaders });

    expect(response.status).toBe(405);
    expect(await readJson(response)).toMatchObject({ Error: true });
  });

  it('SO-015 IIS: a POST without a length is 411; Content-Length: 0 and chunked are lengths', async () => {
    await using emulator = await startEmulator();
    const startLine = `POST ${operationPath}?chatSessionEntityId=192`;

    const [without, zero, chunked] = await Promise.all([
      sendBytes(emulator, requestText(startLine, sampleHeaders)),
      sendBytes(emulator, requestText(startLine, { ...sampleHeaders, 'Content-Length': '0' })),
      sendBytes(emulator, `${requestText(startLine, { ...sampleHeaders, 'Transfer-Encoding': 'chunked' })}0\r\n\r\n`),
    ]);

    expect(without).toMatch(/^HTTP\/1\.1 411 /);
    expect(zero).toMatch(/^HTTP\/1\.1 200 /);
    expect(chunked).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('SO-016 IIS: a query string longer than the limit is 404, where a limit is set', async () => {
    await using emulator = await startEmulator({ maxQueryChars: 40 });

    const statuses = await Promise.all(
      ['?chatSessionEntityId=192', `?chatSessionEntityId=192&$select=${'x'.repeat(40)}`].map(
        async (query) => (await post(emulator, query)).status,
      ),
    );

    expect(statuses).toEqual([200, 404]);
  });
});

describe('credentials', () => {
  it.each([
    { Authorization: 'Basic dGplMDpUamUw' },
    { Authorization: 'basic dGplMDpUamUw' },
    { Authorization: 'SOTicket 7T:abc' },
    { authorization: 'soticket 7T:abc' },
    { Authorization: 'BEARER 8A:Cust1.x' },
    { 'X-XSRF-TOKEN': 'token', Cookie: 'XSRF-TOKEN=token' },
  ])('SO-020 SPEC: "supports Basic, SoTicket and Bearer", or the XSRF token with its cookie: %j', async (headers) => {
    await using emulator = await startEmulator();

    expect((await post(emulator, '', { ...headers })).status).toBe(200);
  });

  it.each([
    {},
    { Authorization: '' },
    { Authorization: 'Bearer' },
    { Authorization: 'Digest username="x"' },
    { 'X-XSRF-TOKEN': 'token' },
    { Cookie: 'XSRF-TOKEN=token' },
  ])('SO-021 facts 6: without them 401, no JSON, and a challenge: %j', async (headers) => {
    await using emulator = await startEmulator();

    const response = await post(emulator, '?chatSessionEntityId=192', { ...headers } as Record<string, string>); // each lists other keys

    expect([response.status, await response.text()]).toEqual([401, '']);
    expect(response.headers.get('www-authenticate')).toContain('Basic');
    expect(emulator.log.map(({ status, line }) => [status, line])).toEqual([[401, 'GetChatSessionEntity 192']]);
  });

  it('SO-022 complete Authorization values can be rejected', async () => {
    await using emulator = await startEmulator({ rejectCredentials: ['Bearer expired'] });

    const statuses = await Promise.all(
      ['Bearer expired', 'Bearer fresh'].map(
        async (value) => (await post(emulator, '', { Authorization: value })).status,
      ),
    );

    expect(statuses).toEqual([401, 200]);
  });
});
