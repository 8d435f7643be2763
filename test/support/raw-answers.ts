/** HTTP responses as bytes, valid and invalid, for the scripted upstream. */
export type Bytes = string | Uint8Array;

interface RawAnswer {
  readonly status?: number;
  /** In addition to, or in place of, `Content-Type` (JSON) and `Content-Length`; null leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: Bytes;
}

/** The whole response, with the true Content-Length unless `headers` has another. */
export function rawAnswer({ status = 200, headers = {}, body = '' }: RawAnswer = {}): Buffer {
  const content = Buffer.from(body as Uint8Array); // a string becomes UTF-8
  const fields: Record<string, string | null> = {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(content.length),
    ...headers,
  };
  const lines = Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}\r\n`]));
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Scripted\r\n${lines.join('')}\r\n`, 'latin1'), content]);
}

/** A chat session with the properties that tests need. */
export const sessionRecord = (id: string, more: object = {}): object => ({
  ChatSessionId: Number(id),
  Status: 'Closed',
  ...more,
});

export const sessionText = (id: string, more: object = {}): string => JSON.stringify(sessionRecord(id, more));

export const sessionAnswer = (id: string, more: object = {}): Buffer => rawAnswer({ body: sessionText(id, more) });

export const chunked = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
