/**
 * PATCH /api/v1/ChatSession/{id}: JSON Patch with add, replace, remove and test. Paths are read without regard to case, with or without the
 * slash in front. A test that fails is 409, and nothing is changed; what the patch does not name stays as it is.
 */
import { errorObject, notFound } from '../http-response.js';
import { isList, isRecord } from '../json-record.js';
import type { JsonRecord, JsonValue } from '../json-record.js';
import { readCarrier } from '../select/read-carrier.js';
import { chatSessionShape } from '../select/shape.js';
import { findRelated } from '../world/related-records.js';
import { refusalToSave, visibleSession } from '../world/rights.js';
import { putSession } from '../world/session-records.js';
import { isKnownStatus } from '../world/session-state.js';
import type { Operation, OperationCall } from './operation.js';
import { parseJson } from './read-parameters.js';
import { refuseIf, RefusedCallError } from './refused-call-error.js';
import { selectedResponse } from './selected-response.js';

export const sessionPath = /\/api\/v1\/ChatSession\/(\d+)\/?$/i;

interface Step {
  readonly op: string;
  readonly path: readonly string[];
  readonly value: JsonValue;
}

const refused = (message: string, status = 400): RefusedCallError =>
  new RefusedCallError(errorObject('ArgumentException', message, status));

function stepOf(item: JsonValue): Step {
  const { op, path, value } = isRecord(item) ? item : {};
  if (typeof op !== 'string' || typeof path !== 'string') throw refused('The patch is not valid');
  if (value === undefined && op.toLowerCase() !== 'remove') throw refused('A value is missing');
  return { op: op.toLowerCase(), path: path.replace(/^\//, '').toLowerCase().split('/'), value: value ?? null };
}

/** In SuperOffice's spelling, also of properties that only this record has; empty: there is none. */
const named = (record: JsonRecord, name: string): string =>
  Object.keys(record).find((key) => key.toLowerCase() === name) ?? chatSessionShape.get(name)?.name ?? '';

function valueAt(record: JsonValue, [name = '', ...rest]: readonly string[]): JsonValue {
  const value = isRecord(record) ? (record[named(record, name)] ?? null) : null;
  return rest.length === 0 ? value : valueAt(value, rest);
}

function replaced(record: JsonRecord, [name = '', ...rest]: readonly string[], value: JsonValue): JsonRecord {
  const key = named(record, name);
  if (key === '') throw refused(`There is no ${name}`);
  const inner = record[key] ?? null;
  return { ...record, [key]: rest.length === 0 ? value : replaced(isRecord(inner) ? inner : {}, rest, value) };
}

function patched(record: JsonRecord, { op, path, value }: Step, isTested: boolean): JsonRecord {
  switch (op) {
    case 'test':
      if (isTested && JSON.stringify(valueAt(record, path)) !== JSON.stringify(value))
        throw refused('A test has failed', 409);
      return record;
    case 'add':
    case 'replace':
      return replaced(record, path, value);
    case 'remove':
      return replaced(record, path, null);
    default:
      throw refused(`The operation ${op} is not supported`);
  }
}

const links: readonly (readonly [property: string, identity: string])[] = [
  ['Person', 'PersonId'],
  ['Contact', 'ContactId'],
  ['Project', 'ProjectId'],
  ['Sale', 'SaleId'],
  ['Ticket', 'TicketId'],
];

/** A link is saved by its id: the rest comes from the linked record. */
function linked(changes: JsonRecord, { world, caller }: OperationCall): JsonRecord {
  const found = links.flatMap(([property, identity]) => {
    const sent = changes[property] ?? null;
    const id = isRecord(sent) ? Number(sent[identity] ?? 0) : 0;
    const record = id === 0 ? null : findRelated(world, caller, { properties: [property], identity, id });
    return record === null ? [] : [[property, record]];
  });
  return { ...changes, ...Object.fromEntries(found) };
}

function change(session: JsonRecord, call: OperationCall): JsonRecord {
  const sent = parseJson(call.bodyText);
  if (!isList(sent)) throw refused('The patch is not valid');
  const result = sent
    .map(stepOf)
    .reduce((record, step) => patched(record, step, call.options.patch !== 'untested'), session);
  const names = new Set(sent.map((item) => named(session, stepOf(item).path[0] ?? '')));
  const sentOnes = Object.fromEntries(Object.entries(result).filter(([name]) => names.has(name)));
  const changes = readCarrier(sentOnes, chatSessionShape);
  if (changes === undefined) throw refused('A value has the wrong type');
  const { ChatSessionId: id = session['ChatSessionId'], Status = session['Status'] } = changes;
  if (id !== session['ChatSessionId'] || !isKnownStatus(Status)) throw refused('A value is not accepted');
  return { ...session, ...linked(changes, call) };
}

/** @param path of the request, which has the id */
export const patchSession = (path: string): Operation => ({
  name: path,
  description: 'Updates a session with changes.',
  invoke: (call) => {
    const { world, caller } = call;
    if (call.options.patch === 'refused') throw refused('PATCH is not supported', 405);
    const session = world.sessions.find(Number(sessionPath.exec(path)?.[1]));
    if (session === null || call.options.patch === 'missing') return notFound(path);
    refuseIf(refusalToSave(session, caller, world));
    return selectedResponse(call, chatSessionShape, () => {
      const changed = change(session, call);
      return visibleSession(putSession(world, changed, caller), caller, world);
    });
  },
});
