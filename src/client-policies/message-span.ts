/**
 * A cached part of a conversation: a run of messages without a gap, up to the latest one that was received.
 * SuperOffice's lists of messages all reach to the end (`after`, `last`), so two spans that overlap or touch become one.
 * `Message` is what the cache stores for a message: a reference or an object.
 * Messages with an id that is no number are the client's own, shown before the server has responded (optimistic); they come last.
 */

export interface MessageSpan<Message> {
  /** All messages above this id are present; 0: from the beginning of the conversation. */
  readonly from: number;
  /** All messages up to this id were received. */
  readonly upTo: number;
  /** By id, ascending. */
  readonly messages: readonly { readonly id: number; readonly message: Message }[];
  /** In the order in which they were added. */
  readonly optimistic: readonly { readonly id: string; readonly message: Message }[];
}

export interface SpanArguments {
  readonly after: number | null;
  readonly last: number | null;
}

/** A positive whole number, or null. */
function readNumber(value: unknown): number | null {
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : NaN;
  return Number.isSafeInteger(number) && number > 0 ? number : null;
}

/** @returns null for arguments that the server refuses */
export function spanArguments(args: Readonly<Record<string, unknown>> | null | undefined): SpanArguments | null {
  const { after: sentAfter = null, last: sentLast = null } = args ?? {};
  const [after, last] = [readNumber(sentAfter), readNumber(sentLast)];
  const isRefused = (sentAfter !== null && after === null) || (sentLast !== null && last === null);
  return isRefused ? null : { after, last };
}

const isOptimistic = (id: unknown): id is string => typeof id === 'string' && !/^\d+$/.test(id);

/**
 * @returns null for a list that cannot be joined: a message came without its id, the arguments are refused, or a message is listed twice,
 *   which no server sends
 */
export function spanOf<Message>(
  listed: readonly Message[],
  idOf: (message: Message) => unknown,
  args: SpanArguments | null,
): MessageSpan<Message> | null {
  if (args === null) return null;
  const { after, last } = args;
  const messages: { id: number; message: Message }[] = [];
  const optimistic: { id: string; message: Message }[] = [];
  for (const message of listed) {
    const id = idOf(message);
    const number = readNumber(id);
    if (isOptimistic(id)) optimistic.push({ id, message });
    else if (number !== null) messages.push({ id: number, message });
    else return null;
  }
  messages.sort((first, second) => first.id - second.id); // a client may append them in another order
  if (messages.some(({ id }, index) => id === messages[index + 1]?.id)) return null;
  const isCut = last !== null && messages.length >= last; // there may be messages before the first one
  const from = isCut ? (messages[0]?.id ?? 0) : (after ?? 0);
  return { from, upTo: messages.at(-1)?.id ?? from, messages, optimistic };
}

/**
 * Joins two spans. Where messages may be missing between them, only the newer span counts.
 * Older messages above the newer span's end are kept, because two polls may have crossed.
 */
export function joinSpans<Message>(older: MessageSpan<Message>, newer: MessageSpan<Message>): MessageSpan<Message> {
  const optimistic = [...new Map([...older.optimistic, ...newer.optimistic].map((item) => [item.id, item])).values()];
  if (newer.from > older.upTo || older.from > newer.upTo) return { ...newer, optimistic };
  const isCovered = (id: number): boolean => id > newer.from && id <= newer.upTo;
  const newerIds = new Set(newer.messages.map(({ id }) => id));
  const others = older.messages.filter(({ id }) => !newerIds.has(id) && !isCovered(id));
  return {
    from: Math.min(older.from, newer.from),
    upTo: Math.max(older.upTo, newer.upTo),
    messages: [...others, ...newer.messages].sort((first, second) => first.id - second.id),
    optimistic,
  };
}

/**
 * Joins all spans of one conversation; the one that reaches furthest counts as the newest.
 * @returns null when there is no list
 */
export function joinLists<Message>(spans: readonly MessageSpan<Message>[]): MessageSpan<Message> | null {
  const [first, ...others] = [...spans].sort((one, other) => one.upTo - other.upTo || other.from - one.from);
  return first === undefined ? null : others.reduce(joinSpans, first);
}

/** @returns undefined when messages may be missing, so that a request is needed */
export function messagesIn<Message>(
  { from, messages, optimistic }: MessageSpan<Message>,
  args: SpanArguments | null,
): readonly Message[] | undefined {
  if (args === null) return undefined;
  const { after, last } = args;
  const matching = messages.filter(({ id }) => id > (after ?? 0));
  const isEnough = from <= (after ?? 0) || (last !== null && matching.length >= last);
  if (!isEnough) return undefined;
  const all = [...matching, ...optimistic].map(({ message }) => message);
  return last === null ? all : all.slice(-last);
}
