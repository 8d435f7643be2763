/**
 * JSON Patch, as SuperOffice takes it. Nothing is moved or copied: it does not support that.
 * @see RFC 6902, and SuperOffice: PATCH /api/v1/ChatSession/{id}
 */
export interface PatchStep {
  /** `test`: the response is 409, and nothing is changed, if the value is another one. */
  readonly op: 'replace' | 'test';
  /** `/CustomerName` */
  readonly path: string;
  readonly value: unknown;
}
