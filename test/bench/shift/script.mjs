/**
 * The shift that is replayed: an hour of one agent, second by second, always the same. The inbox and the open chats are looked
 * at every ten seconds; eight chats are taken from the queue, talked in and closed, one of them is handed to a colleague; four
 * times the wall of all sessions is looked at for two minutes.
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
  { afterMs: 65 * second, text: 'Could you tell me a little more about it?' },
  { afterMs: 110 * second, text: 'Takk. Jeg har funnet den nå, og retter det med en gang.' },
  { afterMs: 170 * second, text: 'Done! Is there anything else that I can help you with?' },
];

const times = (fromMs, toMs, everyMs) =>
  Array.from({ length: Math.ceil((toMs - fromMs) / everyMs) }, (_unused, index) => fromMs + index * everyMs);

/** A chat from its place in the queue to its end; between the ten seconds in which the inbox is looked at. */
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

/** @returns { atMs, act, … } in the order of time; `chat` is the number of the chat, whichever session it turns out to be */
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
