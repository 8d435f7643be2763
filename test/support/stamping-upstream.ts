/**
 * A SuperOffice that writes a digest of the caller's headers, the stamp, into all its responses, errors and headers included. Data with
 * another caller's stamp come from another caller's request.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const stampedHeaders = [
  'authorization',
  'x-xsrf-token',
  'cookie',
  'accept-language',
  'so-language',
  'so-culture',
  'so-timezone',
  'so-apptoken',
] as const;

/** A caller's stamp, from the headers as SuperOffice must receive them. */
export function stampOf(headers: IncomingHttpHeaders): string {
  const values = JSON.stringify(stampedHeaders.map((name) => headers[name] ?? null));
  return `stamp-${createHash('sha256').update(values).digest('hex').slice(0, 16)}`;
}

/** How a call ends; all but `answer` and `another-record` have the stamp where the gateway must not forward it. */
export type Behaviour =
  | { readonly kind: 'answer'; readonly afterMs: number }
  | { readonly kind: 'status'; readonly status: number; readonly afterMs: number }
  | { readonly kind: 'error-object'; readonly type: string }
  | { readonly kind: 'another-record' | 'reset' | 'truncate' | 'hang' };

export interface StampingUpstream extends AsyncDisposable {
  readonly url: string;
  /** `stamp id` of every call, in order of arrival. */
  readonly calls: readonly string[];
}

function session(stamp: string, id: number): object {
  return {
    ChatSessionId: id,
    TopicId: 3,
    CustomerAlias: `${stamp}:${id}`,
    CustomerName: stamp,
    Status: 'UserLast',
    Person: { PersonId: 1, Firstname: stamp },
  };
}

const message = (stamp: string, id: number): object => ({
  ChatMessageId: id * 10,
  ChatSessionId: id,
  Message: stamp,
  Author: stamp,
});

const topic = (stamp: string, id: number): object => ({ ChatTopicId: id, Name: stamp });

/** A page of an archive: sessions of topic 3, or those that the restriction names. */
function rows(stamp: string, body: string): object {
  const form = new URLSearchParams(body);
  const columns = form.get('$select')?.split(',') ?? [];
  const filter = form.get('$filter') ?? '';
  const named = [...filter.matchAll(/chatSessionId = (\d+)/g)].map(([, id]) => Number(id));
  const listed = /chatSessionId in \(([\d,]+)\)/.exec(filter)?.[1]?.split(',').map(Number) ?? named;
  const valueOf = (column: string, id: number): unknown => {
    if (column === 'chatSessionId') return id;
    if (column === 'chatTopic/chatTopicId') return 3;
    return /Id$|status/.test(column) ? 6 : stamp;
  };
  const row = (id: number): object => ({
    Column: Object.fromEntries(columns.map((column) => [column, { RawValue: valueOf(column, id) }])),
  });
  return { value: (listed.length > 0 ? listed : [1, 2, 3]).slice(0, Number(form.get('$top'))).map(row) };
}

const person = (stamp: string, id: number): object => ({ PersonId: id, FullName: stamp });

const idsIn = (body: string): readonly number[] => [...body.matchAll(/\d+/g)].map(([id]) => Number(id));

type Answer = (stamp: string, id: number, body: string) => unknown;

/** The response of each operation; all others return the session. */
const responses = new Map<string, Answer>([
  ['ChatSessionsForUser', (stamp) => [1, 2, 3].map((id) => session(stamp, id))],
  ['GetChatMessages', (stamp, id) => [message(stamp, id)]],
  ['AddChatMessage', message],
  ['GetChatTranscript', (stamp) => stamp],
  ['GetChatTopicEntity', topic],
  ['ChatTopicsForUser', (stamp) => [topic(stamp, 3), topic(stamp, 4)]],
  ['GetPersonList', (stamp, _id, body) => idsIn(body).map((id) => person(stamp, id))],
  [
    'GetArchiveListByColumnsWithHeader2',
    () => ({ RowCount: 3, Rows: [{ ColumnData: { 'chatTopic/chatTopicId': { DisplayValue: '[I:3]' } } }] }),
  ],
  ['ChatSession', (stamp, _id, body) => rows(stamp, body)],
  ['GetChatPresence', (stamp) => [{ UserId: 1, DisplayName: stamp }]],
]);

interface Subject {
  readonly operation: string;
  readonly id: number;
  readonly body: string;
}

const record = (stamp: string, { operation, id, body }: Subject): string =>
  JSON.stringify((responses.get(operation) ?? session)(stamp, id, body));

/** Operation and id, from the URL or the body. */
async function subjectOf(request: IncomingMessage): Promise<Subject> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer); // no encoding is set
  const body = Buffer.concat(chunks).toString();
  const text = `${request.url ?? ''} ${body}`;
  const id = /(?:[?&]chatSessionEntityId=|[?&]chatTopicEntityId=|"ChatSessionId":)(\d+)/i.exec(text)?.[1] ?? '0';
  return { operation: /\/(?:Agents\/\w+|Archive)\/(\w+)/.exec(text)?.[1] ?? '', id: Number(id), body };
}

function deliver(
  response: ServerResponse,
  { stamp, subject, behaviour }: { stamp: string; subject: Subject; behaviour: Behaviour },
) {
  const headers = { 'Content-Type': 'application/json', 'X-Stamp': stamp, 'Set-Cookie': `stamp=${stamp}` };
  const error = (type: string): string =>
    JSON.stringify({ Error: true, ErrorType: type, ErrorMessage: `${stamp} did it`, ErrorSource: stamp });
  switch (behaviour.kind) {
    case 'answer':
      setTimeout(() => response.writeHead(200, headers).end(record(stamp, subject)), behaviour.afterMs);
      return;
    case 'status': {
      const challenge = { ...headers, 'WWW-Authenticate': `Basic realm="${stamp}"` };
      setTimeout(() => response.writeHead(behaviour.status, challenge).end(error('SoException')), behaviour.afterMs);
      return;
    }
    case 'error-object':
      response.writeHead(200, headers).end(error(behaviour.type));
      return;
    case 'another-record':
      response.writeHead(200, headers).end(record(stamp, { ...subject, id: subject.id + 1 }));
      return;
    case 'truncate':
      response.writeHead(200, { ...headers, 'Content-Length': 4_000 });
      response.write(record(stamp, subject), () => response.socket?.end()); // FIN: an RST could overtake the written bytes
      return;
    case 'reset':
      response.socket?.destroy();
      return;
    case 'hang':
  }
}

export async function stampingUpstream(behaves: (stamp: string, id: string) => Behaviour): Promise<StampingUpstream> {
  const calls: string[] = [];
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const subject = await subjectOf(request);
    const { id } = subject;
    const stamp = stampOf(request.headers);
    calls.push(`${stamp} ${id}`);
    deliver(response, { stamp, subject, behaviour: behaves(stamp, String(id)) });
  }
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy()); // the caller disconnected during its body
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on TCP
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
