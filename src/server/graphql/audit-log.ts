/**
 * The audit log: one line per operation that read or changed conversations, with the caller and the names of fields, never their
 * values. SuperOffice asks partners to keep such logs for three months.
 */
import type { AuditEntry } from '../../context.js';
import { chatSessionEntity } from '../../entities/chat-session.js';
import type { PipelineRequest } from './pipeline.js';

const harmless = /^[\w .:/@-]{1,64}$/;

/** @returns the name that the client sent; undefined: it could not be logged safely */
const loggable = (text: string | undefined): string | undefined =>
  text !== undefined && harmless.test(text) ? text : undefined;

const sorted = (names: readonly string[]): readonly string[] => [...new Set(names)].sort();

/** Returns the names of the personal fields that a projection of an entity selects. */
type PersonalFields = (entity: AuditEntry['entity'], projection: AuditEntry['projection']) => readonly string[];

function recordOf(entries: readonly AuditEntry[], personalFieldsOf: PersonalFields) {
  const fieldsOf = ({ entity, projection }: AuditEntry): readonly string[] => {
    const fields = personalFieldsOf(entity, projection);
    return entity === chatSessionEntity ? fields : fields.map((field) => `${entity.name}.${field}`);
  };
  const actions = entries.flatMap(({ action, sessionId, topicId = null }) =>
    action === null ? [] : [{ action, session: sessionId, ...(topicId !== null && { topic: topicId }) }],
  );
  return {
    sessions: [...new Set(entries.flatMap(({ sessionId }) => sessionId ?? []))],
    personalFields: sorted(entries.flatMap(fieldsOf)),
    ...(actions.length > 0 && { actions }),
  };
}

/** Writes the line of a finished operation; no line if it has no audit entries. */
export type AuditLog = (request: PipelineRequest) => void;

export function auditLog(personalFieldsOf: PersonalFields): AuditLog {
  return ({ contextValue: { logger, audit, caller }, header }) => {
    if (!audit || audit.length === 0) return;
    const record = {
      event: 'audit',
      caller,
      client: loggable(header('apollographql-client-name')),
      clientVersion: loggable(header('apollographql-client-version')),
      ...recordOf(audit, personalFieldsOf),
    };
    logger.child({}, { level: 'info' }).info(record, 'sessions were read'); // at any LOG_LEVEL
  };
}
