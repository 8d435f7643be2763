/**
 * One process of upstream: HTTP/1.1 by hand on node:net, because node:http would cost it more than the fastest gateways cost us. It
 * answers each address with the bytes that the emulator gave for it, whoever asks, and counts calls and the bytes of bodies.
 * Told by messages: `{ delayMs }` and `{ count }`; the latter is answered by `{ calls, bytes }` since the one before.
 */
import { createServer } from 'node:net';

const { RECORDS_URL } = process.env;
const headers = { authorization: `Basic ${btoa('tje0:Tje0')}`, 'accept-language': 'en' };
const endOfHead = Buffer.from('\r\n\r\n');

/** path → the whole answer and the length of its body. */
const responses = new Map();
const told = { delayMs: 0 };
let counted = { calls: 0, bytes: 0 };

async function learned(path) {
  const response = await fetch(RECORDS_URL + path, { method: 'POST', headers });
  const body = Buffer.from(await response.arrayBuffer());
  const head = `HTTP/1.1 ${response.status} OK\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${body.length}\r\n\r\n`;
  const answer = { bytes: Buffer.concat([Buffer.from(head), body]), length: body.length };
  responses.set(path, answer);
  return answer;
}

function send(socket, response) {
  counted.calls += 1;
  counted.bytes += response.length;
  if (socket.writable) socket.write(response.bytes);
}

async function respond(socket, path) {
  const known = responses.get(path);
  if (known && told.delayMs === 0) return send(socket, known);
  if (told.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, told.delayMs));
  send(socket, known ?? (await learned(path)));
}

/** @returns path and whole length of the request at the beginning of `bytes`, null when it is not all there */
function requestIn(bytes) {
  const headEnd = bytes.indexOf(endOfHead);
  if (headEnd === -1) return null;
  const head = bytes.latin1Slice(0, headEnd);
  if (/\r\ntransfer-encoding:/i.test(head)) throw new Error('upstream: a body of unknown length is not understood');
  const length = headEnd + 4 + Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  const from = head.indexOf(' ') + 1;
  return bytes.length < length ? null : { path: head.slice(from, head.indexOf(' ', from)), length };
}

const server = createServer({ noDelay: true }, (socket) => {
  let unread = Buffer.alloc(0);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    unread = unread.length === 0 ? chunk : Buffer.concat([unread, chunk]);
    for (let request = requestIn(unread); request !== null; request = requestIn(unread)) {
      unread = unread.subarray(request.length);
      void respond(socket, request.path);
    }
  });
});

process.on('message', ({ delayMs, count }) => {
  if (delayMs !== undefined) told.delayMs = delayMs;
  if (!count) return;
  process.send(counted);
  counted = { calls: 0, bytes: 0 };
});
process.on('disconnect', () => process.exit(0));
server.listen({ port: 0, host: '127.0.0.1' }, () => process.send({ port: server.address().port }));
