/** What a cache may return of a conversation after any reads of it, in any order. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  joinLists,
  joinSpans,
  messagesIn,
  spanArguments,
  spanOf,
  type MessageSpan,
} from '../../../src/client-policies/message-span.js';

const idOf = (id: number): number => id;

/** The server's response when the conversation has these messages. */
function responseFor(
  conversation: readonly number[],
  { after = 0, last = 1000 }: { after?: number; last?: number },
): readonly number[] {
  return conversation.filter((id) => id > after).slice(-last);
}

const read = fc.record(
  { after: fc.integer({ min: 1, max: 40 }), last: fc.integer({ min: 1, max: 8 }) },
  { requiredKeys: [] },
);
const conversation = fc
  .uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 15 })
  .map((ids) => ids.sort((a, b) => a - b));

function spanAfter(
  reads: readonly { args: { after?: number; last?: number }; grown: number }[],
  all: readonly number[],
) {
  let seen = 0; // a conversation grows while it is read
  let span: MessageSpan<number> | null = null;
  for (const { args, grown } of reads) {
    seen = Math.min(all.length, seen + grown);
    const newer = spanOf(responseFor(all.slice(0, seen), args), idOf, spanArguments(args));
    if (newer !== null) span = span === null ? newer : joinSpans(span, newer);
  }
  return { span, seen: all.slice(0, seen) };
}

describe('a message span', () => {
  const reads = fc.array(fc.record({ args: read, grown: fc.nat(4) }), { minLength: 1, maxLength: 8 });

  it('contains what was just read, so that no client repeats a read forever', () => {
    fc.assert(
      fc.property(reads, conversation, (done, all) => {
        const { span, seen } = spanAfter(done, all);
        const { args } = done.at(-1) ?? { args: {} };
        expect(span && messagesIn(span, spanArguments(args))).toEqual(responseFor(seen, args));
      }),
    );
  });

  it('never omits a message between two that it returns, nor returns one twice', () => {
    fc.assert(
      fc.property(reads, conversation, read, (done, all, args) => {
        const { span, seen } = spanAfter(done, all);
        const returned = span && messagesIn(span, spanArguments(args));
        if (!span || !returned) return;
        const upTo = seen.filter((id) => id <= span.upTo);
        expect(returned).toEqual(responseFor(upTo, args));
      }),
    );
  });

  it('keeps a message that arrived while an older response was in flight', () => {
    const [early, late] = [
      [11, 12],
      [12, 13],
    ].map((ids, index) => spanOf(ids, idOf, spanArguments(index === 0 ? {} : { after: '11' })));
    expect(early && late && messagesIn(joinSpans(late, early), spanArguments({}))).toEqual([11, 12, 13]);
  });

  it('gives the same for several lists, in whichever order they are joined', () => {
    fc.assert(
      fc.property(fc.array(read, { minLength: 1, maxLength: 5 }), conversation, (reads, all) => {
        const spans = reads.flatMap((args) => spanOf(responseFor(all, args), idOf, spanArguments(args)) ?? []);
        const joined = [joinLists(spans), joinLists([...spans].reverse())];
        const returned = joined.map((span) => span && messagesIn(span, spanArguments({})));
        expect(returned[0]).toEqual(returned[1]);
        if (returned[0]) expect(returned[0]).toEqual(all);
      }),
    );
  });

  it.each([{ last: 0 }, { last: -1 }, { after: 'nonsense' }, { after: 0 }])(
    'returns nothing for arguments that the server refuses: %j',
    (args) => {
      const span = spanOf([1, 2], idOf, spanArguments({}));
      expect(span && messagesIn(span, spanArguments(args))).toBeUndefined();
    },
  );

  it('ignores a list that has a message twice: no server sends it', () => {
    for (const ids of [
      [13, 12, 13],
      [11, 11],
    ])
      expect(spanOf(ids, idOf, spanArguments({}))).toBeNull();
  });

  it('is in the order of the ids when two messages that were sent arrive in another one', () => {
    const span = spanOf([11, 13, 12], idOf, spanArguments({}));
    expect(span && messagesIn(span, spanArguments({}))).toEqual([11, 12, 13]);
  });

  it("has the client's own messages last and once, whatever the server sends meanwhile", () => {
    const spanOfTexts = (ids: readonly string[], args = {}) => spanOf(ids, (id) => id, spanArguments(args));
    const spans = [
      spanOfTexts(['11', '12']),
      spanOfTexts(['temp-1'], { after: '12' }),
      spanOfTexts(['13'], { after: '12' }),
      spanOfTexts(['13', 'temp-1', '-1'], { after: '12' }),
    ];
    const joined = spans.flatMap((span) => span ?? []).reduce(joinSpans);
    expect(messagesIn(joined, spanArguments({}))).toEqual(['11', '12', '13', 'temp-1', '-1']);
    expect(messagesIn(joined, spanArguments({ last: 2 }))).toEqual(['temp-1', '-1']);
  });

  it('ignores messages without an id', () => {
    expect(spanOf([{ id: null }], ({ id }) => id, spanArguments({}))).toBeNull();
  });
});
