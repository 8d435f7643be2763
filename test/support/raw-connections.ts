/** Raw client connections, for pipelined requests and the count of their responses. */
import { connect, type Socket } from 'node:net';

export interface RawConnection extends Disposable {
  readonly socket: Socket;
  /** All received text. */
  text(): string;
  /** Responses that have started to arrive. */
  responses(): number;
  send(text: string): void;
  /** Resolves when it is closed by either side. */
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
    socket.on('error', reject); // no effect once it is open
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
