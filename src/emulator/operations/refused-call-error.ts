/**
 * Thrown to refuse a call, with the complete response.
 */
import { errorObject, invalidRequest } from '../http-response.js';
import type { HttpResponse } from '../http-response.js';

export class RefusedCallError extends Error {
  override readonly name = 'RefusedCallError';
  readonly response: HttpResponse;

  constructor(response: HttpResponse) {
    super('the call is refused');
    this.response = response;
  }
}

/** @throws {RefusedCallError} the refusal is not null */
export function refuseIf(refusal: HttpResponse | null): void {
  if (refusal !== null) throw new RefusedCallError(refusal);
}

export const notFoundError = (what: string): RefusedCallError =>
  new RefusedCallError(errorObject('SoNotFoundException', `${what} was not found`));

/** ASP.NET's response to a required parameter that is missing or unreadable. */
export function missingParameter(operation: string, parameter: string, type: string): RefusedCallError {
  const detail =
    `The parameters dictionary contains a null entry for parameter '${parameter}' of non-nullable type 'System.${type}' ` +
    `for method '${operation}(${type})' in 'SuperOffice.WebApi.Agents.ChatController'. An optional parameter must ` +
    'be a reference type, a nullable type, or be declared as an optional parameter.';
  return new RefusedCallError(invalidRequest(detail, 200));
}
