/** The Archive agent, and the lists of related records, called by SuperOffice's client. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { startEmulator } from '../../../dist/emulator/index.js';

const agents = createRequire(import.meta.url)('@superoffice/webapi');

async function withAgents(run) {
  const emulator = await startEmulator();
  const auth = { username: 'tje0', password: 'Tje0' };
  const agentOf = (name) => new agents[`${name}Agent`](emulator.url, { auth, timeout: 10_000 }, 'en');
  try {
    await run({ agentOf, emulator });
  } finally {
    await emulator.close();
  }
}

const columns = ['chatSessionId', 'whenRequested', 'status', 'chatTopic/name', 'rating', 'timeInQueue', 'associateId'];

const restriction = (name, operator, ...values) => ({ name, operator, values, isActive: true });

describe('the archive of chat sessions', () => {
  it('lists rows by typed columns, restrictions and order, with encoded values', () =>
    withAgents(async ({ agentOf }) => {
      const rows = await agentOf('Archive').getArchiveListByColumnsAsync(
        'ChatSession',
        columns,
        [{ name: 'chatSessionId', direction: 'DESC' }],
        [restriction('chatSessionId', 'in', '4', '18', '43'), restriction('status', 'oneOf', '4', '5')],
        ['chat'],
        0,
        10,
      );
      assert.deepEqual(
        rows.map(({ primaryKey, entityName }) => [primaryKey, entityName]),
        [
          [43, 'chat'],
          [18, 'chat'],
          [4, 'chat'],
        ],
      );
      const [{ columnData }] = rows;
      assert.deepEqual(Object.keys(columnData), columns);
      assert.equal(columnData.chatSessionId.displayValue, '[I:43]');
      assert.match(columnData.whenRequested.displayValue, /^\[DT:\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d\]$/);
      assert.match(columnData.timeInQueue.displayValue, /^\[TS:\d+\]$/);
      assert.equal(columnData.status.displayValue, 'Waiting');
    }));

  it('pages from 0, and counts all rows whatever the page', () =>
    withAgents(async ({ agentOf }) => {
      const archive = agentOf('Archive');
      const page = (number) =>
        archive.getArchiveListByColumnsWithHeaderAsync(
          'FindChatSession',
          ['chatSessionId'],
          [{ name: 'chatSessionId', direction: 'ASC' }],
          [restriction('chatTopic/chatTopicId', '=', '1')],
          ['chatsession'],
          number,
          20,
          '',
        );
      const [first, second] = [await page(0), await page(1)];
      assert.deepEqual([first.rowCount, first.rows.length], [second.rowCount, 20]);
      const ids = [...first.rows, ...second.rows].map(({ primaryKey }) => primaryKey);
      assert.equal(new Set(ids).size, first.rowCount);
    }));

  it('names its providers, columns and entities', () =>
    withAgents(async ({ agentOf }) => {
      const archive = agentOf('Archive');
      assert.ok((await archive.getProviderNamesAsync()).includes('ChatSession'));
      const available = await archive.getAvailableColumnsAsync('ChatSession', '');
      assert.ok(columns.every((column) => available.some(({ name }) => name === column)));
      assert.equal(available.find(({ name }) => name === 'duration').canOrderBy, false);
      assert.deepEqual(
        (await archive.getAvailableEntitiesAsync('ChatSession', '')).map(({ name }) => name),
        ['chat'],
      );
    }));
});

describe('the lists of related records', () => {
  for (const [name, method, identity, ids] of [
    ['Person', 'getPersonListAsync', 'personId', [2003, 2004, 2008]],
    ['Contact', 'getContactListAsync', 'contactId', [3002, 3003, 3010]],
    ['Associate', 'getAssociateListAsync', 'associateId', [701, 702, 705]],
    ['Project', 'getProjectListAsync', 'projectId', [4003, 4006, 4009]],
    ['Sale', 'getSaleListAsync', 'saleId', [5001, 5004, 5007]],
    ['Ticket', 'getTicketsAsync', 'ticketId', [6002, 6003, 6005]],
  ])
    it(`of ${name} have the records that exist, in no certain order`, () =>
      withAgents(async ({ agentOf }) => {
        const records = await agentOf(name)[method]([...ids, 99_999, 99_998]);
        const found = records.filter((record) => record !== null).map((record) => record[identity]);
        assert.deepEqual(found.toSorted(), ids);
        assert.notDeepEqual(found, ids);
      }));
});
