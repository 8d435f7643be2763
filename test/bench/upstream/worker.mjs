/**
 * One process of upstream: hand-written HTTP/1.1 on node:net, because node:http would use more CPU than the fastest gateways. It
 * returns the emulator's bytes for each URL, to any caller, and counts calls and the bytes of bodies.
 * Messages: `{ delayMs }` sets the delay; `{ count }` is followed by `{ calls, bytes }` since the one before.
 */
import { createServer } from 'node:net';

const { RECORDS_URL } = process.env;
const headers = { authorization: `Basic ${btoa('tje0:Tje0')}`, 'accept-language': 'en' };
const endOfHead = Buffer.from('\r\n\r\n');

/** path → the whole response and the length of its body. */
const responses = new Map();
const state = { delayMs: 0 };
let counted = { calls: 0, bytes: 0 };

async function fetched(path) {
  const response = await fetch(RECORDS_URL + path, { method: 'POST', headers });
  const body = Buffer.from(await response.arrayBuffer());
  const head = `HTTP/1.1 ${response.status} OK\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${body.length}\r\n\r\n`;
  const entry = { bytes: Buffer.concat([Buffer.from(head), body]), length: body.length };
  responses.set(path, entry);
  return entry;
}

function send(socket, response) {
  counted.calls += 1;
  counted.bytes += response.length;
  if (socket.writable) socket.write(response.bytes);
}

async function respond(socket, path) {
  const cached = responses.get(path);
  if (cached && state.delayMs === 0) return send(socket, cached);
  if (state.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, state.delayMs));
  send(socket, cached ?? (await fetched(path)));
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
  if (delayMs !== undefined) state.delayMs = delayMs;
  if (!count) return;
  process.send(counted);
  counted = { calls: 0, bytes: 0 };
});
process.on('disconnect', () => process.exit(0));
server.listen({ port: 0, host: '127.0.0.1' }, () => process.send({ port: server.address().port }));
