/** Sends one webhook: an HTTP request whose body is signed with the definition's secret. */
import { createHmac } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

export interface SignedRequest {
  readonly targetUrl: string;
  readonly secret: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}

const timeoutMs = 10_000;

export const signatureOf = (secret: string, body: string): string =>
  createHmac('sha256', secret).update(Buffer.from(body, 'utf8')).digest('base64');

/** @returns null: 200, the only success; otherwise why it failed */
export function sendSigned({ targetUrl, secret, headers, body, signal }: SignedRequest): Promise<string | null> {
  const send = targetUrl.startsWith('https:') ? httpsRequest : httpRequest;
  const sent = {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'User-Agent': 'NetServer-Webhook/10.1.1234.1200',
    ...(secret !== '' && { 'X-Superoffice-Signature': signatureOf(secret, body) }),
    ...headers,
  };
  return new Promise((resolve) => {
    const outgoing = send(targetUrl, { method: 'POST', headers: sent, timeout: timeoutMs, signal }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode === 200 ? null : `HTTP ${response.statusCode ?? 0}`));
      response.on('error', (error) => resolve(error.message));
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error('time-out')));
    outgoing.on('error', (error) => resolve(error.message));
    outgoing.end(body);
  });
}
