/**
 * A call that an operation does not carry out. It holds the whole answer, so that whoever reads a parameter need not pass
 * the refusal up by hand.
 */
import { invalidRequest } from '../http-response.js';
import type { HttpResponse } from '../http-response.js';

export class RefusedCallError extends Error {
  override readonly name = 'RefusedCallError';
  readonly response: HttpResponse;

  constructor(answer: HttpResponse) {
    super('the call is refused');
    this.response = answer;
  }
}

/** @throws {RefusedCallError} there is such an answer */
export function refuseIf(refusal: HttpResponse | null): void {
  if (refusal !== null) throw new RefusedCallError(refusal);
}

/** ASP.NET's answer to a required parameter that is missing or cannot be read. */
export function missingParameter(operationName: string, parameter: string, type: string): RefusedCallError {
  const detail =
    `The parameters dictionary contains a null entry for parameter '${parameter}' of non-nullable type 'System.${type}' ` +
    `for method '${operationName}(${type})' in 'SuperOffice.WebApi.Agents.ChatController'. An optional parameter must ` +
    'be a reference type, a nullable type, or be declared as an optional parameter.';
  return new RefusedCallError(invalidRequest(detail, 200));
}
