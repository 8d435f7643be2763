/**
 * Reads a request body up to a cap.
 */
import type { IncomingMessage } from 'node:http';

const maxBodyBytes = 1024 * 1024;

/** `isComplete` is false past the cap: the text is what fitted. */
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
