/**
 * Requests for each field with arguments: two values, one without a record, and one that fails next to one that works
 * (session, topic and conversation 5 fail; `nonsense` and `last: 0` are refused).
 */
import { getNamedType, getNullableType, isListType, isObjectType } from 'graphql';

const query = (name, text) => `query ${name} { ${text} }`;
const row = (field, ...texts) => ({ field, queries: texts.map((text, index) => query(`Q${index}`, text)) });

const session = 'id status customerName';
const topic = 'id name';
const messages = 'id message';
const found = 'edges { cursor node { id status } } pageInfo { hasNextPage endCursor }';

export const argumentRows = [
  row(
    'Query.chatSession',
    `chatSession(id: "1") { ${session} }`,
    `chatSession(id: "2") { ${session} }`,
    `chatSession(id: "99999") { ${session} }`,
    `chatSession(id: "99998") { id }`,
    `works: chatSession(id: "3") { ${session} } fails: chatSession(id: "5") { ${session} }`,
    `works: chatSession(id: "4") { ${session} } refused: chatSession(id: "nonsense") { id }`,
  ),
  row(
    'Query.chatTopic',
    `chatTopic(id: "1") { ${topic} }`,
    `chatTopic(id: "2") { ${topic} }`,
    `chatTopic(id: "99999") { ${topic} }`,
    `chatTopic(id: "99998") { id }`,
    `works: chatTopic(id: "3") { ${topic} } fails: chatTopic(id: "5") { ${topic} }`,
  ),
  ...[
    ['fetch__ChatSession', session],
    ['fetch__ChatTopic', topic],
  ].map(([field, selected]) =>
    row(
      `Query.${field}`,
      `${field}(id: "1") { ${selected} }`,
      `${field}(id: "99999") { ${selected} }`,
      `works: ${field}(id: "3") { ${selected} } fails: ${field}(id: "5") { ${selected} }`,
    ),
  ),
  row(
    'Query.chatSessions',
    `chatSessions(ids: ["1"]) { ${session} }`,
    `chatSessions(ids: ["2", "1"]) { ${session} }`,
    `chatSessions(ids: ["99999"]) { ${session} }`,
    `chatSessions(ids: ["3", "5"]) { ${session} }`,
    `chatSessions(ids: []) { ${session} }`,
  ),
  row(
    'Query.myChatSessions',
    `myChatSessions(status: [IN_QUEUE]) { ${session} }`,
    `myChatSessions(status: [CLOSED]) { ${session} }`,
    `myChatSessions(status: []) { ${session} }`,
    `myChatSessions { ${session} } fails: chatSession(id: "5") { ${session} }`,
  ),
  row(
    'Query.chatMessages',
    `chatMessages(sessionId: "192") { ${messages} }`,
    `chatMessages(sessionId: "4") { ${messages} }`,
    `chatMessages(sessionId: "99999") { ${messages} }`,
    `works: chatMessages(sessionId: "192", after: "11") { ${messages} } fails: chatMessages(sessionId: "5") { ${messages} }`,
    `works: chatMessages(sessionId: "192", last: 1) { ${messages} } refused: chatMessages(sessionId: "192", last: 0) { ${messages} }`,
  ),
  row(
    'ChatSession.messages',
    `chatSession(id: "192") { id messages(last: 2) { ${messages} } }`,
    `chatSession(id: "192") { id messages { ${messages} } }`,
    `chatSession(id: "4") { id messages { ${messages} } }`,
    `works: chatSession(id: "192") { id messages(after: "12") { ${messages} } } fails: chatSession(id: "5") { id messages { ${messages} } }`,
  ),
  row(
    'ChatSession.transcript',
    `chatSession(id: "192") { id transcript }`,
    `chatSession(id: "192") { id transcript(format: HTML) }`,
    `chatSession(id: "4") { id transcript(format: HTML) }`,
    `works: chatSession(id: "3") { id transcript } fails: chatSession(id: "5") { id transcript }`,
  ),
  row(
    'ChatTopic.agent',
    `chatTopic(id: "1") { id agent(userName: "kari@example.com") { topicId canManage user { id fullName } } }`,
    `chatTopic(id: "1") { id agent(userName: "jan@example.com") { topicId canManage user { id fullName } } }`,
    `chatTopic(id: "1") { id agent(userName: "none") { topicId canManage } }`,
    `works: chatTopic(id: "1") { id agent(userName: "tje0") { topicId canManage } } fails: chatTopic(id: "5") { id name agent(userName: "tje0") { canManage } }`,
  ),
  row(
    'ChatPresence.chatTopics', // no argument: a list with gaps
    `chatPresence { id chatTopics { id } } chatTopic(id: "2") { id }`,
    `chatPresence { id chatTopics { id name } } fails: chatTopic(id: "5") { id name }`,
  ),
  row(
    'Query.findChatSessions',
    `findChatSessions(filter: { topicIds: ["1"] }, first: 2) { ${found} }`,
    `findChatSessions(filter: { topicIds: ["2"] }, first: 2) { ${found} }`,
    `findChatSessions(filter: { topicIds: ["1"] }, first: 3) { ${found} }`,
    `findChatSessions(filter: { topicIds: ["1"] }, first: 2, orderBy: { field: ID, direction: ASC }) { ${found} }`,
    `findChatSessions(filter: { topicIds: ["99999"] }) { ${found} }`,
    `findChatSessions(filter: { ids: ["1", "3"] }) { nodes { ${session} } } fails: chatSession(id: "5") { ${session} }`,
    `works: findChatSessions(filter: { topicIds: ["3"] }, first: 2) { ${found} } refused: findChatSessions(filter: { status: [CLOSED] }) { nodes { id } }`,
  ),
  ...[
    ['ChatTopic', 'chatTopic(id: "1")', ''],
    ['ChatPerson', 'chatSession(id: "18")', 'person'],
    ['ChatContact', 'chatSession(id: "18")', 'contact'],
  ].map(([type, root, way]) => {
    const below = (text) => (way === '' ? text : `${way} { id ${text} }`);
    return row(
      `${type}.chatSessions`,
      `${root} { id ${below(`chatSessions(first: 2) { ${found} }`)} }`,
      `${root} { id ${below(`chatSessions(first: 1) { ${found} }`)} }`,
      `${root} { id ${below(`chatSessions(filter: { status: [CUSTOMER_LAST] }) { ${found} }`)} }`,
      `${root} { id ${below(`works: chatSessions(first: 2) { ${found} } refused: chatSessions(first: 0) { ${found} }`)} }`,
    );
  }),
  row(
    'Query.transferTargets',
    `transferTargets(flat: true) { id name }`,
    `transferTargets(flat: false) { id name childItems { id name } }`,
    `transferTargets(flat: true, onlyPresent: true) { id name }`,
    `transferTargets(flat: true) { id name } fails: chatSession(id: "5") { id }`,
  ),
];

