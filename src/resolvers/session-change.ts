/**
 * Changes properties of a session, after SuperOffice has compared others: by one patch, or, for servers without PATCH (SESSION_CHANGES=save),
 * by saving the complete record. A save blanks every property that it does not receive, and stores a translated text as the text.
 */
import { actions } from '../catalog/catalog.js';
import type { GatewayContext } from '../context.js';
import {
  UpstreamConflictError,
  UpstreamNotFoundError,
  UpstreamOutcomeUnknownError,
} from '../errors/upstream-errors.js';
import type { JsonRecord } from '../base/json-record.js';
import type { ParametersOf } from '../catalog/operation-calls.js';
import type { Projection } from '../superoffice/projection.js';
import { actionResult, currentSession, type ActionResult } from './session-payload.js';

export interface SessionChange {
  readonly id: string;
  /** What these properties must be, in SuperOffice's values. */
  readonly expected: ReadonlyMap<string, unknown>;
  readonly changed: ReadonlyMap<string, unknown>;
}

const steps = (op: 'test' | 'replace', values: ReadonlyMap<string, unknown>) =>
  [...values].map(([property, value]) => ({ op, path: `/${property}`, value }));

/** A response without a session does not say whether it was saved. */
function changedResult(record: JsonRecord | null): ActionResult {
  if (record === null) throw new UpstreamOutcomeUnknownError('ChatSession: a response without a record');
  return { record, code: null };
}

async function conflict(id: string, projection: Projection, context: GatewayContext): Promise<ActionResult> {
  return { record: await currentSession(id, projection, context), code: 'CHANGED_MEANWHILE' };
}

function patch(
  { id, expected, changed }: SessionChange,
  projection: Projection,
  context: GatewayContext,
): Promise<ActionResult> {
  const refused = (error: unknown): ActionResult | Promise<ActionResult> => {
    if (error instanceof UpstreamNotFoundError) return { record: null, code: 'NOT_FOUND' };
    if (error instanceof UpstreamConflictError && expected.size > 0) return conflict(id, projection, context);
    throw error;
  };
  const parameters = [...steps('test', expected), ...steps('replace', changed)];
  return context.call(actions.patch, { id, parameters, projection }).then(changedResult, refused);
}

/** @param stored the complete record, as it is stored */
export async function saveSession(
  stored: JsonRecord,
  { id, changed }: Pick<SessionChange, 'id' | 'changed'>,
  { call }: GatewayContext,
): Promise<ActionResult> {
  const parameters = { ...stored, ...Object.fromEntries(changed) } as ParametersOf<typeof actions.save>; // a record as received
  return actionResult(await call(actions.save, { id, parameters }), 'NOT_FOUND');
}

async function readAndSave(
  change: SessionChange,
  projection: Projection,
  context: GatewayContext,
): Promise<ActionResult> {
  const { id, expected } = change;
  const stored = await context.call(actions.stored, { id });
  if (stored === null) return { record: null, code: 'NOT_FOUND' };
  const isAsExpected = [...expected].every(
    ([property, value]) => (stored[property] || null) === (value || null), // SuperOffice has several values for none
  );
  return isAsExpected ? saveSession(stored, change, context) : conflict(id, projection, context);
}

export const changeSession = (
  change: SessionChange,
  projection: Projection,
  context: GatewayContext,
): Promise<ActionResult> =>
  context.hasPatch ? patch(change, projection, context) : readAndSave(change, projection, context);
