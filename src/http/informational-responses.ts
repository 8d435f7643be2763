/**
 * Takes "100 Continue" out of what a connection receives. A client must be able to read one that it has not asked for (RFC 9110, 15.2), and
 * proxies do send them; undici takes it for a broken answer. All other interim answers it reads by itself.
 */
import type { Socket } from 'node:net';

const beginning = Buffer.from('HTTP/1.1 100');
const nothing = Buffer.alloc(0);
const endOfHead = '\r\n\r\n';
const maxHeadBytes = 16_384;

/** @returns of the 100 that these bytes begin with; 0: they do not; null: they may, when more has come */
function interimLength(bytes: Buffer): number | null {
  const known = Math.min(beginning.length, bytes.length);
  if (bytes.compare(beginning, 0, known, 0, known) !== 0) return 0;
  const end = bytes.indexOf(endOfHead);
  if (end >= 0) return end + endOfHead.length;
  return bytes.length < maxHeadBytes ? null : 0;
}

export interface InterimAnswers {
  /** A request is about to be sent: what comes next is the head of its answer. */
  expectHead(): void;
}

/** From now on the socket's `read` leaves 100s out where a head is expected. */
export function withoutInterimAnswers(socket: Socket): InterimAnswers {
  const read = socket.read.bind(socket);
  let isHeadExpected = true;
  let held: Buffer = nothing; // the beginning of a head

  /** @returns what is not interim; null: nothing yet */
  function final(chunk: Buffer): Buffer | null {
    let bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    for (;;) {
      const length = interimLength(bytes);
      isHeadExpected = length !== 0;
      held = length === null ? bytes : nothing;
      if (length === null) return null;
      if (length === 0) return bytes;
      bytes = bytes.subarray(length);
    }
  }

  socket.read = (size) => {
    for (;;) {
      const chunk: unknown = read(size);
      if (!isHeadExpected || !Buffer.isBuffer(chunk)) return chunk;
      const bytes = final(chunk);
      if (bytes !== null) return bytes;
    }
  };
  return {
    expectHead: () => {
      isHeadExpected = true;
    },
  };
}
