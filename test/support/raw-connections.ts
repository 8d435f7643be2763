/** Connections of clients, byte by byte: what is sent ahead, and how many responses come back. */
import { connect, type Socket } from 'node:net';

export interface RawConnection extends Disposable {
  readonly socket: Socket;
  /** Everything that has arrived. */
  text(): string;
  /** Responses that have begun to arrive. */
  responses(): number;
  send(text: string): void;
  /** Resolves when it is closed, whoever did that. */
  readonly closed: Promise<void>;
}

export const rawRequest = (method: string, path: string, body = '', headers: object = {}): string => {
  const all = { host: 'gateway', ...headers, 'content-length': String(Buffer.byteLength(body)) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
};

export function rawConnection(url: string): Promise<RawConnection> {
  return new Promise((resolve, reject) => {
    let arrived = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => resolve(connection));
    socket.setEncoding('latin1');
    socket.on('data', (chunk) => (arrived += String(chunk)));
    socket.on('error', reject); // once it is open, this rejects nothing any more
    const connection: RawConnection = {
      socket,
      text: () => arrived,
      responses: () => arrived.split('HTTP/1.1 ').length - 1,
      send: (text) => void socket.write(text),
      closed: new Promise((closed) => socket.once('close', () => closed())),
      [Symbol.dispose]: () => void socket.destroy(),
    };
  });
}
