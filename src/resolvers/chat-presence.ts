/** ChatPresence: its fields from the field table, and the topics that it names. */
import { presenceFields } from '../entities/presence.js';
import type { ChatPresenceResolvers } from '../generated/resolver-types.js';
import { asError } from './as-error.js';
import { fieldResolvers } from './field-resolvers.js';
import { loadReference } from './load-entity.js';

export const ChatPresence: Required<ChatPresenceResolvers> = {
  ...fieldResolvers('ChatPresence', presenceFields),
  chatTopics: (presence, args, context, info) => {
    const ids = presenceFields.chatTopics.read(presence, context.readContext, args);
    context.responseBudget.chargeRecords(ids?.length ?? 0);
    return ids?.map((id) => loadReference({ read: 'chatTopic', id }, context, info).catch(asError)) ?? null;
  },
};
