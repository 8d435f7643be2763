/**
 * Reads a request body up to a maximum size.
 */
import type { IncomingMessage } from 'node:http';

const maxBodyBytes = 1024 * 1024;

/** `isComplete` is false when the body is larger; the text is then cut off. */
export async function readBody(request: IncomingMessage): Promise<{ text: string; isComplete: boolean }> {
  const chunks: Buffer[] = [];
  let receivedBytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk);
    receivedBytes += bytes.length;
    if (receivedBytes > maxBodyBytes) return { text: textOf(chunks), isComplete: false };
    chunks.push(bytes);
  }
  return { text: textOf(chunks), isComplete: true };
}

function textOf(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8');
}
