/** One HTTP request on its own connection with exactly these headers (fetch adds its own accept-language). */
import { request, type IncomingHttpHeaders } from 'node:http';

export interface PlainAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface PlainRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** The client disconnects when it aborts. */
  readonly signal?: AbortSignal;
}

/** @returns null when the client has disconnected */
export function sendPlain(
  url: string,
  { method = 'POST', headers = {}, body = '', signal }: PlainRequest,
): Promise<PlainAnswer | null> {
  return new Promise((resolve, reject) => {
    const length = { 'content-length': Buffer.byteLength(body) };
    const options = { method, agent: false, headers: { ...headers, ...length }, ...(signal && { signal }) };
    const failed = (error: Error): void => (signal?.aborted ? resolve(null) : reject(error));
    const outgoing = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', failed);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    outgoing.on('error', failed);
    outgoing.end(body);
  });
}

export function sendQuery(
  url: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
): Promise<PlainAnswer | null> {
  return sendPlain(`${url}/graphql`, {
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });
}
