/**
 * Collects the errors of fields. An error at a path that another error has made null already is left out, because its path
 * is not in the response.
 * @see GraphQL specification, "Handling Execution Errors"
 */
import { GraphQLError, type ResponsePath } from 'graphql';

/** Approximate characters of all errors: each has its path and its location in the document, so a small request could make a large response. */
const maxLength = 65_536;

/** Characters of an error in addition to its message, locations and path: its code, the request id, and their names. */
const lengthOfRest = 150;

/** Approximate characters of an error in a response. */
const lengthOf = (error: GraphQLError): number => JSON.stringify(error).length + lengthOfRest;

export class FieldErrors {
  #omitted = 0;
  #length = 0;
  readonly #reported: GraphQLError[] = [];
  readonly #nulledPaths = new Set<ResponsePath | undefined>();

  #isNulled(path: ResponsePath | undefined): boolean {
    for (let part = path; part !== undefined; part = part.prev) if (this.#nulledPaths.has(part)) return true;
    return this.#nulledPaths.has(undefined);
  }

  /** @param path the position that became null; the paths below it share its path objects. undefined: all of `data` */
  add(error: GraphQLError, path: ResponsePath | undefined): void {
    if (this.#isNulled(path)) return;
    this.#nulledPaths.add(path);
    if (this.#length < maxLength) {
      this.#reported.push(error);
      this.#length += lengthOf(error);
    } else this.#omitted += 1;
  }

  clear(): void {
    this.#reported.length = this.#omitted = this.#length = 0;
  }

  /** When there are too many, the last one says how many are left out. */
  get all(): readonly GraphQLError[] {
    if (this.#omitted === 0) return this.#reported;
    const message = `There are ${this.#omitted} more errors than these ${this.#reported.length}. Request less at once.`;
    return [...this.#reported, new GraphQLError(message, { extensions: { code: 'OPERATION_TOO_LARGE' } })];
  }
}
