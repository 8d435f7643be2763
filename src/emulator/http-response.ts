/**
 * An HTTP response as a value, and the failure responses that SuperOffice and the IIS in front of it are known to send.
 * Bodies are always JSON, whatever Accept says.
 */
import type { JsonValue } from './json-record.js';

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export const jsonContentType = 'application/json; charset=utf-8';

export function jsonResponse(value: JsonValue, status = 200): HttpResponse {
  return { status, headers: { 'Content-Type': jsonContentType }, body: JSON.stringify(value) };
}

/** ASP.NET Web API's own rejection of a parameter; agents send it with 200 (facts.md, section 7). */
export function invalidRequest(messageDetail: string, status: number): HttpResponse {
  return jsonResponse({ Message: 'The request is invalid.', MessageDetail: messageDetail }, status);
}

/** The error object of SuperOffice's own code. */
export function errorObject(errorType: string, errorMessage: string, status = 200): HttpResponse {
  return jsonResponse(
    {
      Error: true,
      ErrorType: errorType,
      ErrorMessage: errorMessage,
      ErrorSource: 'SuperOffice.Services.Implementation',
    },
    status,
  );
}

export function notFound(path: string): HttpResponse {
  return errorObject('SoNotFoundException', `No HTTP resource was found that matches ${path}`, 404);
}

export const noContent: HttpResponse = { status: 204, headers: {}, body: '' };

export const unauthorized: HttpResponse = {
  status: 401,
  headers: { 'WWW-Authenticate': 'Basic realm="SuperOffice", SOTicket, Bearer' },
  body: '',
};

/** IIS sends this for a POST without Content-Length and Transfer-Encoding. */
export const lengthRequired: HttpResponse = {
  status: 411,
  headers: { 'Content-Type': 'text/html' },
  body: 'Length Required',
};

export const bodyTooLarge: HttpResponse = { status: 413, headers: { Connection: 'close' }, body: '' };
