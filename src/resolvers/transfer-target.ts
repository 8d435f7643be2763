/**
 * ChatTransferTarget: its fields from the field table, and the user it stands for, found among the agents of the caller's topics,
 * because their records contain both numbers of a user.
 */
import type { GatewayContext } from '../context.js';
import { associateFields } from '../entities/associate.js';
import { CarrierView } from '../entities/carrier-view.js';
import { UserDirectory, type ListedUser, type UserIdKind } from '../entities/chat-users.js';
import { topicAgentEntity, topicAgentFields } from '../entities/topic-agent.js';
import { transferTargetFields } from '../entities/transfer-target.js';
import type { View } from '../catalog/catalog.js';
import type { ChatTransferTargetResolvers } from '../generated/resolver-types.js';
import { emptyProjection, ownListKey } from '../loaders/read-loader.js';
import type { Projection } from '../superoffice/projection.js';
import { fieldResolvers } from './field-resolvers.js';
import { auditRead } from './load-entity.js';

const projection: Projection = new Map([
  ['User', new Set(['AssociateId', 'EjUserId', 'FullName', 'Name', 'UserName'])],
]);

/** The targets of one request, and the users they may stand for. */
class RequestedTargets {
  readonly #listed = new Map<string, ListedUser>();
  #kind: UserIdKind | null | undefined;
  #directory: Promise<UserDirectory> | null = null;

  constructor(private readonly context: GatewayContext) {}

  /** All targets of a list are requested in one tick, before the users arrive, so the kind is computed from all of them. */
  async find(listed: ListedUser): Promise<View<'ChatAssociate'> | null> {
    const key = JSON.stringify(listed);
    if (!this.#listed.has(key)) this.#kind = undefined;
    this.#listed.set(key, listed);
    const directory = await (this.#directory ??= this.#load());
    if (this.#kind === undefined) this.#kind = directory.kindOf(this.#listed.values());
    return directory.find(listed, this.#kind);
  }

  async #load(): Promise<UserDirectory> {
    const { loaders, readContext } = this.context;
    auditRead(this.context, { sessionId: null, entity: topicAgentEntity, projection });
    const topics = (await loaders.myTopics.load(ownListKey, emptyProjection)) ?? [];
    const lists = await Promise.all(
      topics.map((topic) => loaders.agents.load(String(topic['ChatTopicId']), projection)),
    );
    const records = lists.flatMap((list) => list ?? []);
    const agents = records.map((record): View<'ChatTopicAgent'> => new CarrierView(record, projection));
    return new UserDirectory(
      agents.flatMap((agent) => topicAgentFields.user.read(agent, readContext, {}) ?? []),
      readContext,
    );
  }
}

const targetsOf = new WeakMap<GatewayContext, RequestedTargets>();

async function loadUser(
  target: View<'ChatTransferTarget'>,
  context: GatewayContext,
): Promise<View<'ChatAssociate'> | null> {
  const listed = transferTargetFields.associateId.read(target, context.readContext, {});
  if (listed === null) return null;
  const targets = targetsOf.get(context) ?? new RequestedTargets(context);
  targetsOf.set(context, targets);
  return targets.find(listed);
}

export const ChatTransferTarget: Required<ChatTransferTargetResolvers> = {
  ...fieldResolvers('ChatTransferTarget', transferTargetFields),
  associateId: async (target, _args, context) => {
    const user = await loadUser(target, context);
    return user && associateFields.id.read(user, context.readContext, {});
  },
  userName: async (target, _args, context) => {
    const user = await loadUser(target, context);
    return user && associateFields.userName.read(user, context.readContext, {});
  },
};