const roots = ['chatSession(id: "192")', 'chatTopic(id: "2")', 'chatPresence', 'transferTargets(flat: false)'];
const idOf = (type) => (type.getFields().id ? 'id ' : '');

/** Paths from a root field to each type that has `fieldProperties`: the fields before it, and the closing text. */
function waysIn(schema) {
  const ways = new Map();
  const open = roots.map((root) => {
    const type = getNamedType(schema.getQueryType().getFields()[root.replace(/\(.*/, '')].type);
    return { type, before: `${root} { ${idOf(type)}`, after: ' }' };
  });
  for (const { type, before, after } of open) {
    if (ways.has(type.name)) continue;
    ways.set(type.name, { type, before, after });
    for (const field of Object.values(type.getFields())) {
      const next = getNamedType(field.type);
      if (!isObjectType(next) || field.args.length > 0) continue;
      open.push({ type: next, before: `${before} ${field.name} { ${idOf(next)}`, after: ` }${after}` });
    }
  }
  return [...ways.values()];
}

/** `fieldProperties(names:)` of each type: other names, all, and none. */
export function propertyRows(schema) {
  return waysIn(schema)
    .filter(({ type }) => isListType(getNullableType(type.getFields().fieldProperties?.type ?? null)))
    .map(({ type, before, after }) =>
      row(
        `${type.name}.fieldProperties`,
        ...['(names: ["id"])', '(names: ["name", "Name"])', '', '(names: ["nonsense"])'].map(
          (args) => `${before} fieldProperties${args} { name right { mask } } ${after}`,
        ),
      ),
    );
}
