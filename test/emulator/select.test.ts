/**
 * `$select`: "Optional comma separated list of properties to include in the result. Other fields are then nulled out to
 * reduce payload size" (SPEC). Undocumented behaviour is an option, and tested with each value.
 */
import { describe, expect, it } from '@jest/globals';
import { startEmulator } from '../../src/emulator/index.js';
import type { EmulatorOptions } from '../../src/emulator/index.js';
import { isRecord } from '../../src/emulator/json-record.js';
import type { JsonRecord, JsonValue } from '../../src/emulator/index.js';
import { at, fetchSession, post, readJson } from '../support/emulator-calls.js';

/** The record without its nulls. */
function filled(value: JsonValue | undefined): JsonRecord {
  if (!isRecord(value)) throw new Error('expected an object');
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null));
}

async function selected(select: string, id = 192, options: EmulatorOptions = {}): Promise<JsonRecord> {
  await using emulator = await startEmulator(options);
  const session = await fetchSession(emulator, id, { select });
  expect(emulator.requests).toEqual([`GetChatSessionEntity ${id} $select=${select}`]);
  return session;
}

describe('$select', () => {
  it('SO-101 SPEC: "other fields are then nulled out"; all keys stay, in their order', async () => {
    await using emulator = await startEmulator();
    const whole = await fetchSession(emulator, 192);

    const session = await fetchSession(emulator, 192, { select: 'ChatSessionId,Status,CustomerName' });

    expect(filled(session)).toEqual({ ChatSessionId: 192, CustomerName: 'Barton Inc and Sons', Status: 'Closed' });
    expect(Object.keys(session)).toEqual(Object.keys(whole));
  });

  it.each(['', '%20'])('SO-102 SPEC: "Default = show all fields": also for an empty list ("%s")', async (select) => {
    await using emulator = await startEmulator();

    expect(await fetchSession(emulator, 192, { select })).toEqual(await fetchSession(emulator, 192));
  });

  it('SO-103 SPEC shows lower case ("name,department"): names are case-insensitive', async () => {
    const session = await selected('chatsessionid,STATUS,user/FULLNAME');

    expect(filled(session)).toEqual({ ChatSessionId: 192, Status: 'Closed', User: expect.anything() });
    expect(filled(session['User'])).toEqual({ FullName: 'Ana Langosh' });
  });

  it('SO-104 facts 4: "selecting an object property by its bare name returns it whole"', async () => {
    await using emulator = await startEmulator();
    const whole = await fetchSession(emulator, 192);

    const session = await fetchSession(emulator, 192, { select: 'User,FieldProperties,TableRight' });

    const { User, FieldProperties, TableRight } = whole;
    expect(filled(session)).toEqual({ User, FieldProperties, TableRight });
  });

  it('SO-105 SPEC: "category/id": one level down, the rest of the object nulled out', async () => {
    const session = await selected('User/FullName,User/AssociateId,TableRight/Reason');

    expect(filled(session['User'])).toEqual({ AssociateId: 600, FullName: 'Ana Langosh' });
    expect(session['TableRight']).toEqual({ Mask: null, Reason: 'exploit robust synergies' });
    expect(Object.keys(filled(session))).toEqual(['User', 'TableRight']);
  });

  it.each(['User,User/FullName', 'User/FullName,User'])('SO-106 the bare name wins over a path: %s', async (select) => {
    expect(at(await selected(select), 'User', 'Name')).toBe('Waelchi LLC');
  });

  it('SO-107 a null object stays null', async () => {
    expect((await selected('Person/Firstname,User/FullName', 30))['Person']).toBeNull();
    expect((await selected('User/FullName', 30))['User']).toBeNull();
  });

  it('SO-108 the parameter arrives literally or percent-encoded, name and value', async () => {
    await using emulator = await startEmulator();
    const spellings = [
      '$select=Status,User/Name',
      '%24select=Status%2CUser%2FName',
      '$SELECT=%20Status%20,+User/Name,,',
    ];

    const sessions = await Promise.all(
      spellings.map(async (text) => readJson(await post(emulator, `?${text}&chatSessionEntityId=192`))),
    );

    for (const session of sessions) expect(session).toEqual(sessions[0]);
    expect(filled(sessions[0])).toEqual({ Status: 'Closed', User: expect.objectContaining({ Name: 'Waelchi LLC' }) });
  });

  it('SO-109 an address is whole by its bare name, one level below the contact', async () => {
    const contact = at(await selected('Contact/Address', 2), 'Contact');

    expect(Object.keys(filled(contact))).toEqual(['Address']);
    expect(at(contact, 'Address', 'Street', 'City')).toBe('OSLO');
    expect(at(contact, 'Address', 'LocalizedAddress')).toHaveLength(2);
  });

  it('SO-110 only properties of the record are rendered: an old server has no Rating to select or to null out', async () => {
    const session = await selected('Rating,Status,Ticket/PersonFullname', 3);

    expect(session).not.toHaveProperty('Rating');
    expect(session['Ticket']).not.toHaveProperty('PersonFullname');
    expect(await selected('Rating', 2)).toHaveProperty('Rating', 2);
  });
});

