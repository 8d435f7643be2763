/**
 * A console on a GraphQL server, ours or another one with the same fields: one operation for each screen. Its methods return the screens
 * in plain values, to compare them with those of another console.
 */
const rowFields = 'id status customerName lastMessage whenIdle topicId';
const lineFields = 'id message author type';

const documents = {
  begin: '{ myChatTopics { id name isOpen } chatPresence { id displayName present } }',
  wall: `{ myChatSessions { id status customerName customerCompanyName lastMessage whenRequested rank
    user { fullName } contact { name } topic { name } } }`,
  takeNext: `mutation { pickUpNextChatSession { session { id customerName customerEmail topicId
    messages { ${lineFields} } } } }`,
  card: `query ($id: ID!) { chatSession(id: $id) { customerName customerEmail customerPhone whenRequested
    person { fullName email mobilePhone } contact { name department } ticket { title } } }`,
  say: 'mutation ($id: ID!, $text: String!) { addChatMessage(sessionId: $id, message: $text) { message { id message } } }',
  colleagues: '{ transferTargets(onlyPresent: true) { id name toolTip } }',
  handOver: `mutation ($id: ID!, $to: String!) { transferChatSession(id: $id, toUserName: $to) {
    session { id transferTo { fullName } } } }`,
  close: 'mutation ($id: ID!) { closeChatSession(id: $id) { session { id } userErrors { code } } }',
};

/** The inbox, and the new messages of the open chats. */
function lookDocument(chats) {
  const declared = chats.map((_chat, index) => `$s${index}: ID!, $a${index}: ID`);
  const parts = chats.map(
    (_chat, index) => `c${index}: chatMessages(sessionId: $s${index}, after: $a${index}) { ${lineFields} }`,
  );
  return `query${declared.length > 0 ? ` (${declared.join(', ')})` : ''} { myChatSessions { ${rowFields} } ${parts.join(' ')} }`;
}

/** @param url of the GraphQL endpoint */
export function graphqlConsole(url, authorization) {
  async function send(query, variables = {}) {
    const headers = { 'content-type': 'application/json', authorization, 'accept-language': 'en' };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    const { data, errors } = await response.json();
    if (errors) throw new Error(`${url}: ${errors[0].message} (${query})`);
    return data;
  }

  return {
    begin: () => send(documents.begin),
    showWall: async () => (await send(documents.wall)).myChatSessions,
    takeNext: async () => (await send(documents.takeNext)).pickUpNextChatSession.session,
    showCard: async (id) => (await send(documents.card, { id })).chatSession,
    say: async (id, text) => (await send(documents.say, { id, text })).addChatMessage.message,
    showColleagues: async () => (await send(documents.colleagues)).transferTargets,
    handOver: async (id, to) => (await send(documents.handOver, { id, to })).transferChatSession.session,
    close: async (id) => {
      const { session, userErrors } = (await send(documents.close, { id })).closeChatSession;
      return { id: session.id, wasOver: userErrors.some(({ code }) => code === 'ALREADY_OVER') };
    },
    look: async (chats) => {
      const variables = chats.flatMap(({ id, after }, index) => [
        [`s${index}`, id],
        [`a${index}`, after],
      ]);
      const { myChatSessions, ...parts } = await send(lookDocument(chats), Object.fromEntries(variables));
      return { rows: myChatSessions, lines: chats.map((_chat, index) => parts[`c${index}`]) };
    },
  };
}
