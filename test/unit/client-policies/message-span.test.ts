/** What a cache may say of a conversation after any reads of it, in any order. */
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

/** What the server answers when the conversation is as long as this. */
function answered(
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

function known(reads: readonly { asked: { after?: number; last?: number }; grown: number }[], all: readonly number[]) {
  let seen = 0; // a conversation grows while it is read
  let span: MessageSpan<number> | null = null;
  for (const { asked, grown } of reads) {
    seen = Math.min(all.length, seen + grown);
    const newer = spanOf(answered(all.slice(0, seen), asked), idOf, spanArguments(asked));
    if (newer !== null) span = span === null ? newer : joinSpans(span, newer);
  }
  return { span, seen: all.slice(0, seen) };
}

describe('a message span', () => {
  const reads = fc.array(fc.record({ asked: read, grown: fc.nat(4) }), { minLength: 1, maxLength: 8 });

  it('gives what was just asked, so that nobody asks again for ever', () => {
    fc.assert(
      fc.property(reads, conversation, (done, all) => {
        const { span, seen } = known(done, all);
        const { asked } = done.at(-1) ?? { asked: {} };
        expect(span && messagesIn(span, spanArguments(asked))).toEqual(answered(seen, asked));
      }),
    );
  });

  it('never leaves out a message between two that it gives, nor gives one twice', () => {
    fc.assert(
      fc.property(reads, conversation, read, (done, all, asked) => {
        const { span, seen } = known(done, all);
        const given = span && messagesIn(span, spanArguments(asked));
        if (!span || !given) return;
        const upTo = seen.filter((id) => id <= span.upTo);
        expect(given).toEqual(answered(upTo, asked));
      }),
    );
  });

  it('keeps a message that came while an older answer was still on its way', () => {
    const [early, late] = [
      [11, 12],
      [12, 13],
    ].map((ids, index) => spanOf(ids, idOf, spanArguments(index === 0 ? {} : { after: '11' })));
    expect(early && late && messagesIn(joinSpans(late, early), spanArguments({}))).toEqual([11, 12, 13]);
  });

  it('gives the same for several lists, in whichever order they are joined', () => {
    fc.assert(
      fc.property(fc.array(read, { minLength: 1, maxLength: 5 }), conversation, (asked, all) => {
        const spans = asked.flatMap((args) => spanOf(answered(all, args), idOf, spanArguments(args)) ?? []);
        const joined = [joinLists(spans), joinLists([...spans].reverse())];
        const given = joined.map((span) => span && messagesIn(span, spanArguments({})));
        expect(given[0]).toEqual(given[1]);
        if (given[0]) expect(given[0]).toEqual(all);
      }),
    );
  });

  it.each([{ last: 0 }, { last: -1 }, { after: 'nonsense' }, { after: 0 }])(
    'answers nothing for arguments that the server refuses: %j',
    (args) => {
      const span = spanOf([1, 2], idOf, spanArguments({}));
      expect(span && messagesIn(span, spanArguments(args))).toBeUndefined();
    },
  );

  it('says nothing of a list that does not ascend: no server sends it', () => {
    for (const ids of [
      [13, 12, 13],
      [12, 11],
      [11, 11],
    ])
      expect(spanOf(ids, idOf, spanArguments({}))).toBeNull();
  });

  it('says nothing of messages that came without an id', () => {
    expect(spanOf([{ id: null }], ({ id }) => id, spanArguments({}))).toBeNull();
  });
});
