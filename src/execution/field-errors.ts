/**
 * Errors of fields, as they come. One at a place that is null already, because another error made it so, tells the client of
 * something that is not in the answer: it is left out.
 * @see GraphQL specification, "Handling Execution Errors"
 */
import { GraphQLError, type ResponsePath } from 'graphql';

/** Characters of all errors, about: each has its path and its place in the document, so a small request could make them a large response. */
const maxLength = 65_536;

/** What an error has beside its message, places and path: its code, the id of the request, and their names. */
const lengthOfRest = 150;

/** About what an error takes in a response. */
const lengthOf = (error: GraphQLError): number => JSON.stringify(error).length + lengthOfRest;

export class FieldErrors {
  #untold = 0;
  #length = 0;
  readonly #told: GraphQLError[] = [];
  readonly #places = new Set<ResponsePath | undefined>();

  #isNulled(place: ResponsePath | undefined): boolean {
    for (let at = place; at !== undefined; at = at.prev) if (this.#places.has(at)) return true;
    return this.#places.has(undefined);
  }

  /** @param place what became null: a path that the places below it begin with, as the same objects; undefined: the whole answer */
  add(error: GraphQLError, place: ResponsePath | undefined): void {
    if (this.#isNulled(place)) return;
    this.#places.add(place);
    if (this.#length < maxLength) {
      this.#told.push(error);
      this.#length += lengthOf(error);
    } else this.#untold += 1;
  }

  clear(): void {
    this.#told.length = this.#untold = this.#length = 0;
  }

  /** The last of them says how many others there are, when there are too many. */
  get all(): readonly GraphQLError[] {
    if (this.#untold === 0) return this.#told;
    const message = `There are ${this.#untold} more errors than these ${this.#told.length}. Ask for less at once.`;
    return [...this.#told, new GraphQLError(message, { extensions: { code: 'OPERATION_TOO_LARGE' } })];
  }
}
