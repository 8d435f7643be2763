/**
 * The type of the console's documents: what Apollo Client, urql and other clients take as a typed document, without a package of its own.
 */
import type { DocumentNode } from 'graphql';

export interface ConsoleDocument<Result, Variables> extends DocumentNode {
  /** Never there; TypeScript infers result and variables from it. */
  __apiType?: (variables: Variables) => Result;
}
