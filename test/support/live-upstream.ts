/**
 * A SuperOffice for many callers with different topics, which writes the caller's name into every value: an event with another name
 * comes from another caller's read. Sessions change their version; callers' tokens may expire.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const topicCount = 10;

export interface UpstreamCall {
  readonly caller: string;
  readonly operation: string;
  readonly atMs: number;
}

export interface LiveUpstream extends AsyncDisposable {
  readonly url: string;
  readonly calls: UpstreamCall[];
  readonly expired: Set<string>;
  /** A session is in the topic of its number, modulo the topics. */
  topicOf(sessionId: number): number;
  topicsOf(caller: string): readonly number[];
  /** Something changes in the session, which may be new. */
  change(sessionId: number): void;
  addMessage(sessionId: number): void;
}

interface Session {
  version: number;
  readonly messages: number[];
}

/** Three topics of each caller. */
function topicsOf(caller: string): readonly number[] {
  const number = Number(/\d+/.exec(caller)?.[0] ?? 0);
  return [...new Set([number, number * 3 + 1, number * 7 + 2].map((topic) => 1 + (topic % topicCount)))];
}

const topicOf = (sessionId: number): number => 1 + (sessionId % topicCount);

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer); // no encoding is set
  return Buffer.concat(chunks).toString();
}

export async function liveUpstream(sessionCount: number): Promise<LiveUpstream> {
  const sessions = new Map<number, Session>();
  for (let id = 1; id <= sessionCount; id += 1) sessions.set(id, { version: 1, messages: [] });
  const calls: UpstreamCall[] = [];
  const expired = new Set<string>();
  let lastMessage = 0;

  const record = (caller: string, id: number) => ({
    ChatSessionId: id,
    TopicId: topicOf(id),
    Status: 'UserLast',
    CustomerName: `${caller} ${id} v${sessions.get(id)?.version ?? 0}`,
    LastMessage: `${caller} ${id}`,
    WhenIdle: null,
  });

  function respond(caller: string, operation: string, text: string): unknown {
    const own = topicsOf(caller);
    const id = Number(/(?:chatSessionEntityId=|"ChatSessionId":)(\d+)/.exec(text)?.[1] ?? 0);
    const isVisible = sessions.has(id) && own.includes(topicOf(id));
    switch (operation) {
      case 'ChatTopicsForUser':
        return own.map((topicId) => ({ ChatTopicId: topicId, Name: caller }));
      case 'ChatSessionsForUser':
        return [...sessions.keys()].filter((each) => own.includes(topicOf(each))).map((each) => record(caller, each));
      case 'GetChatMessages': {
        const after = Number(/"After":(\d+)/.exec(text)?.[1] ?? 0);
        const found = sessions.get(id)?.messages.filter((message) => message > after) ?? [];
        return isVisible
          ? found.map((message) => ({ ChatMessageId: message, ChatSessionId: id, Message: `${caller} ${id}` }))
          : null;
      }
      case 'AddChatMessage':
        return { ChatMessageId: addMessage(id), ChatSessionId: id, Message: `${caller} ${id}` };
      default:
        return isVisible ? record(caller, id) : null;
    }
  }

  function addMessage(id: number): number {
    lastMessage += 1;
    sessions.get(id)?.messages.push(lastMessage);
    return lastMessage;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const caller = String(request.headers.authorization).replace('Bearer ', '');
    const operation = /\/Chat\/(\w+)/.exec(request.url ?? '')?.[1] ?? '';
    calls.push({ caller, operation, atMs: performance.now() });
    const text = `${request.url ?? ''} ${await readText(request)}`;
    if (expired.has(caller)) return void response.writeHead(401).end();
    const json = JSON.stringify(respond(caller, operation, text));
    setTimeout(() => response.writeHead(200, { 'content-type': 'application/json' }).end(json), Math.random() * 5);
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy()); // the gateway has aborted the call
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on TCP
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    expired,
    topicOf,
    topicsOf,
    change: (id) => {
      const session = sessions.get(id);
      if (session) session.version += 1;
      else sessions.set(id, { version: 1, messages: [] });
    },
    addMessage,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
