/**
 * Operations of documents that Apollo has parsed and validated before: they are executed at once, because Apollo's way through all of
 * its hooks was a third of what a small one costs. What is new, refused or out of the ordinary is left to Apollo before
 * anything has been done, so nothing is decided here that it has not decided first.
 */
import { HeaderMap, type GraphQLResponse, type HTTPGraphQLResponse } from '@apollo/server';
import {
  getOperationAST,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { GatewayContext } from '../../context.js';
import { operationPlan } from '../../plan/document-plan.js';
import type { DocumentCache } from '../documents/document-cache.js';
import type { DocumentStore } from '../documents/document-store.js';
import { plainAccept } from '../http/http-errors.js';
import { executedBody } from './planned-answer.js';
import { begunWatches, type OperationRules } from './watched-operations.js';
import { preparedRequest, type PreparedRequest, type SentRequest } from './prepared-request.js';

export interface PreparedOperations {
  /**
   * @param contextOf what it throws is left to Apollo, which calls it again
   * @returns null: Apollo is to answer; nothing has been done
   */
  answer(sent: SentRequest, contextOf: () => GatewayContext): Promise<HTTPGraphQLResponse | null>;
  /** Is told of what Apollo answers. */
  learn(sent: SentRequest, answer: HTTPGraphQLResponse): void;
}

export interface PreparedParts {
  readonly schema: GraphQLSchema;
  readonly documents: DocumentStore;
  /** Texts that clients have registered by their hash; null: they may not. */
  readonly automatic: DocumentCache | null;
  readonly rules: OperationRules;
}

interface KnownOperation {
  readonly schema: GraphQLSchema;
  readonly contextValue: GatewayContext;
  readonly request: PreparedRequest;
  readonly queryHash: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly operationName: string | null;
}

type PreparedOperation = KnownOperation & { readonly variableValues: Record<string, unknown> };

/** A hash means a document only where its text was registered under it. */
const isNamed = ({ automatic }: PreparedParts, { isByHash, queryHash }: PreparedRequest['document']): boolean =>
  !isByHash || automatic?.hasHash(queryHash) === true;

/** @returns null: it cannot be made, and Apollo says why */
function contextOrNull(contextOf: () => GatewayContext): GatewayContext | null {
  try {
    return contextOf();
  } catch {
    return null;
  }
}

/** @returns null: there is none, or its caller may not ask */
async function knownOperation(
  parts: PreparedParts,
  request: PreparedRequest,
  contextOf: () => GatewayContext,
): Promise<KnownOperation | null> {
  const { schema, documents } = parts;
  const contextValue = contextOrNull(contextOf); // first, as Apollo does: who gets none uses no document
  if (!contextValue || !isNamed(parts, request.document)) return null;
  const { queryHash } = request.document;
  const document = await documents.get(queryHash);
  const operation = document && getOperationAST(document, request.operationName);
  if (!operation) return null;
  const operationName = operation.name?.value ?? null;
  return { schema, contextValue, request, queryHash, document, operation, operationName };
}

async function executed({ watches }: OperationRules, prepared: PreparedOperation): Promise<GraphQLResponse> {
  const { operation: node } = prepared;
  const watch = begunWatches(watches, prepared);
  watch.didResolveSource(prepared);
  watch.didResolveOperation(prepared);
  let errors: readonly GraphQLError[] = [];
  const body = await executedBody({ node, ...prepared }, (found) => {
    errors = found;
    watch.didEncounterErrors({ errors, ...prepared });
  });
  const response = { http: { headers: new HeaderMap() }, body };
  watch.willSendResponse({ errors, response, ...prepared });
  return response;
}

/** In the order that the specification advises. */
function textOf({ body }: GraphQLResponse): string {
  if (body.kind !== 'single') throw new TypeError('incremental delivery is not supported');
  const { errors, data, extensions } = body.singleResult;
  return `${JSON.stringify({ errors, data, extensions })}\n`;
}

const maxContentTypes = 100;

export function preparedOperations(parts: PreparedParts): PreparedOperations {
  const { rules } = parts;
  /** What Apollo has chosen for those who accept this. */
  const contentTypes = new LRUCache<string, string>({ max: maxContentTypes });

  return {
    async answer(sent, contextOf) {
      const contentType = contentTypes.get(plainAccept(sent.headers.accept));
      const request = contentType === undefined ? null : preparedRequest(sent);
      const known = request && (await knownOperation(parts, request, contextOf));
      if (!contentType || !known || rules.gate(known) !== null) return null;
      const plan = operationPlan({ schema: parts.schema, document: known.document, node: known.operation });
      const { coerced: variableValues } = plan.coerce(known.request.variables);
      if (!variableValues) return null;
      const response = await executed(rules, { variableValues, ...known });
      const { headers } = response.http;
      headers.set('content-type', contentType);
      return { headers, body: { kind: 'complete', string: textOf(response) } };
    },

    learn({ headers: { accept } }, { status = 200, headers }) {
      const contentType = headers.get('content-type');
      if (status === 200 && contentType !== undefined) contentTypes.set(plainAccept(accept), contentType);
    },
  };
}
