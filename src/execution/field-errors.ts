/**
 * Errors of fields, as they come. One at a place that is null already, because another error made it so, tells the client of
 * something that is not in the answer: it is left out.
 * @see GraphQL specification, "Handling Execution Errors"
 */
import type { GraphQLError, ResponsePath } from 'graphql';

export class FieldErrors {
  readonly all: GraphQLError[] = [];
  readonly #places = new Set<ResponsePath | undefined>();

  #isNulled(place: ResponsePath | undefined): boolean {
    for (let at = place; at !== undefined; at = at.prev) if (this.#places.has(at)) return true;
    return this.#places.has(undefined);
  }

  /** @param place what became null: a path that the places below it begin with, as the same objects; undefined: the whole answer */
  add(error: GraphQLError, place: ResponsePath | undefined): void {
    if (this.#isNulled(place)) return;
    this.#places.add(place);
    this.all.push(error);
  }
}
