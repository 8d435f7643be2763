/** The users of a topic: reads one of them by name, and assigns, changes and removes them. */
import type { GraphQLResolveInfo } from 'graphql';
import { actions, type View } from '../catalog/catalog.js';
import type { GatewayContext } from '../context.js';
import { CarrierView } from '../entities/carrier-view.js';
import { topicFields } from '../entities/topic.js';
import { topicAgentEntity } from '../entities/topic-agent.js';
import { BadUserInputError } from '../errors/gateway-error.js';
import { UpstreamNotFoundError, UpstreamOutcomeUnknownError } from '../errors/upstream-errors.js';
import type {
  ChatTopicAgentInput,
  ChatUserErrorCode,
  MutationAddChatTopicAgentArgs,
  MutationRemoveChatTopicAgentArgs,
  MutationUpdateChatTopicAgentsArgs,
} from '../generated/resolver-types.js';
import { isRecord, type JsonRecord } from '../base/json-record.js';
import { forgetTopic } from '../loaders/request-loaders.js';
import { isSelected, projectionBelow } from '../plan/projections.js';
import { joinProjections, type Projection } from '../superoffice/projection.js';
import { published, withWritten, written, writtenProperties, type Written } from './input-fields.js';
import { once, type ActionOutcome } from './idempotency.js';
import { auditOperation, checkId, loadEntity } from './load-entity.js';
import { userErrors, type UserError } from './user-errors.js';
import { checkUserName } from './user-name.js';

interface AgentsPayload {
  readonly agents: readonly View<'ChatTopicAgent'>[] | null;
  readonly userErrors: readonly UserError[];
}

type ChangedAgents = readonly JsonRecord[] | ChatUserErrorCode;

const roles = published('ChatTopicAgent', ['CanListen', 'CanRespond', 'CanManage', 'CanNotify']);

const maxAgents = 100;

