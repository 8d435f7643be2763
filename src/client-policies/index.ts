/**
 * The one door of `superoffice-chat-graphql/client-policies`: what the caches of Apollo Client, urql's graphcache and Relay have
 * to know about this schema. Made from the schema (`generated/client-policies`), needs none of the clients, and runs in a browser.
 *
 * The lists of messages (`ChatSession.messages`, `Query.chatMessages`) keep one conversation for each session: what a read with
 * `after` brings is added to what is there, by id, and a list that may have a gap is asked for anew (`message-span`). A poll
 * has to go past the cache (`network-only`, `pollInterval`). Relay has no place for this: there a poll is an updater's affair.
 *
 * graphcache and Relay file the items of a list without a key by their place; Apollo's are joined by what they are about
 * (`merged-parts`). Relay cannot read lists of lists: `ChatAddress.localizedAddress`.
 */
export { typePolicies } from './type-policies.js';
export { keys, resolvers } from './graphcache.js';
export { getDataID, recordsByArgument as missingFieldHandlers } from './relay.js';
