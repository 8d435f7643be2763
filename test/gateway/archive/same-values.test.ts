/** A field has the same value by the archive and by id, for every session of the caller's topics and every covered selection. */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chatArchive, dynamicArchive } from '../../../src/catalog/archive/session-archives.js';
import { sourcesFor, type SessionArchive } from '../../../src/catalog/archive/archive-columns.js';
import { confirmed } from '../../support/archive-calls.js';
import { gatewayOnEmulator } from '../../support/query-gateway.js';

/** By archive: fields of a session that its columns cover. */
const fields: Readonly<Record<string, readonly string[]>> = {
  ChatSession: [
    ...[
      'topicId',
      'status',
      'firstMessage',
      'lastMessage',
      'whenRequested',
      'whenStarted',
      'whenEnded',
      'initialQueuePos',
    ],
    ...['rating', 'waitSeconds', 'durationSeconds', 'isWaiting', 'isOpen', 'topic { id name }'],
    ...['user { id }', 'user { id fullName userName personId ejUserId }', 'contact { id name department }'],
    ...['person { id }', 'person { id firstname middleName lastname fullName title }'],
  ],
  Dynamic: [
    ...['topicId', 'status', 'customerAlias', 'customerHost', 'customerName', 'customerEmail', 'customerPhone', 'rank'],
    ...['customerCompanyName', 'customerConsented', 'customerDisplayName', 'firstMessage', 'lastMessage', 'alertLevel'],
    ...['whenRequested', 'whenStarted', 'whenEnded', 'whenIdle', 'whenFetched', 'initialQueuePos', 'isCustomerGone'],
    ...['chatbotIsActive', 'rating', 'waitSeconds', 'person { id }', 'contact { id }', 'project { id }', 'sale { id }'],
    'ticket { id }',
  ],
};

const quirks = [{}, { whenZone: 'Europe/Oslo' }, { generation: 'specification' }, { generation: 'current' }] as const;

it.each(['ChatSession', 'Dynamic'])('by the archive %s', async (provider) => {
  const selections = fc.subarray([...(fields[provider] ?? [])], { minLength: 1 });
  // Something that only this archive has: the other one is never chosen.
  const own = provider === 'Dynamic' ? 'customerEmail' : 'user { id }';
  for (const quirk of quirks) {
    const zone = 'whenZone' in quirk ? quirk.whenZone : 'UTC';
    await using gateway = await gatewayOnEmulator(quirk, { ...confirmed, SUPEROFFICE_TIME_ZONE: zone });
    await fc.assert(
      fc.asyncProperty(selections, async (selected) => {
        const selection = ['id', own, ...selected].join(' ');
        gateway.emulator.clearLog();
        const found = await gateway.query(`{
          findChatSessions(filter: { topicIds: ["1", "2", "3"] }, first: 100) { nodes { ${selection} } } }`);
        expect(found.errors).toBeUndefined();
        const [, archive = '', ...rest] = gateway.emulator.requests;
        expect(archive).toContain(`/Archive/${provider} `);
        const unreadable = rest.filter((line) => !line.startsWith('GetChatSessionEntity'));
        expect(unreadable).toEqual([]);
        expect(rest.length).toBeLessThan(25); // the unreadable ones of the sample world
        const { nodes } = found.data.findChatSessions as { nodes: readonly { readonly id: string }[] };
        expect(nodes).toHaveLength(94);
        const ids = nodes.map(({ id }) => id);
        const { data } = await gateway.query(`query ($ids: [ID!]!) { chatSessions(ids: $ids) { ${selection} } }`, {
          ids,
        });
        const withoutNow = (list: unknown) =>
          JSON.parse(JSON.stringify(list, (key, value) => (/Seconds$/.test(key) ? typeof value : value)));
        expect(withoutNow(nodes)).toEqual(withoutNow(data.chatSessions));
      }),
      { numRuns: 6 },
    );
  }
});

it.each([chatArchive, dynamicArchive])(
  'no column provides what the archive has in another form',
  (archive: SessionArchive) => {
    for (const [property, part] of [
      ['SessionKey', 'whole'],
      ['Flags', 'whole'],
      ['TableRight', 'whole'],
      ['FieldProperties', 'whole'],
      ['User', 'whole'],
      ['Contact', new Set(['ContactId', 'BusinessName'])],
      ['Person', new Set(['PersonId', 'Position'])],
    ] as const)
      expect(sourcesFor(archive, new Map([[property, part]]))).toBeNull();
  },
);
