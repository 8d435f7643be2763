/**
 * What a cache knows of a conversation: a run of messages without a gap, up to the latest one that was seen.
 * SuperOffice's lists of messages all reach to the end (`after`, `last`), so two that overlap or touch make one.
 * Message is whatever the cache has for one: a reference, or an object.
 */

export interface MessageSpan<Message> {
  /** Everything above this id is there: 0 when the conversation is there from its beginning. */
  readonly from: number;
  /** Everything up to this id was seen. */
  readonly upTo: number;
  /** By id, ascending. */
  readonly messages: readonly { readonly id: number; readonly message: Message }[];
}

export interface SpanArguments {
  readonly after: number | null;
  readonly last: number | null;
}

/** A positive whole number; anything else counts as not given. */
function readNumber(value: unknown): number | null {
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : NaN;
  return Number.isSafeInteger(number) && number > 0 ? number : null;
}

export function spanArguments(given: Readonly<Record<string, unknown>> | null | undefined): SpanArguments {
  return { after: readNumber(given?.['after']), last: readNumber(given?.['last']) };
}

/** @returns null when a message came without its id: nothing can be said about such a list */
export function spanOf<Message>(
  listed: readonly Message[],
  idOf: (message: Message) => unknown,
  { after, last }: SpanArguments,
): MessageSpan<Message> | null {
  const messages: { id: number; message: Message }[] = [];
  for (const message of listed) {
    const id = readNumber(idOf(message));
    if (id === null) return null;
    messages.push({ id, message });
  }
  messages.sort((first, second) => first.id - second.id);
  const isCut = last !== null && messages.length >= last; // there may be more before the first
  const from = isCut ? (messages[0]?.id ?? 0) : (after ?? 0);
  return { from, upTo: messages.at(-1)?.id ?? from, messages };
}

/**
 * Both as one. Where there may be messages between the two that nobody has seen, only the newer answer counts.
 * What came later than the newer answer was given (two polls crossed on the way) is kept.
 */
export function joinSpans<Message>(known: MessageSpan<Message>, newer: MessageSpan<Message>): MessageSpan<Message> {
  if (newer.from > known.upTo || known.from > newer.upTo) return newer;
  const isTold = (id: number): boolean => id > newer.from && id <= newer.upTo;
  const told = new Set(newer.messages.map(({ id }) => id));
  const kept = known.messages.filter(({ id }) => !told.has(id) && !isTold(id));
  return {
    from: Math.min(known.from, newer.from),
    upTo: Math.max(known.upTo, newer.upTo),
    messages: [...kept, ...newer.messages].sort((first, second) => first.id - second.id),
  };
}

/** @returns undefined when the server has to be asked, because something may be missing */
export function messagesIn<Message>(
  { from, messages }: MessageSpan<Message>,
  { after, last }: SpanArguments,
): readonly Message[] | undefined {
  const wanted = messages.filter(({ id }) => id > (after ?? 0));
  const isEnough = from <= (after ?? 0) || (last !== null && wanted.length >= last);
  if (!isEnough) return undefined;
  return (last === null ? wanted : wanted.slice(-last)).map(({ message }) => message);
}
