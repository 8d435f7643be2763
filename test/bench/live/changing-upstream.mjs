/** A SuperOffice whose sessions are different each time that they are read, so that each signal is an event. */
import { createServer } from 'node:http';

/** @returns `url`, `reads()`, `setDelay(ms)`, `close()` */
export async function startChangingUpstream() {
  let [reads, delayMs] = [0, 0];
  const server = createServer((request, response) => {
    request.resume();
    reads += 1;
    const id = Number(/chatSessionEntityId=(\d+)/.exec(request.url)?.[1] ?? 0);
    const body = JSON.stringify({
      ChatSessionId: id,
      TopicId: 1,
      Status: 'UserLast',
      CustomerName: 'Forest Lind',
      Rank: reads,
      LastMessage: `message ${reads}`,
      WhenRequested: '2026-06-15T10:00:00Z',
      User: { AssociateId: 7, FullName: 'Kari Nordmann' },
      Person: { PersonId: 9, Email: 'a@example.com' },
    });
    const send = () => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
      response.end(body);
    };
    if (delayMs > 0) setTimeout(send, delayMs);
    else send();
  });
  server.keepAliveTimeout = 120_000;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', 20_000, resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    reads: () => reads,
    setDelay: (ms) => (delayMs = ms),
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}