describe('unselected value types (facts 4: "not found")', () => {
  it('SO-120 null by default', async () => {
    const session = await selected('User/FullName');

    expect([session['ChatSessionId'], session['CustomerConsented'], session['WhenEnded']]).toEqual([null, null, null]);
    expect([at(session, 'User', 'AssociateId'), at(session, 'User', 'Type')]).toEqual([null, null]);
  });

  it('SO-121 as .NET defaults: 0, false, the zero name of the enum, 0001-01-01; references are null', async () => {
    const session = await selected('Sale/Title,Ticket/Title,User/FullName,TableRight/Reason', 192, {
      unselected: 'default',
    });

    expect(session).toMatchObject({
      ChatSessionId: 0,
      CustomerConsented: false,
      Status: 'Invalid',
      Flags: 'CustomerIsTyping',
      WhenEnded: '0001-01-01T00:00:00',
      CustomerName: null,
      Person: null,
      FieldProperties: null,
      Sale: { Title: 'dicta', Amount: 0, Completed: 'Unknown', Currency: null, SaleDate: '0001-01-01T00:00:00' },
      Ticket: { Title: 'non', Slevel: 'Unknown', CustFullname: null, HasAttachment: false },
      User: { AssociateId: 0, Deleted: false, Type: 'Unknown', FullName: 'Ana Langosh', TableRight: null },
      TableRight: { Mask: 'None' },
    });
  });

  it('SO-122 left out, and the reference types with them', async () => {
    const session = await selected('Status,User/FullName', 192, { unselected: 'absent' });

    expect(session).toEqual({ User: { FullName: 'Ana Langosh' }, Status: 'Closed' });
  });
});

describe('unknown names (facts 4: "not found")', () => {
  const select = 'Status,name,department,category/id,User/Shoes,Status/x';

  it('SO-130 are ignored by default, even when no name is left', async () => {
    expect(filled(await selected(select))).toEqual({ Status: 'Closed' });
    expect(filled(await selected('name,department,category/id'))).toEqual({});
  });

  it('SO-131 or refused with 400', async () => {
    await using emulator = await startEmulator({ unknownSelect: 'bad-request' });

    const response = await post(emulator, `?chatSessionEntityId=192&$select=${select}`);

    expect(response.status).toBe(400);
    expect(await readJson(response)).toEqual({
      Message: 'The request is invalid.',
      MessageDetail: expect.stringContaining("'name'"),
    });
  });

  it('SO-132 or refused with 200 and the error object', async () => {
    await using emulator = await startEmulator({ unknownSelect: 'error-object' });

    const response = await post(emulator, `?chatSessionEntityId=192&$select=User/Shoes`);

    expect(response.status).toBe(200);
    expect(await readJson(response)).toMatchObject({ Error: true, ErrorType: 'SoInvalidArgumentException' });
  });

  it.each(['bad-request', 'error-object'] as const)(
    'SO-133 names of old and new servers are both known: %s',
    async (unknownSelect) => {
      const select = 'Rating,Ticket/CustFullname,Ticket/PersonFullname,User/CustomFields,Project/StartDate';

      expect(await selected(select, 192, { unknownSelect })).toHaveProperty('Ticket.CustFullname', 'et');
    },
  );
});

describe('paths deeper than one level, or into a dictionary (facts 4: "not found")', () => {
  const deep = 'Contact/Address/Street/City';

  it('SO-140 are ignored by default', async () => {
    expect(filled(await selected(`${deep},Status,FieldProperties/CustomerName`, 2))).toEqual({ Status: 'Faq' });
  });

  it('SO-141 or honoured, through objects, lists and dictionaries', async () => {
    const select = `${deep},Contact/Address/LocalizedAddress/Value,FieldProperties/CustomerName`;
    const session = await selected(select, 2, { deepSelect: 'honour', unselected: 'absent' });

    expect(session).toEqual({
      Contact: {
        Address: {
          LocalizedAddress: [[{ Value: 'Brugata 123' }], [{ Value: '1234' }, { Value: 'OSLO' }]],
          Street: { City: 'OSLO' },
        },
      },
      FieldProperties: { CustomerName: expect.objectContaining({ FieldType: 'System.String' }) },
    });
  });

  it.each([deep, 'FieldProperties/CustomerName', 'User/FieldProperties/Name'])(
    'SO-142 or refused with 400: %s',
    async (select) => {
      await using emulator = await startEmulator({ deepSelect: 'bad-request' });

      expect((await post(emulator, `?chatSessionEntityId=2&$select=${select}`)).status).toBe(400);
      expect((await post(emulator, '?chatSessionEntityId=2&$select=Contact/Address')).status).toBe(200);
    },
  );

  it('SO-143 or refused with 200 and the error object', async () => {
    await using emulator = await startEmulator({ deepSelect: 'error-object' });

    const response = await post(emulator, `?chatSessionEntityId=2&$select=${deep}`);

    expect([response.status, at(await readJson(response), 'Error')]).toEqual([200, true]);
  });
});
