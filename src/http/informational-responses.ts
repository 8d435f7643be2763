/**
 * Removes "100 Continue" from the bytes that a connection receives. A client must accept one that it did not request (RFC 9110, 15.2), and
 * proxies send them, but undici rejects it as an invalid response. undici skips all other 1xx responses itself.
 */
import type { Socket } from 'node:net';

const statusLine = Buffer.from('HTTP/1.1 100');
const noBytes = Buffer.alloc(0);
const endOfHead = '\r\n\r\n';
const maxHeadBytes = 16_384;

/** @returns length of the 100 response at the beginning; 0: there is none; null: more bytes are needed to decide */
function continueLength(bytes: Buffer): number | null {
  const compared = Math.min(statusLine.length, bytes.length);
  if (bytes.compare(statusLine, 0, compared, 0, compared) !== 0) return 0;
  const end = bytes.indexOf(endOfHead);
  if (end >= 0) return end + endOfHead.length;
  return bytes.length < maxHeadBytes ? null : 0;
}

export interface InformationalResponses {
  /** A request is about to be sent: the next bytes are the head of its response. */
  expectHead(): void;
}

/** Patches the socket's `read` to skip 100 responses where a head is expected. */
export function skipInformationalResponses(socket: Socket): InformationalResponses {
  const read = socket.read.bind(socket);
  let isHeadExpected = true;
  let held: Buffer = noBytes; // an incomplete head

  /** @returns the bytes after any 100 responses; null: the head is incomplete */
  function withoutContinue(chunk: Buffer): Buffer | null {
    let bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    for (;;) {
      const length = continueLength(bytes);
      isHeadExpected = length !== 0;
      held = length === null ? bytes : noBytes;
      if (length === null) return null;
      if (length === 0) return bytes;
      bytes = bytes.subarray(length);
    }
  }

  socket.read = (size) => {
    for (;;) {
      const chunk: unknown = read(size);
      if (!isHeadExpected || !Buffer.isBuffer(chunk)) return chunk;
      const bytes = withoutContinue(chunk);
      if (bytes !== null) return bytes;
    }
  };
  return {
    expectHead: () => {
      isHeadExpected = true;
    },
  };
}
