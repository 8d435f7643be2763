/** The emulator's archives, by the examples that SuperOffice's documentation prints. */
import { describe, expect, it } from '@jest/globals';
import { parseRestriction, type Restriction } from '../../src/emulator/archive/restriction-parser.js';
import { startEmulator, type Emulator } from '../../src/emulator/index.js';

const authorization = 'Basic dGplMDpUamUw';

const condition = (column: string, operator: string, ...operands: (string | number)[]): Restriction => ({
  kind: 'condition',
  column,
  operator,
  operands,
});

describe('a restriction', () => {
  it.each<readonly [string, Restriction]>([
    [`name begins 'Super'`, condition('name', 'begins', 'Super')],
    ['category = 3', condition('category', '=', 3)],
    ['category in (2,3,4)', condition('category', 'in', 2, 3, 4)],
    ['xstop set', condition('xstop', 'set')],
    [`registered after '2014.3.4'`, condition('registered', 'after', '2014.3.4')],
    [
      `registered dateBetween ('2014.11.29', '2014.12.25')`,
      condition('registered', 'datebetween', '2014.11.29', '2014.12.25'),
    ],
    ['updatedDate lastWeek', condition('updatedDate', 'lastweek')],
    ['assocId currentAssociate', condition('assocId', 'currentassociate')],
    [
      `business = 2  AND name contains 'super'`,
      { kind: 'and', parts: [condition('business', '=', 2), condition('name', 'contains', 'super')] },
    ],
    [
      `(business = 2 or category = 3) and name contains 'super'`,
      {
        kind: 'and',
        parts: [
          { kind: 'or', parts: [condition('business', '=', 2), condition('category', '=', 3)] },
          condition('name', 'contains', 'super'),
        ],
      },
    ],
    [`department contains 'Bob\\'s'`, condition('department', 'contains', "Bob's")],
    [
      `name begins 'foo' and category gt 1`,
      {
        kind: 'and',
        parts: [condition('name', 'begins', 'foo'), condition('category', 'gt', 1)],
      },
    ],
    ['chat_session.id in (59,60,61)', condition('chat_session.id', 'in', 59, 60, 61)],
  ])('%s', (text, expected) => {
    expect(parseRestriction(text)).toEqual(expected);
  });

  it.each(["name begins 'Super", 'category in (2,3', '= 3', "name begins 'a' 'b'", '(category = 3', ''])(
    '%j is refused',
    (text) => {
      expect(() => parseRestriction(text)).toThrow();
    },
  );
});

interface Received {
  readonly status: number;
  // The shape of the rows is what each test asserts.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly json: any;
}

const getAt = async ({ url }: Emulator, path: string): Promise<Received> => {
  const response = await fetch(`${url}${path}`, { headers: { authorization } });
  return { status: response.status, json: await response.json() };
};

const postTo = async ({ url }: Emulator, path: string, body: string | object): Promise<Received> => {
  const isForm = typeof body === 'string';
  const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { authorization, 'content-type': type },
    body: isForm ? body : JSON.stringify(body),
  });
  return { status: response.status, json: await response.json() };
};

const idsIn = ({ value }: { value: readonly { PrimaryKey: unknown }[] }) => value.map(({ PrimaryKey: id }) => id);

