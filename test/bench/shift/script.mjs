/**
 * The replayed shift: an hour of one agent, second by second, always the same. The agent reads the inbox and the open chats every ten
 * seconds, takes eight chats from the queue, writes in them and closes them, transfers one of them to a colleague, and four times
 * watches the wall of all sessions for two minutes.
 */
const second = 1_000;
const minute = 60 * second;

const inboxEveryMs = 10 * second;
const wallEveryMs = 30 * second;
const wallForMs = 2 * minute;

const wallsAt = [0, 15, 30, 45];
const chatsAt = [1, 6, 13, 20, 27, 36, 44, 51];
const handedOver = 3; // the fourth chat
const colleague = 'kari@example.com';

const lines = [
  { afterMs: 20 * second, text: 'Hei! Et øyeblikk, jeg ser på saken din.' },
  { afterMs: 65 * second, text: 'Could you describe it in more detail?' },
  { afterMs: 110 * second, text: 'Takk. Jeg har funnet den nå, og retter det med en gang.' },
  { afterMs: 170 * second, text: 'Done! Is there anything else that I can help you with?' },
];

const times = (fromMs, toMs, everyMs) =>
  Array.from({ length: Math.ceil((toMs - fromMs) / everyMs) }, (_unused, index) => fromMs + index * everyMs);

/** A chat from the queue to its end; its steps are between the reads of the inbox. */
function chatSteps(atMinute, chat) {
  const openMs = atMinute * minute + 3 * second;
  const isHandedOver = chat === handedOver;
  const lastMs = openMs + (isHandedOver ? 150 : 240) * second;
  const said = lines.filter(({ afterMs }) => openMs + afterMs < lastMs);
  return [
    { atMs: openMs, act: 'takeNext', chat },
    { atMs: openMs + 8 * second, act: 'showCard', chat },
    ...said.map(({ afterMs, text }) => ({ atMs: openMs + afterMs, act: 'say', chat, text })),
    ...(isHandedOver
      ? [
          { atMs: lastMs - 6 * second, act: 'showColleagues' },
          { atMs: lastMs, act: 'handOver', chat, to: colleague },
        ]
      : [{ atMs: lastMs, act: 'close', chat }]),
  ];
}

/** @returns { atMs, act, … } in the order of time; `chat` is the number of the chat, independent of its session */
export function shiftScript(minutes = 60) {
  const endMs = minutes * minute;
  const steps = [
    { atMs: 0, act: 'begin' },
    ...times(inboxEveryMs, endMs, inboxEveryMs).map((atMs) => ({ atMs, act: 'look' })),
    ...wallsAt.flatMap((at) =>
      times(at * minute + 5 * second, at * minute + wallForMs, wallEveryMs).map((atMs) => ({ atMs, act: 'showWall' })),
    ),
    ...chatsAt.flatMap(chatSteps),
  ];
  return steps.filter(({ atMs }) => atMs < endMs).sort((first, second) => first.atMs - second.atMs);
}
