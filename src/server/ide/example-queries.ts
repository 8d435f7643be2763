/**
 * The queries in the initial tabs of the page at /. A test runs each of them.
 */
export interface ExampleQuery {
  /** The tab's title. */
  readonly name: string;
  readonly query: string;
  /** JSON text. */
  readonly variables?: string;
}

const oneSession = `# The gateway requests only the fields that you select. Run it (Ctrl+Enter) and look at the calls on the right;
# then remove "topic", and there is one call instead of three.
query OneSession {
  chatSession(id: 192) {
    id
    status
    customerName
    person { fullName }
    user { fullName }
    topic { name isOpen }
    whenRequested
    waitSeconds
  }
}`;

const startPage = `# The first page of a chat console: my sessions with their last lines, my topics, and who is present.
# Three lists, the messages of each session, opening hours and agents of each topic; no call is repeated.
query StartPage {
  myChatSessions {
    id
    status
    customerName
    topic { name }
    messages(last: 2) { ...Line }
  }
  myChatTopics {
    id
    name
    isOpen
    agents { canRespond user { fullName } }
  }
  chatPresence { id displayName present }
}

fragment Line on ChatMessage { id author message whenPosted }`;

const messages = `# The messages of a session, without the session. To poll, put the last id you have into "after" (below, under Variables).
query Messages($session: ID!, $after: ID) {
  chatMessages(sessionId: $session, after: $after) {
    id
    type
    author
    message
    whenPosted
  }
}`;

const pickUp = `# Picks up the session of a waiting customer. It changes data, so it is sent once and never retried.
# To find one: { myChatSessions(status: [IN_QUEUE]) { id customerName waitSeconds } }
mutation PickUp($id: ID!) {
  pickUpChatSession(id: $id) {
    session { id status user { fullName } }
    userErrors { code message }
  }
}`;

const search = `# Finds sessions, also finished ones: one call for the page, and one for your topics. Add "flags", which SuperOffice's archive does not have,
# and there is one more call for each session.
query LongWaits($filter: ChatSessionFilter!, $after: String) {
  findChatSessions(filter: $filter, first: 10, after: $after) {
    nodes { id topic { name } status whenRequested waitSeconds user { fullName } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const asJson = (variables: object): string => JSON.stringify(variables, null, 2);

const queries: readonly ExampleQuery[] = [
  { name: 'One session', query: oneSession },
  { name: 'Start page', query: startPage },
  { name: 'Messages', query: messages, variables: asJson({ session: '192', after: null }) },
];

const mutationExamples: readonly ExampleQuery[] = [{ name: 'Pick up', query: pickUp, variables: asJson({ id: '4' }) }];

const live = `# Live: what is now, and then each change. Customers of the demo come and go by themselves; run "Pick up" in its tab meanwhile.
subscription Desk {
  myChatSessionsChanged {
    isComplete
    sessions { id status customerName lastMessage }
    addedIds
    goneIds
  }
}`;

const longWaits = { whenRequested: { from: '2000-01-01T00:00:00Z' }, waitSeconds: { from: 121 } };

const searchExamples: readonly ExampleQuery[] = [
  { name: 'Search', query: search, variables: asJson({ filter: longWaits, after: null }) },
];

const liveExamples: readonly ExampleQuery[] = [{ name: 'Live', query: live }];

/** What the schema has in addition to queries. */
export interface ExampleOptions {
  readonly archive: boolean;
  readonly mutations: boolean;
  readonly subscriptions: boolean;
}

export const exampleQueries = ({ archive, mutations, subscriptions }: ExampleOptions): readonly ExampleQuery[] => [
  ...queries,
  ...(archive ? searchExamples : []),
  ...(mutations ? mutationExamples : []),
  ...(subscriptions ? liveExamples : []),
];