describe('the archive of chat sessions', () => {
  const example = 'chatSessionId in (59,60,61)&$orderBy=chatSessionId&$top=3';

  it('by GET has slim rows: ids as text, native numbers and dates, lists as text', async () => {
    await using emulator = await startEmulator();
    const select = '$select=chatSessionId,status,whenRequested,chatTopic/name';
    for (const path of [
      '/api/v1/ChatSession',
      '/api/v1/Archive/FindChatSession',
      '/Cust1/api/v1/archive/simplechatsession',
    ]) {
      const { status, json } = await getAt(emulator, `${path}?${select}&$filter=${example}`);
      expect([status, idsIn(json)]).toEqual([200, ['59', '60', '61']]);
      expect(json.value[0]).toMatchObject({ chatSessionId: 59, status: 'Finished', whenRequested: expect.any(String) });
      expect(json['odata.nextLink']).toBeNull();
    }
  });

  it('by POST and in FULL mode has raw values, ids as numbers, and the right as a number', async () => {
    await using emulator = await startEmulator();
    const form = `$select=chatSessionId,status,personId&$filter=${example}&$mode=FULL`;
    const { json } = await postTo(emulator, '/api/v1/Archive/ChatSession', form);
    expect(idsIn(json)).toEqual([59, 60, 61]);
    expect(json.value[0]).toMatchObject({
      EntityName: 'chat',
      Column: { status: { RawValue: 7, DisplayValue: 'Finished' }, personId: { RawValue: '2059' } },
      TableRight: { Mask: expect.any(Number) },
    });
  });

  it('of a topic is the same, restricted to it', async () => {
    await using emulator = await startEmulator();
    const { json } = await getAt(emulator, '/api/v1/ChatTopic/1/Sessions?$select=chatTopic/chatTopicId&$top=5');
    expect(json.value).toHaveLength(5);
    for (const row of json.value) expect(row['chatTopic/chatTopicId']).toBe(1);
  });

  it('has in an empty world what the test makes', async () => {
    await using emulator = await startEmulator({ world: 'empty' });
    const path = '/api/v1/ChatSession?$select=chatSessionId';
    expect((await getAt(emulator, path)).json.value).toEqual([]);
    const id = emulator.customerArrives({ name: 'Ada', text: 'Hi', topicId: 2 });
    expect((await getAt(emulator, path)).json.value).toMatchObject([{ chatSessionId: id }]);
  });

  it('shows sessions of every topic, whatever the roles of the caller', async () => {
    await using emulator = await startEmulator();
    emulator.setTopics(701, []);
    const { json } = await getAt(
      emulator,
      '/api/v1/ChatSession?$select=chatSessionId&$filter=chatTopic/chatTopicId = 4',
    );
    expect(json.value.length).toBeGreaterThan(20);
  });

  it('by the agent has the documented request and encoded values; the variant with a header counts all rows', async () => {
    await using emulator = await startEmulator();
    const body = {
      ProviderName: 'ChatSession',
      Columns: 'chatSessionId,status,whenRequested,chatTopic/name',
      SortOrder: 'chatSessionId',
      Restrictions: 'chatSessionId in (59,60,61)',
      Entities: 'chat',
      Page: 0,
      PageSize: 2,
    };
    const { json } = await postTo(emulator, '/api/v1/Agents/Archive/GetArchiveListByColumns2', body);
    expect(json.map(({ ColumnData }: { ColumnData: object }) => ColumnData)).toMatchObject([
      { chatSessionId: { DisplayValue: '[I:59]' }, whenRequested: { DisplayValue: expect.stringMatching(/^\[DT:/) } },
      { chatSessionId: { DisplayValue: '[I:60]' } },
    ]);
    const { Restrictions, ...others } = body;
    const counted = await postTo(emulator, '/api/v1/Agents/Archive/GetArchiveListByColumnsWithHeader2', {
      ...others,
      Restriction: Restrictions,
    });
    expect([counted.json.RowCount, counted.json.Rows.length]).toEqual([3, 2]);
  });

  it('by the provider Dynamic takes names of the database, and refuses others', async () => {
    await using emulator = await startEmulator();
    const select = 'chat_session.id,chat_session.topic_id.name,chat_session.status,chat_session.email';
    const filter = '$filter=chat_session.id in (59,60,61)&$orderby=chat_session.id';
    const { json } = await getAt(emulator, `/api/v1/archive/dynamic?$select=${select}&${filter}`);
    expect(json.value[0]).toMatchObject({ 'chat_session.id': 59, 'chat_session.status': 7 });
    expect((await getAt(emulator, `/api/v1/archive/dynamic?$select=chat_session.nonsense&${filter}`)).status).toBe(400);
  });

  it.each([
    ['chatSessionId le 5', 400],
    ['chatSessionId ge 5', 400],
    ['nonsense = 5', 400],
    ['status begins 4', 400],
    ['chatSessionId lt 5', 200],
    ["whenRequested between ('2014-01-01','2015-01-01')", 400],
    ["whenRequested afterTime '2014-06-01T00:00:00'", 200],
    ['timeInQueue gt 120', 200],
  ])('%s: status %d', async (filter, expected) => {
    await using emulator = await startEmulator();
    expect((await getAt(emulator, `/api/v1/ChatSession?$select=chatSessionId&$filter=${filter}`)).status).toBe(
      expected,
    );
  });

  it('cannot be ordered by duration, and needs credentials', async () => {
    await using emulator = await startEmulator();
    expect((await getAt(emulator, '/api/v1/ChatSession?$select=duration&$orderBy=duration')).status).toBe(400);
    expect((await fetch(`${emulator.url}/api/v1/ChatSession`)).status).toBe(401);
  });
});
