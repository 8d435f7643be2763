/**
 * A fast SuperOffice: it caches the emulator's response to a `$select` as text, and returns it for every session with that
 * session's id. `node upstream.mjs checkout latencyMs` prints its URL.
 */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { authorization } from './credentials.mjs';

const { startEmulator } = await import(pathToFileURL(join(process.argv[2], 'dist/emulator/index.js')));
const emulator = await startEmulator();

const latencyMs = Number(process.argv[3] ?? 0);
const sampleId = 192;
/** Count of the caller's own sessions. */
const listLength = 200;

const idInPath = /chatSessionEntityId=(\d+)/;

/** `$select` → the text before the id and after it. */
const texts = new Map();

async function textsFor(path) {
  const query = path.slice(path.indexOf('$select'));
  const url = `${emulator.url}/api/v1/Agents/Chat/GetChatSessionEntity?chatSessionEntityId=${sampleId}&${query}`;
  const response = await fetch(url, { method: 'POST', headers: { authorization } });
  const text = await response.text();
  const [before, ...after] = text.split(`"ChatSessionId":${sampleId}`);
  if (!response.ok || after.length !== 1) throw new Error(`the emulator does not respond as expected: ${text}`);
  return [before, after[0]];
}

const server = createServer(async (request, response) => {
  request.resume();
  const id = idInPath.exec(request.url)?.[1];
  const select = request.url.slice(request.url.indexOf('$select'));
  const cached = texts.get(select) ?? textsFor(request.url);
  texts.set(select, cached);
  const [before, after] = cached instanceof Promise ? await cached : cached;
  texts.set(select, [before, after]);
  if (latencyMs > 0) await delay(latencyMs);
  const record = (number) => `${before}"ChatSessionId":${number}${after}`;
  const list = () => `[${Array.from({ length: listLength }, (_, index) => record(index + 1)).join()}]`;
  const body = Buffer.from(id === undefined ? list() : record(id));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
});

server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}\n`));
process.once('disconnect', () => process.exit(1)); // the bench has ended
process.once('SIGTERM', async () => {
  server.close();
  server.closeAllConnections();
  await emulator.close();
  process.exit(0);
});
