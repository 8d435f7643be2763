/**
 * What the page at / is prepared with: one tab for each thing that one does first. A test runs each of them.
 */
export interface ExampleQuery {
  /** On its tab. */
  readonly name: string;
  readonly query: string;
  /** As JSON. */
  readonly variables?: string;
}

const oneSession = `# What you select is what SuperOffice is asked for. Run it (Ctrl+Enter) and look at the calls on the right;
# then take away "topic", and there is one call instead of three.
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

const startPage = `# The first page of a chat console: my sessions with their last lines, my topics, and who is there.
# Three lists, the messages of each session, opening hours and agents of each topic; nothing twice.
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

const messages = `# What was said in a session, without the session. To poll, put the last id you have into "after" (below, under Variables).
query Messages($session: ID!, $after: ID) {
  chatMessages(sessionId: $session, after: $after) {
    id
    type
    author
    message
    whenPosted
  }
}`;

const pickUp = `# Takes a waiting customer's session. It changes data, so it is sent once and never repeated.
# Look for one that waits: { myChatSessions(status: [IN_QUEUE]) { id customerName waitSeconds } }
mutation PickUp($id: ID!) {
  pickUpChatSession(id: $id) {
    session { id status user { fullName } }
    userErrors { code message }
  }
}`;

const asJson = (variables: object): string => JSON.stringify(variables, null, 2);

const reading: readonly ExampleQuery[] = [
  { name: 'One session', query: oneSession },
  { name: 'Start page', query: startPage },
  { name: 'Messages', query: messages, variables: asJson({ session: '192', after: null }) },
];

const acting: readonly ExampleQuery[] = [{ name: 'Pick up', query: pickUp, variables: asJson({ id: '4' }) }];

/** @param mutations whether the schema has any */
export const exampleQueries = (mutations: boolean): readonly ExampleQuery[] =>
  mutations ? [...reading, ...acting] : reading;
