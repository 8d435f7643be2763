/** References to records that sessions embed: one call per type and request, matched by id, and null for those that do not exist. */
import { describe, expect, it } from '@jest/globals';
import { gatewayOnEmulator } from '../support/query-gateway.js';

const guest = { authorization: `Basic ${Buffer.from('lxl@example.com:x').toString('base64')}` };

const references = (typename: string, ids: readonly (number | string)[]) =>
  ids.map((id) => ({ __typename: typename, id: String(id) }));

const query = (selection: string): string => `query ($r: [_Any!]!) { _entities(representations: $r) { ${selection} } }`;

/** Type, its operation, a field, its property, ids of the emulator's world that exist, and one that does not. */
const types = [
  ['ChatPerson', 'GetPersonList', 'fullName', 'FullName', 'Person', 'PersonId', [2003, 2004, 2008], 9001],
  ['ChatContact', 'GetContactList', 'name', 'Name', 'Contact', 'ContactId', [3002, 3003, 3010], 9001],
  ['ChatAssociate', 'GetAssociateList', 'fullName', 'FullName', 'Associate', 'AssociateId', [701, 702, 705], 9001],
  ['ChatProject', 'GetProjectList', 'name', 'Name', 'Project', 'ProjectId', [4003, 4006, 4009], 9001],
  ['ChatSale', 'GetSaleList', 'title', 'Title', 'Sale', 'SaleId', [5001, 5004, 5007], 9001],
  ['ChatTicket', 'GetTickets', 'title', 'Title', 'Ticket', 'TicketId', [6002, 6003, 6005], 9001],
] as const;

describe.each(types)('references to %s', (typename, operation, field, property, _name, identity, ids, missing) => {
  it('are one call, whatever the order and the duplicates, and a missing one is null', async () => {
    await using gateway = await gatewayOnEmulator();
    const asked = [...ids, missing, ids[0], missing + 1];
    const { data, errors } = await gateway.query(query(`... on ${typename} { id ${field} }`), {
      r: references(typename, asked),
    });
    expect(errors).toBeUndefined();
    expect(data._entities.map((entity: { id: string } | null) => entity?.id ?? null)).toEqual(
      asked.map((id) => (id >= missing ? null : String(id))),
    );
    expect(data._entities[0][field]).toEqual(expect.any(String));
    const select = [identity, property].toSorted().join();
    expect(gateway.emulator.requests).toEqual([
      `${operation} ${[...ids, missing, missing + 1].join()} $select=${select}`,
    ]);
  });

  it('of which only the key is selected cost nothing, and a caller without rights gets null', async () => {
    await using gateway = await gatewayOnEmulator();
    const keys = await gateway.query(query(`... on ${typename} { id }`), { r: references(typename, ids) });
    expect(keys.data._entities).toEqual(ids.map((id) => ({ id: String(id) })));
    expect(gateway.emulator.requests).toEqual([]);
    const { data, errors } = await gateway.query(
      query(`... on ${typename} { id ${field} }`),
      { r: references(typename, ids) },
      guest,
    );
    expect({ data: data._entities, errors }).toEqual({ data: ids.map(() => null), errors: undefined });
    expect(gateway.emulator.requests).toHaveLength(1);
  });

  it('to 250 records are three calls, and a failing one fails its own references only', async () => {
    await using gateway = await gatewayOnEmulator({}, { MAX_REPRESENTATIONS: '300' });
    gateway.emulator.injectFault({ kind: 'status', status: 403, match: { operation } });
    const many = Array.from({ length: 250 }, (_, index) => 100_000 + 2 * index);
    const { data, errors = [] } = await gateway.query(query(`... on ${typename} { id ${field} }`), {
      r: references(typename, [...many.slice(0, 249), ids[0]]),
    });
    expect(gateway.emulator.requests).toHaveLength(3);
    expect(data._entities).toHaveLength(250);
    expect(errors.map(({ path }) => path?.[1])).toEqual(Array.from({ length: 100 }, (_, index) => index));
    expect(data._entities.at(-1)[field]).toEqual(expect.any(String));
  });
});

it('references of all six types with sessions are one call for each type', async () => {
  await using gateway = await gatewayOnEmulator();
  const r = [
    ...types.flatMap(([typename, , , , , , ids]) => references(typename, ids)),
    { __typename: 'ChatSession', id: '192' },
  ];
  const selection = types.map(([typename, , field], index) => `... on ${typename} { f${index}: ${field} }`).join(' ');
  const { errors } = await gateway.query(query(`${selection} ... on ChatSession { status }`), { r });
  expect(errors).toBeUndefined();
  expect(gateway.emulator.requests.map((line) => line.split(' ')[0]).toSorted()).toEqual([
    'GetAssociateList',
    'GetChatSessionEntity',
    'GetContactList',
    'GetPersonList',
    'GetProjectList',
    'GetSaleList',
    'GetTickets',
  ]);
});

it('an item that was not requested fails the call: it might be another record under a wrong id', async () => {
  await using gateway = await gatewayOnEmulator();
  gateway.emulator.injectFault({
    kind: 'body',
    body: JSON.stringify([
      { PersonId: 2003, FullName: 'A' },
      { PersonId: 2999, FullName: 'B' },
    ]),
    match: { operation: 'GetPersonList' },
  });
  const { data, errors = [] } = await gateway.query(query('... on ChatPerson { id fullName }'), {
    r: references('ChatPerson', [2003, 2004]),
  });
  expect(data._entities).toEqual([null, null]);
  expect(errors.map(({ extensions }) => extensions.code)).toEqual([
    'UPSTREAM_INVALID_RESPONSE',
    'UPSTREAM_INVALID_RESPONSE',
  ]);
});
