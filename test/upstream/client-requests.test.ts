/**
 * Requests as sent: one POST in the format of SuperOffice, with the credentials of its caller.
 */
import { describe, expect, it } from '@jest/globals';
import { startEmulator } from '../../src/emulator/index.js';
import { openClient, readCall } from '../support/client-calls.js';
import { answerJson, startUpstream } from '../support/upstream-servers.js';

describe('a request', () => {
  it('is a POST without a body but with its length: otherwise IIS responds 411', async () => {
    await using emulator = await startEmulator();
    using client = openClient(emulator.url);

    const body = await client.session().post(readCall('192', 'ChatSessionId,User/Name'));

    expect(body).toMatchObject({ ChatSessionId: 192, User: { Name: 'Waelchi LLC' } });
    expect(emulator.requests).toEqual(['GetChatSessionEntity 192 $select=ChatSessionId,User/Name']);
    expect(emulator.log[0]).toMatchObject({
      method: 'POST',
      url: '/api/v1/Agents/Chat/GetChatSessionEntity?chatSessionEntityId=192&$select=ChatSessionId,User/Name',
      bodyText: '',
      headers: {
        'content-length': '0',
        accept: 'application/json',
        'accept-language': 'en',
        authorization: 'Basic dGplMDpUamUw',
        'user-agent': 'superoffice-chat-graphql',
      },
    });
  });

  it('has no other headers, except the two that transport needs', async () => {
    await using server = await startUpstream((response) => answerJson(response, null));
    using client = openClient(server.url, { SUPEROFFICE_APP_TOKEN: 'ours' });

    await client.session({ authorization: 'Bearer x', cookie: 'a=1', 'x-other': 'y' }).post(readCall());

    expect(Object.keys(server.requests[0]?.headers ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'accept-language',
      'authorization',
      'connection',
      'content-length',
      'host',
      'so-apptoken',
      'user-agent',
    ]);
  });

  it("goes to the tenant's path", async () => {
    await using server = await startUpstream((response) => answerJson(response, null));
    using client = openClient(`${server.url}/Cust12345/`);

    await client.session().post(readCall());

    expect(server.requests.map(({ url }) => url)).toEqual([
      '/Cust12345/api/v1/Agents/Chat/GetChatSessionEntity?chatSessionEntityId=192&$select=ChatSessionId',
    ]);
  });

  it('reuses the previous connection', async () => {
    await using server = await startUpstream((response) => answerJson(response, null));
    using client = openClient(server.url);

    await client.session().post(readCall());
    await client.session().post(readCall());

    expect([server.requests.length, server.connections()]).toEqual([2, 1]);
  });
});

describe('a client that is closed', () => {
  it('closes its idle connections immediately', async () => {
    await using server = await startUpstream((response) => answerJson(response, null));
    const client = openClient(server.url);
    await client.session().post(readCall());
    const startedMs = performance.now();

    client[Symbol.dispose]();

    await server.socketsClosed();
    expect(performance.now() - startedMs).toBeLessThan(2000); // without closing they stay open for 4 s
  });
});

describe('credentials of a request', () => {
  it('are those of its session, in any order of requests', async () => {
    await using server = await startUpstream((response, request) =>
      answerJson(response, request.headers.authorization),
    );
    using client = openClient(server.url);
    const callers = ['Bearer a', 'Bearer b', 'Bearer c'];

    const bodies = await Promise.all(
      callers.map((authorization) => client.session({ authorization }).post(readCall())),
    );

    expect(bodies).toEqual(callers);
  });

  it('C34 without credentials nothing is sent', async () => {
    await using server = await startUpstream((response) => answerJson(response, null));
    using client = openClient(server.url, { SUPEROFFICE_APP_TOKEN: 'ours' });

    await expect(client.session({}).post(readCall())).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect([server.requests, client.logText()]).toEqual([[], '']);
  });
});

describe('the log', () => {
  it('has one line for each attempt: the call as sent, status, size and duration', async () => {
    await using emulator = await startEmulator();
    using client = openClient(emulator.url);

    await client.session().post(readCall('192', 'ChatSessionId'));

    expect(client.logLines()).toEqual([
      {
        level: 20,
        time: expect.any(String),
        event: 'upstream',
        operation: 'GetChatSessionEntity',
        id: '192',
        status: 200,
        bytes: expect.any(Number),
        attempt: 1,
        durationMs: expect.any(Number),
        msg: 'POST Agents/Chat/GetChatSessionEntity?chatSessionEntityId=192&$select=ChatSessionId',
      },
    ]);
  });
});
