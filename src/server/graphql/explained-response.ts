/**
 * Tells a caller who asked for it what the answer took: `extensions.superoffice`, with each metered call as it was made. Nothing
 * in it but names of operations and properties, ids that the caller may read, and figures.
 */
import type { OperationWatch } from './watched-operations.js';

/** `1` asks for it. */
export const explainHeader = 'x-superoffice-explain';

export const explainedAnswer: OperationWatch = {
  willSendResponse({ response: { body }, contextValue: { cost } }) {
    if (cost === null || body.kind !== 'single') return;
    const { calls, saved } = cost;
    const superoffice = { callsMade: calls.length, callsSaved: saved, calls };
    body.singleResult = { ...body.singleResult, extensions: { ...body.singleResult.extensions, superoffice } };
  },
};