/** One user of a topic. @throws {BadUserInputError} before any call */
export async function topicAgent(
  topic: View<'ChatTopic'>,
  userName: string,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<View<'ChatTopicAgent'> | null> {
  checkUserName(userName, 'userName');
  const id = topicFields.agent.read(topic, context.readContext, {});
  return id === null ? null : loadEntity({ read: 'agent', id, parameters: { Username: userName } }, context, info);
}

const userIdOf = ({ User }: JsonRecord): unknown => (isRecord(User) ? User['AssociateId'] : null);

const namesOf = ({ User }: JsonRecord): readonly string[] =>
  (isRecord(User) ? [User['UserName'], User['Name']] : []).filter((name) => typeof name === 'string');

const hasName = (agent: JsonRecord): boolean => namesOf(agent).some((name) => name !== '');

const isNamed = (agent: JsonRecord, userName: string): boolean =>
  namesOf(agent).some((name) => name.toLowerCase() === userName.toLowerCase());

const hasAll = (agent: JsonRecord, changed: Written): boolean =>
  [...changed].every(([property, value]) => agent[property] === value);

interface AgentsChange {
  readonly topicId: string;
  /** Whether it is about this user of the topic. */
  isAbout(agent: JsonRecord): boolean;
  change(projection: Projection): Promise<ChangedAgents>;
  /** What is written. */
  readonly changed?: Written;
  /** After an unknown outcome: whether it was done, by the users that it is about; default: it does no harm twice. */
  isDone?(agents: readonly JsonRecord[]): boolean;
}

const names: Projection = new Map([['User', new Set(['AssociateId', 'Name', 'UserName'])]]);

/** Runs a change; the loaders drop the topic's users even if it fails. */
async function agentsPayload(
  { topicId, isAbout, change, changed = new Map(), isDone }: AgentsChange,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<AgentsPayload> {
  const { audit, loaders } = context;
  const projection = projectionBelow(topicAgentEntity, 'agents', info);
  const payloadOf = (records: readonly JsonRecord[] | null, code: ActionOutcome['code']): AgentsPayload => ({
    agents: records?.map((record) => new CarrierView(record, projection)) ?? null,
    userErrors: userErrors(code),
  });
  const needs = joinProjections(names, writtenProperties(changed));
  const read = async (): Promise<readonly JsonRecord[] | null> => {
    forgetTopic(loaders, topicId);
    return loaders.agents.load(topicId, joinProjections(projection, needs));
  };
  const act = async () => {
    audit?.push({ action: info.fieldName, sessionId: null, topicId, entity: topicAgentEntity, projection });
    const result = await change(projection).finally(() => void forgetTopic(loaders, topicId));
    if (typeof result === 'string') return { payload: payloadOf(null, result), outcome: { id: null, code: result } };
    return { payload: payloadOf(result, null), outcome: { id: topicId, code: null } };
  };
  const again = async ({ id, code }: ActionOutcome): Promise<AgentsPayload> => {
    if (id !== null) auditOperation({ read: 'agents', id }, projection, context);
    return payloadOf(id === null ? null : ((await read())?.filter(isAbout) ?? null), code);
  };
  const look = async (): Promise<ActionOutcome | null> => {
    const records = await read();
    if (!records?.every(hasName)) throw new UpstreamOutcomeUnknownError('the users of the topic cannot be read');
    return isDone?.(records.filter(isAbout)) === true ? { id: topicId, code: null } : null;
  };
  return once({ act, again, afterUnknown: isDone ? look : 'act' }, context);
}

/** @throws {BadUserInputError} before any call */
export function addAgent(
  { topicId, associateId, roles: given }: MutationAddChatTopicAgentArgs,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<AgentsPayload> {
  checkId(topicId, 'topic id');
  checkId(associateId, 'id in `associateId`');
  const changed = written(roles, given ?? {}, 'roles.');
  const own = { TopicId: Number(topicId), User: { AssociateId: Number(associateId) } };
  const change = async (projection: Projection): Promise<ChangedAgents> => {
    const Useragent = withWritten({ ...(await context.call(actions.defaultAgent, {})), ...own }, changed);
    const record = await context.call(actions.addAgent, { id: topicId, parameters: { Useragent }, projection });
    return record === null ? 'NOT_FOUND' : [record];
  };
  const isAbout = (record: JsonRecord): boolean => userIdOf(record) === Number(associateId);
  const isDone = (added: readonly JsonRecord[]): boolean => added.some((agent) => hasAll(agent, changed));
  return agentsPayload({ topicId, isAbout, change, changed, isDone }, context, info);
}

interface AgentChange {
  readonly userName: string;
  readonly changed: Written;
}

async function updateOne(
  { topicId, agent: { userName: Username, changed } }: { readonly topicId: string; readonly agent: AgentChange },
  projection: Projection,
  { call }: GatewayContext,
): Promise<ChangedAgents> {
  const stored = await call(actions.storedAgent, { id: topicId, parameters: { Username } });
  if (stored === null) return 'NOT_FOUND';
  const parameters = { Username, Useragent: withWritten(stored, changed) };
  const record = await call(actions.updateAgent, { id: topicId, parameters, projection });
  return record === null ? 'NOT_FOUND' : [record];
}

/** The complete list is sent: whether users that are left out would be removed is not documented. */
async function updateSeveral(
  { topicId, agents }: { readonly topicId: string; readonly agents: readonly AgentChange[] },
  projection: Projection,
  { call }: GatewayContext,
): Promise<ChangedAgents> {
  const stored = (await call(actions.storedAgents, { id: topicId })) ?? [];
  const named = agents.map(({ userName }) => stored.filter((record) => isNamed(record, userName)).map(userIdOf));
  const changedIds = new Set(named.flat());
  if (named.some((ids) => ids.length !== 1) || changedIds.size < agents.length) return 'NOT_FOUND';
  const changeOf = (record: JsonRecord) => agents.find(({ userName }) => isNamed(record, userName));
  const Useragents = stored.map((record) => withWritten(record, changeOf(record)?.changed ?? new Map()));
  const withIds = joinProjections(projection, new Map([['User', new Set(['AssociateId'])]]));
  const records = await call(actions.updateAgents, { id: topicId, parameters: { Useragents }, projection: withIds });
  return records?.filter((record) => changedIds.has(userIdOf(record))) ?? 'NOT_FOUND';
}

function agentChange({ userName, roles: given }: ChatTopicAgentInput): AgentChange {
  checkUserName(userName, 'userName');
  return { userName, changed: written(roles, given, 'roles.') };
}

/** @throws {BadUserInputError} before any call */
export function updateAgents(
  { topicId, agents: given }: MutationUpdateChatTopicAgentsArgs,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<AgentsPayload> {
  checkId(topicId, 'topic id');
  const agents = given.map(agentChange);
  const [agent, ...others] = agents;
  const distinct = new Set(agents.map(({ userName }) => userName.toLowerCase()));
  if (!agent || agents.length > maxAgents || distinct.size < agents.length)
    throw new BadUserInputError(`\`agents\` is not accepted: give 1 to ${maxAgents} users, each of them once.`);
  const change = (projection: Projection): Promise<ChangedAgents> =>
    others.length === 0
      ? updateOne({ topicId, agent }, projection, context)
      : updateSeveral({ topicId, agents }, projection, context);
  const isAbout = (record: JsonRecord): boolean => agents.some(({ userName }) => isNamed(record, userName));
  return agentsPayload({ topicId, isAbout, change }, context, info);
}

/** @throws {BadUserInputError} before any call */
export function removeAgent(
  { topicId, userName: Username }: MutationRemoveChatTopicAgentArgs,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<AgentsPayload> {
  checkId(topicId, 'topic id');
  checkUserName(Username, 'userName');
  const args = { id: topicId, parameters: { Username } };
  const change = async (): Promise<ChangedAgents> => {
    const isChecked = isSelected('userErrors', info) || context.keyed !== null;
    if (isChecked && (await context.call(actions.storedAgent, { ...args, projection: new Map() })) === null)
      return 'NOT_FOUND';
    return context.call(actions.removeAgent, args).then(
      () => [],
      (error: unknown) => {
        if (error instanceof UpstreamNotFoundError) return 'NOT_FOUND';
        throw error;
      },
    );
  };
  const isAbout = (record: JsonRecord): boolean => isNamed(record, Username);
  return agentsPayload({ topicId, isAbout, change, isDone: (left) => left.length === 0 }, context, info);
}
