/**
 * Operations of documents that Apollo has parsed and validated before, without Apollo, whose hooks were a third of what a small operation
 * costs. What is new, refused or unusual is left to Apollo before anything has been done, so nothing is decided here that Apollo has not
 * decided first.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { HeaderMap, type GraphQLResponse, type HTTPGraphQLResponse } from '@apollo/server';
import { getOperationAST, OperationTypeNode, type GraphQLSchema } from 'graphql';
import { isRecord, type JsonRecord } from '../../base/json-record.js';
import type { GatewayContext } from '../../context.js';
import { operationPlan, type OperationPlan } from '../../plan/document-plan.js';
import type { DocumentCache } from '../documents/document-cache.js';
import type { DocumentStore } from '../documents/document-store.js';
import { persistedHash, sentDocument } from '../documents/sent-document.js';
import { documentHash } from '../documents/trusted-documents.js';
import { OperationRun, responseText, singleResultOf, type OperationRules } from './pipeline.js';

/** One HTTP request, its body parsed. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body?: unknown;
}

export interface FastPathParts {
  readonly schema: GraphQLSchema;
  readonly documents: DocumentStore;
  /** Texts that clients have registered by their hash; null: they may not. */
  readonly automatic: DocumentCache | null;
  readonly rules: OperationRules;
}

/**
 * @param contextOf what it throws is left to Apollo, which calls it again
 * @returns null: Apollo has to respond; nothing has been done
 */
export type FastPath = (sent: SentRequest, contextOf: () => GatewayContext) => Promise<HTTPGraphQLResponse | null>;

interface KnownOperation {
  readonly queryHash: string;
  readonly operationName: string | null;
  readonly plan: OperationPlan;
}

const isNothing = (value: unknown): boolean => value === null || value === undefined;

/** Parameters of the usual types. */
const isPlain = ({ operationName, variables, extensions }: JsonRecord): boolean =>
  (isNothing(operationName) || typeof operationName === 'string') &&
  (isNothing(variables) || isRecord(variables)) &&
  (isNothing(extensions) || isRecord(extensions));

/** @returns null: it cannot be created, and Apollo says why */
function contextOrNull(contextOf: () => GatewayContext): GatewayContext | null {
  try {
    return contextOf();
  } catch {
    return null;
  }
}

/** The document's hash, by its text or, where the text is registered, in place of it. @returns null: Apollo knows what to say */
function hashOf(sent: SentRequest, automatic: DocumentCache | null): string | null {
  const { text, persistedQuery, documentId } = sentDocument(sent);
  if (persistedQuery === undefined && documentId === undefined)
    return typeof text === 'string' && text !== '' ? documentHash(text) : null;
  const hash = text === undefined ? persistedHash(persistedQuery) : null;
  return hash !== null && automatic?.hasHash(hash) === true ? hash : null;
}

async function knownOperation(
  { schema, documents, automatic }: FastPathParts,
  sent: SentRequest,
  { operationName }: JsonRecord,
): Promise<KnownOperation | null> {
  const queryHash = hashOf(sent, automatic);
  const document = queryHash === null ? undefined : await documents.get(queryHash);
  const node = document && getOperationAST(document, typeof operationName === 'string' ? operationName : null);
  if (queryHash === null || !node) return null;
  const plan = operationPlan({ schema, document, node });
  return { queryHash, operationName: node.name?.value ?? null, plan };
}

function headerOf(headers: IncomingHttpHeaders): (name: string) => string | undefined {
  return (name) => headers[name]?.toString();
}

export function fastPath(parts: FastPathParts): FastPath {
  const { rules } = parts;
  return async (sent, contextOf) => {
    const { method, headers, body } = sent;
    if (method !== 'POST' || !isRecord(body) || !isPlain(body)) return null;
    const contextValue = contextOrNull(contextOf); // first, as Apollo does: a caller who gets none uses no document
    const known = contextValue && (await knownOperation(parts, sent, body));
    if (!known) return null;
    const { plan, queryHash, operationName } = known;
    const variables = isRecord(body['variables']) ? body['variables'] : {};
    if (plan.node.operation === OperationTypeNode.SUBSCRIPTION) return null;
    const { isRouter, delivery } = contextValue;
    if (rules.gate(plan, { variables, isRouter, delivery }) !== null) return null;
    const { coerced } = plan.coerce(variables);
    if (!coerced) return null;
    const run = new OperationRun(rules, { contextValue, header: headerOf(headers) });
    run.identify(queryHash);
    run.name(plan.node);
    const singleResult = await run.execute(plan, coerced);
    const response: GraphQLResponse = { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
    run.finish({ operation: plan.node, operationName, queryHash, response });
    return { ...response.http, body: { kind: 'complete', string: responseText(singleResultOf(response)) } };
  };
}
