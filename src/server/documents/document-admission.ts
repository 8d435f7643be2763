/**
 * Which documents are let in, before Apollo sees them: trusted ones are put in place of their names, others are refused or noted,
 * and automatic persisted queries have to be what they say.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { z } from 'zod';
import type { GatewayConfig } from '../../config/gateway-config.js';
import type { Logger } from '../../observability/logger.js';
import type { GatewayMetrics } from '../../observability/metrics.js';
import { plainError } from '../graphql/format-error.js';
import type { RouterCheck } from '../authentication/router-access.js';
import {
  persistedHash,
  replaceDocument,
  sentDocument,
  type DocumentRequest,
  type SentDocument,
} from './sent-document.js';
import { documentHash, trustedDocuments, type TrustedDocuments } from './trusted-documents.js';
import { untrustedDocuments } from './untrusted-documents.js';

export interface AdmissionParts {
  readonly config: GatewayConfig;
  readonly schema: GraphQLSchema;
  readonly router: RouterCheck;
  readonly logger: Logger;
  readonly metrics: GatewayMetrics;
}

/** codegen's hash may be any: client-preset's own is SHA-1. */
const namedQuery = z.object({ sha256Hash: z.string() });

const shapeProblem =
  'extensions.persistedQuery is { "version": 1, "sha256Hash": "<SHA-256 of the query in 64 lower-case hexadecimal digits>" }.';
const hashProblem = 'The sha256Hash is not the hash of this query. Send the hash of exactly this text.';

/** Apollo would fail on some of these, as if the gateway were broken. */
function automaticProblem({ text, persistedQuery: given }: SentDocument): string | null {
  if (given === undefined) return null;
  const hash = persistedHash(given);
  if (hash === null) return shapeProblem;
  return typeof text === 'string' && documentHash(text) !== hash ? hashProblem : null;
}

/** Some clients leave the text empty where they send a name. */
const hasText = ({ text }: SentDocument): boolean => text !== undefined && text !== '';

/** The name under which a client asks for a document; null when it gives none that is a text. */
function idOf({ documentId, persistedQuery: given }: SentDocument): string | null {
  const id = documentId ?? namedQuery.safeParse(given).data?.sha256Hash;
  return typeof id === 'string' ? id : null;
}

/** A text that is sent decides; a name stands in for one that is not. */
function trustedTextOf(sent: SentDocument, trusted: TrustedDocuments): string | null {
  if (hasText(sent)) return typeof sent.text === 'string' && trusted.has(sent.text) ? sent.text : null;
  const id = idOf(sent);
  return id === null ? null : trusted.textOf(id);
}

/**
 * Puts a trusted document in the place of its name.
 * @returns the error of a document that is not admitted; null: it is
 */
export type AdmitDocument = (
  request: DocumentRequest & { readonly headers: IncomingHttpHeaders },
) => GraphQLFormattedError | null;

/**
 * @returns null: every document is admitted
 * @throws {InvalidSettingsError} trusted documents that do not fit the schema
 */
export function documentAdmission({ config, schema, router, logger, metrics }: AdmissionParts): AdmitDocument | null {
  const { automatic, trusted: published, mode } = config.documents;
  const isTrusting = published !== null && mode !== 'off';
  if (!isTrusting && !automatic) return null;
  const trusted = isTrusting ? trustedDocuments(published, schema, config.limits.maxTokens) : null;
  const note = untrustedDocuments(logger);

  /** Whether the request may go on with a document that is not trusted. */
  function passes(sent: SentDocument): boolean {
    const isNamed = sent.documentId !== undefined || sent.persistedQuery !== undefined;
    if (mode === 'log' && !hasText(sent) && !isNamed) return true; // no document at all: Apollo says so
    const isRefused = mode === 'enforce' || (!hasText(sent) && sent.documentId !== undefined); // nothing to execute
    metrics.untrustedDocuments.inc();
    if (isRefused) metrics.refusals.inc({ reason: 'untrusted-document' });
    note(typeof sent.text === 'string' && hasText(sent) ? documentHash(sent.text) : idOf(sent));
    return !isRefused;
  }

  return (request) => {
    const sent = sentDocument(request);
    const text = trusted && trustedTextOf(sent, trusted);
    if (text !== null) {
      replaceDocument(request, text);
      return null;
    }
    if (trusted && !router.isRouter(request.headers) && !passes(sent)) return plainError('PERSISTED_QUERY_NOT_IN_LIST');
    const problem = automatic ? automaticProblem(sent) : null;
    return problem === null ? null : plainError('BAD_REQUEST', problem);
  };
}
