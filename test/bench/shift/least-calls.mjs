/**
 * The fewest calls that the data allow for each step of the shift, worked out from what was to be shown: what SuperOffice has no
 * common operation for must be asked one by one, and nothing needs to be asked twice.
 */

/** Of each topic it must be asked apart whether it is open. */
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

/** @returns the operations, sorted; of an empty queue nothing can be read, and a chat that never was needs nothing */
export function leastCallsOf({ act, shown }) {
  if (shown === null) return act === 'takeNext' ? ['PickUpFirstChatSession'] : [];
  return operationsOf[act](shown).sort();
}
