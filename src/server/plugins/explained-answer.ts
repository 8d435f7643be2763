/**
 * Tells a caller who asked for it what the answer took: `extensions.superoffice`, with each metered call as it was made. Nothing
 * in it but names of operations and properties, ids that the caller may read, and figures.
 */
import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../../context.js';

/** `1` asks for it. */
export const explainHeader = 'x-superoffice-explain';

export const explainedAnswer: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body }, contextValue: { cost } }) => {
      if (cost === null || body.kind !== 'single') return;
      const { calls, saved } = cost;
      const superoffice = { callsMade: calls.length, callsSaved: saved, calls };
      body.singleResult = { ...body.singleResult, extensions: { ...body.singleResult.extensions, superoffice } };
    },
  }),
};
