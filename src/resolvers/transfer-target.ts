/**
 * ChatTransferTarget: its fields from the field table, and the user it stands for, found among the agents of the caller's topics:
 * their records carry both numbers of a user.
 */
import type { GatewayContext } from '../context.js';
import { associateFields } from '../entities/associate.js';
import { CarrierView } from '../entities/carrier-view.js';
import { userOf } from '../entities/chat-users.js';
import { topicAgentEntity, topicAgentFields } from '../entities/topic-agent.js';
import { transferTargetFields } from '../entities/transfer-target.js';
import type { AssociateView, TopicAgentView, TransferTargetView } from '../entities/views.js';
import type { ChatTransferTargetResolvers } from '../generated/resolver-types.js';
import { onlyList } from '../loaders/topic-loader.js';
import type { Projection } from '../superoffice/projection.js';
import { fieldResolvers } from './field-resolvers.js';
import { auditRead } from './load-entity.js';

const users: Projection = new Map([['User', new Set(['AssociateId', 'EjUserId', 'FullName', 'Name', 'UserName'])]]);

async function loadUser(target: TransferTargetView, context: GatewayContext): Promise<AssociateView | null> {
  const { loaders, reading } = context;
  const listed = transferTargetFields.associateId.read(target, reading, {});
  if (listed === null) return null;
  auditRead(context, { sessionId: null, entity: topicAgentEntity, projection: users });
  const records = (await loaders.topicUsers.load(onlyList, users)) ?? [];
  const agents = records.map((record): TopicAgentView => new CarrierView(record, users));
  const known = agents.flatMap((agent) => topicAgentFields.user.read(agent, reading, {}) ?? []);
  return userOf(listed, known, reading);
}

export const ChatTransferTarget: Required<ChatTransferTargetResolvers> = {
  ...fieldResolvers(transferTargetFields),
  associateId: async (target, _args, context) => {
    const user = await loadUser(target, context);
    return user && associateFields.id.read(user, context.reading, {});
  },
  userName: async (target, _args, context) => {
    const user = await loadUser(target, context);
    return user && associateFields.userName.read(user, context.reading, {});
  },
};
