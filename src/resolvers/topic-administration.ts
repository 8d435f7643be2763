/**
 * Creates, changes and deletes topics, and deletes sessions. A topic is saved as a complete record: what a save does not receive is blank
 * afterwards, and a translated text would be stored as the text.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { actions, type View } from '../catalog/catalog.js';
import type { ParametersOf } from '../catalog/operation-calls.js';
import type { GatewayContext } from '../context.js';
import { CarrierView } from '../entities/carrier-view.js';
import { topicEntity } from '../entities/topic.js';
import { BadUserInputError } from '../errors/gateway-error.js';
import { UpstreamNotFoundError } from '../errors/upstream-errors.js';
import type { ChatTopicInput, MutationCreateChatTopicArgs } from '../generated/resolver-types.js';
import type { JsonRecord } from '../base/json-record.js';
import { forgetSession, forgetTopic } from '../loaders/request-loaders.js';
import { isSelected, projectionBelow } from '../plan/projections.js';
import { joinProjections, type Projection } from '../superoffice/projection.js';
import { withWritten, writtenProperties, type Written } from './input-fields.js';
import { once, type ActionOutcome } from './idempotency.js';
import { auditOperation, checkId, entityOf } from './load-entity.js';
import { writtenTopic } from './topic-input.js';
import { userErrors, type UserError } from './user-errors.js';

interface TopicPayload {
  readonly topic: View<'ChatTopic'> | null;
  readonly userErrors: readonly UserError[];
}

const missing: ActionOutcome = { id: null, code: 'NOT_FOUND' };

interface TopicChange {
  /** null: it is created. */
  readonly id: string | null;
  /** What is written. */
  readonly changed: Written;
  save(): Promise<JsonRecord | null>;
}

/** Runs a change of a topic; the loaders drop the topic even if it fails. */
function topicPayload(
  { id, changed, save }: TopicChange,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<TopicPayload> {
  const { audit, loaders } = context;
  const projection = projectionBelow(topicEntity, 'topic', info);
  const payloadOf = (record: JsonRecord | null, code: ActionOutcome['code']): TopicPayload => ({
    topic: record && new CarrierView(record, projection),
    userErrors: userErrors(code),
  });
  const act = async () => {
    audit?.push({
      action: info.fieldName,
      sessionId: null,
      topicId: id,
      entity: topicEntity,
      projection: joinProjections(projection, writtenProperties(changed)),
    });
    const record = await save().finally(() => void forgetTopic(loaders, id));
    const outcome: ActionOutcome = record === null ? missing : { id: String(record['ChatTopicId']), code: null };
    return { payload: payloadOf(record, outcome.code), outcome };
  };
  const again = async ({ id: savedId, code }: ActionOutcome): Promise<TopicPayload> => {
    if (savedId === null) return payloadOf(null, code);
    auditOperation({ read: 'chatTopic', id: savedId }, projection, context);
    forgetTopic(loaders, savedId);
    return payloadOf(await loaders.chatTopic.load(savedId, projection), code);
  };
  return once({ act, again, afterUnknown: id === null ? 'refuse' : 'act' }, context);
}

const topicParameters = (record: JsonRecord, changed: Written) =>
  withWritten(record, changed) as ParametersOf<typeof actions.saveTopic>; // a record as received

/** @throws {BadUserInputError} before any call */
export function createTopic(
  { name, input }: MutationCreateChatTopicArgs,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<TopicPayload> {
  if (name.trim() === '') throw new BadUserInputError('`name` is empty: give the topic a name.');
  const changed = writtenTopic(name, input);
  const save = async (): Promise<JsonRecord | null> => {
    const parameters = topicParameters(await context.call(actions.defaultTopic, {}), changed);
    return context.call(actions.saveNewTopic, { parameters });
  };
  return topicPayload({ id: null, changed, save }, context, info);
}

interface TopicUpdate {
  readonly id: string;
  readonly name?: string | null | undefined;
  readonly input?: ChatTopicInput | null | undefined;
}

/** @throws {BadUserInputError} before any call */
export function updateTopic(
  { id, name, input }: TopicUpdate,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<TopicPayload> {
  checkId(id);
  if (name === null || name?.trim() === '')
    throw new BadUserInputError('`name` is empty: leave it out, or give a name.');
  const changed = writtenTopic(name, input);
  if (changed.size === 0)
    throw new BadUserInputError('Nothing changes: give `name`, or at least one field of `input`.');
  const save = async (): Promise<JsonRecord | null> => {
    const stored = await context.call(actions.storedTopic, { id });
    return stored && context.call(actions.saveTopic, { id, parameters: topicParameters(stored, changed) });
  };
  return topicPayload({ id, changed, save }, context, info);
}

interface DeletionPayload {
  readonly deletedId: string | null;
  readonly userErrors: readonly UserError[];
}

const idOnly: Projection = new Map();

function notFound(error: unknown): ActionOutcome {
  if (error instanceof UpstreamNotFoundError) return missing;
  throw error;
}

/** What is deleted: its read, and its deletion. */
const deletions = {
  session: { read: 'chatSession', action: actions.deleteSession },
  topic: { read: 'chatTopic', action: actions.deleteTopic },
} as const;

const payloadOfDeletion = ({ id, code }: ActionOutcome): DeletionPayload => ({
  deletedId: id,
  userErrors: userErrors(code),
});

/** @throws {BadUserInputError} before any call */
export async function deleteRecord(
  { kind, id }: { readonly kind: keyof typeof deletions; readonly id: string },
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<DeletionPayload> {
  checkId(id);
  const { call, loaders, audit, announce } = context;
  const { read, action } = deletions[kind];
  const isSession = kind === 'session';
  const forget = isSession ? forgetSession : forgetTopic;
  const exists = async (): Promise<boolean> => {
    forget(loaders, id);
    return (await loaders[read].load(id, idOnly)) !== null;
  };
  const deletion = async (): Promise<ActionOutcome> => {
    const isChecked = isSelected('userErrors', info) || context.keyed !== null;
    if (isChecked && !(await exists())) return missing;
    return call(action, { id }).then(() => ({ id, code: null }), notFound);
  };
  const act = async () => {
    const projection = idOnly;
    const about = isSession ? { sessionId: id } : { sessionId: null, topicId: id };
    audit?.push({ action: info.fieldName, ...about, entity: entityOf(read), projection });
    const outcome = await deletion().finally(() => {
      forget(loaders, id);
      if (isSession) announce({ kind: 'changed', sessionId: id, topicId: null });
    });
    return { payload: payloadOfDeletion(outcome), outcome };
  };
  const afterUnknown = async (): Promise<ActionOutcome | null> => ((await exists()) ? null : { id, code: null });
  return once({ act, again: async (outcome) => payloadOfDeletion(outcome), afterUnknown }, context);
}
