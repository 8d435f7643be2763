/** Lists, batches and references of many callers at once: each caller gets values of their own calls only. */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { principalOf, principals, stampSettings } from '../support/principals.js';
import { sendQuery } from '../support/plain-http.js';
import { gatewayAt } from '../support/query-gateway.js';
import { stampingUpstream } from '../support/stamping-upstream.js';

const query = `query ($ids: [ID!]!, $r: [_Any!]!) {
  found: findChatSessions(filter: { topicIds: ["3"] }, first: 3) { nodes { id firstMessage user { id fullName } } }
  other: findChatSessions(filter: { ids: $ids }, first: 3) { nodes { id lastMessage } totalCount }
  batch: chatSessions(ids: $ids) { id firstMessage lastMessage }
  single: chatSession(id: 1) { id customerName }
  references: _entities(representations: $r) { ... on ChatPerson { id fullName } ... on ChatSession { id firstMessage } }
}`;

const ids = ['1', '2', '3', '4', '5', '6'];
const r = ids.flatMap((id) => [
  { __typename: 'ChatPerson', id },
  { __typename: 'ChatSession', id },
]);

/** Pages of the archive are requested without SO-TimeZone, which it does not follow. */
function ownStamps(headers: Readonly<Record<string, string>>): readonly string[] {
  const withoutZone = Object.entries(headers).filter(([name]) => name !== 'so-timezone');
  return [headers, Object.fromEntries(withoutZone)].map((sent) => principalOf(sent).stamp);
}

it('U1 no value of another caller is in a list, a batch or a reference, whatever else is in progress', async () => {
  await using upstream = await stampingUpstream((_stamp, id) => ({ kind: 'answer', afterMs: Number(id) % 7 }));
  await using gateway = await gatewayAt(upstream.url, { ...stampSettings, SESSION_BATCHES: 'archive' });
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(principals, async (callers) => {
      const answers = await Promise.all(
        [...callers, ...callers].map(async ({ headers }) => {
          const answer = await sendQuery(gateway.url, { query, variables: { ids, r } }, headers);
          return { own: ownStamps(headers), text: answer?.text ?? '' };
        }),
      );
      for (const { own, text } of answers) {
        const stamps = [...text.matchAll(/stamp-[0-9a-f]+/g)].map(([found]) => found);
        expect(JSON.parse(text)).not.toHaveProperty('errors');
        expect(stamps.length).toBeGreaterThan(30);
        expect(stamps.filter((found) => !own.includes(found))).toEqual([]);
        seen += stamps.length;
      }
    }),
    { numRuns: 60 },
  );
  expect(seen).toBeGreaterThan(10_000);
});
