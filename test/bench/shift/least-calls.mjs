/**
 * The fewest calls that the data allow for each step of the shift, computed from the shown data: records without a common operation
 * need one call each, and no call is needed twice.
 */

/** Whether a topic is open is a call for each topic. */
const begin = ({ myChatTopics }) => [
  'ChatTopicsForUser',
  'GetChatPresence',
  ...myChatTopics.map(() => 'IsWithinOpeningHours'),
];

const operationsOf = {
  begin,
  look: ({ lines }) => ['ChatSessionsForUser', ...lines.map(() => 'GetChatMessages')],
  showWall: (tiles) => [
    'ChatSessionsForUser',
    ...(tiles.some(({ topic }) => topic !== null) ? ['ChatTopicsForUser'] : []),
  ],
  takeNext: () => ['PickUpFirstChatSession', 'GetChatMessages'],
  showCard: () => ['GetChatSessionEntity'],
  say: () => ['AddChatMessage'],
  showColleagues: () => ['GetUserAgentList'],
  handOver: () => ['TransferChatSession'],
  // There is no operation that closes: the whole record is read, and saved where it is not over already.
  close: ({ wasOver }) => ['GetChatSessionEntity', ...(wasOver ? [] : ['SaveChatSessionEntity'])],
};

/** @returns the operations, sorted; an empty queue has nothing to read, and a chat that did not start needs no call */
export function leastCallsOf({ act, shown }) {
  if (shown === null) return act === 'takeNext' ? ['PickUpFirstChatSession'] : [];
  return operationsOf[act](shown).sort();
}
