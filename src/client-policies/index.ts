/**
 * The one door of `superoffice-chat-graphql/client-policies`: what the caches of Apollo Client, urql's graphcache and Relay have
 * to know about this schema. Made from the schema (`generated/client-policies`), needs none of the clients, and runs in a browser.
 *
 * Each session has one conversation (`message-span`): what `ChatSession.messages` and `Query.chatMessages` bring, with whichever
 * arguments, is joined by id when it is read, and a list that may have a gap is requested again. A poll has to go past the cache
 * (`network-only`, `pollInterval`). Relay has no place for this: there an updater has to add what a poll brings.
 *
 * graphcache and Relay file the items of a list without a key by their place; Apollo's are joined by what they are about
 * (`merged-parts`). Relay cannot read lists of lists: `ChatAddress.localizedAddress`.
 */
export { typePolicies } from './type-policies.js';
export { keys, resolvers, updates } from './graphcache.js';
export { getDataID, recordsByArgument as missingFieldHandlers } from './relay.js';
