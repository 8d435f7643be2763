/**
 * Who read what: one line per operation that touched sessions, with names of fields and never their values. SuperOffice asks
 * partners to keep such logs for three months.
 */
import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../../context.js';
import type { Projection } from '../../superoffice/projection.js';

const harmless = /^[\w .:/@-]{1,64}$/;

/** What a client says of itself, if it can be written to a log. */
function saidOf(headers: ReadonlyMap<string, string> | undefined, name: string): string | undefined {
  const text = headers?.get(name);
  return text !== undefined && harmless.test(text) ? text : undefined;
}

/** @param personalFieldsOf names the personal fields that a projection of ChatSession asks for */
export function auditLog(
  personalFieldsOf: (projection: Projection) => readonly string[],
): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ request, queryHash, contextValue: { logger, reads } }) => {
        if (!reads || reads.length === 0) return;
        const record = {
          event: 'audit',
          client: saidOf(request.http?.headers, 'apollographql-client-name'),
          clientVersion: saidOf(request.http?.headers, 'apollographql-client-version'),
          document: queryHash,
          sessions: [...new Set(reads.map(({ id }) => id))],
          personalFields: [...new Set(reads.flatMap(({ projection }) => personalFieldsOf(projection)))].sort(),
        };
        logger.info(record, 'sessions were read');
      },
    }),
  };
}
