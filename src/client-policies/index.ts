/**
 * The entry point of `superoffice-chat-graphql/client-policies`: what the caches of Apollo Client, urql's graphcache and Relay need
 * for this schema. It is generated from the schema (`generated/client-policies`), needs none of the clients, and runs in a browser.
 *
 * Each session has one conversation (`message-span`): the messages that `ChatSession.messages` and `Query.chatMessages` fetch, with any
 * arguments, are joined by id when they are read, and a list that may have a gap is requested again. A poll has to bypass the cache
 * (`network-only`, `pollInterval`). Relay does not support this: there an updater has to add the messages of a poll.
 *
 * graphcache and Relay store the items of a list without a key by their index; Apollo's are merged by what they describe
 * (`merged-parts`). Relay cannot read lists of lists: `ChatAddress.localizedAddress`.
 */
export { typePolicies } from './type-policies.js';
export { keys, resolvers, updates } from './graphcache.js';
export { updateConversations, updateSessionLists } from './live-updates.js';
export type { LiveCache, MessagesUpdate, SessionsUpdate } from './live-updates.js';
export { getDataID, recordsByArgument as missingFieldHandlers } from './relay.js';
