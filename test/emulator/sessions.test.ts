/**
 * The generated sessions 1 to 250: each realistic situation exists, on old and new servers, for the ids in the table of
 * src/emulator/records/generated-session.ts.
 */
import { describe, expect, it } from '@jest/globals';
import { startEmulator } from '../../src/emulator/index.js';
import type { JsonRecord, JsonValue } from '../../src/emulator/index.js';
import { at, fetchSession } from '../support/emulator-calls.js';

const ids = Array.from({ length: 250 }, (_, index) => index + 1).filter((id) => id !== 192);
const headers = { Authorization: 'Bearer x' };

async function everySession(): Promise<readonly JsonRecord[]> {
  await using emulator = await startEmulator();
  return await Promise.all(ids.map((id) => fetchSession(emulator, id, { headers })));
}

const sessions = await everySession();

function session(id: number): JsonRecord {
  const found = sessions.find((candidate) => candidate['ChatSessionId'] === id);
  if (!found) throw new Error(`no session ${id}`);
  return found;
}

/** Every different value at this path. */
function valuesAt(...names: readonly string[]): Set<JsonValue | undefined> {
  return new Set(sessions.map((candidate) => at(candidate, ...names)));
}

function ofRemainder(divisor: number, remainder: number): JsonRecord[] {
  return ids.filter((id) => id % divisor === remainder && id % 19 !== 0).map(session);
}

describe('generated sessions', () => {
  it('SO-301 are the same on every emulator', async () => {
    expect(await everySession()).toEqual(sessions);
  });

  it('SO-302 facts 2: even ids are a new server, odd ids an old one', () => {
    for (const candidate of ofRemainder(2, 0)) {
      expect(candidate).toHaveProperty('Rating');
      expect(candidate).toHaveProperty('ChatbotIsActive');
    }
    for (const candidate of ofRemainder(2, 1)) expect(candidate).not.toHaveProperty('Rating');
    expect(at(session(2), 'Ticket', 'PersonFullname')).toBe('Søren Ærø');
    expect(session(2)['Ticket']).not.toHaveProperty('CustFullname');
    expect(at(session(3), 'Ticket', 'CustFullname')).toBe('太郎 山田');
    expect(session(3)['Ticket']).not.toHaveProperty('PersonFullname');
    expect(at(session(2), 'User', 'CustomFields')).toHaveProperty('x_chat_team', 'support');
    expect(session(3)['User']).not.toHaveProperty('CustomFields');
  });

  it('SO-303 SPEC: "Customer person … could be empty": null, PersonId 0, PersonId -1, or real', () => {
    for (const candidate of ofRemainder(5, 0)) expect(candidate['Person']).toBeNull();
    for (const candidate of ofRemainder(5, 1)) expect(at(candidate, 'Person', 'PersonId')).toBe(0);
    for (const candidate of ofRemainder(5, 2)) expect(at(candidate, 'Person', 'PersonId')).toBe(-1);
    for (const candidate of ofRemainder(5, 3)) expect(at(candidate, 'Person', 'PersonId')).toBeGreaterThan(0);
  });

  it('SO-304 facts 8: each form of no date, and no end', () => {
    expect(session(11)).toMatchObject({ WhenStarted: '0001-01-01T00:00:00', WhenEnded: '0001-01-01T00:00:00' });
    expect(session(12)).toMatchObject({ WhenStarted: '0001-01-01T00:00:00Z', WhenEnded: '0001-01-01T00:00:00Z' });
    expect(session(13)).toMatchObject({ WhenStarted: '0001-01-01T01:00:00+01:00' });
    expect(session(14)).toMatchObject({ WhenEnded: '9999-12-31T23:59:59' });
    expect(session(9)).toMatchObject({ WhenStarted: null, WhenEnded: null, WhenFetched: null });
  });

  it('SO-305 facts 8: un-zoned dates, Z, offsets with colon and without, 0 to 7 fraction digits', () => {
    expect(session(4)).toMatchObject({
      WhenRequested: '2002-03-31T18:00:00',
      WhenIdle: '2002-10-27T02:30:00',
      WhenFetched: '2002-03-31T02:30:00',
    });
    const zones = [
      [5, 'Z'],
      [6, '+0200'],
      [7, '+02:00'],
      [8, '-0500'],
      [10, '-0500'],
    ] as const;
    for (const [remainder, zone] of zones) {
      for (const { WhenRequested } of ofRemainder(11, remainder))
        expect(WhenRequested).toMatch(/^2014-06-\d\dT18:07:09/);
      for (const { WhenRequested } of ofRemainder(11, remainder))
        expect(String(WhenRequested).endsWith(zone)).toBe(true);
      const digits = ofRemainder(11, remainder).map(
        ({ WhenRequested }) => (/\.(\d+)/.exec(String(WhenRequested))?.[1] ?? '').length,
      );
      expect(new Set(digits)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7]));
    }
  });

  it('SO-306 facts 3: every published status, and an unpublished one', () => {
    const published =
      'Invalid PreChatForm Faq OfflineForm InQueue CustomerLast UserLast Finished Deleted Closed RequestPosted ClosedFromQueue';

    expect(valuesAt('Status')).toEqual(new Set([...published.split(' '), 'ClosedByRobot']));
    expect(session(12)['Status']).toBe('ClosedByRobot');
    expect(valuesAt('User', 'Type')).toContain('RobotAssociate');
    expect(valuesAt('Sale', 'Status')).toContain('Haunted');
    expect(valuesAt('Ticket', 'Origin')).toContain('Pigeon');
  });

  it('SO-307 facts 3: flags in every form: both orders, no space, empty, null, a number, an unknown name', () => {
    expect(Array.from({ length: 9 }, (_, flag) => session(9 + flag)['Flags'])).toEqual([
      'CustomerIsTyping',
      'CustomerIsTyping, UserIsTyping',
      'UserIsTyping, CustomerIsTyping',
      'UserIsTyping',
      'CustomerIsTyping,UserIsTyping',
      '',
      null,
      '4',
      'UserIsTyping, RobotIsTyping',
    ]);
  });

  it('SO-308 facts 3: table rights as composite names, lists in any order, a number, None, {} and null', () => {
    const rights = Array.from({ length: 9 }, (_, right) => session(9 + right)['TableRight']);

    expect(rights.map((right) => at(right, 'Mask') ?? right)).toEqual([
      'Select, Update, Insert',
      'RI, RestrictedUpdate',
      'FULL',
      'Select, Update, Insert, Delete',
      'Delete, Select',
      null,
      {},
      '259',
      'None',
    ]);
  });

  it('SO-309 facts 3: field masks in several forms, a null FieldRight, a null and an empty dictionary', () => {
    const masks = valuesAt('FieldProperties', 'CustomerName', 'FieldRight', 'Mask');

    expect(masks).toEqual(
      new Set([
        'Update, UIHintMandatory',
        'Update, Unused4',
        'Unused4, UIHintReadOnly',
        'Read',
        'FULL',
        'None',
        undefined,
      ]),
    );
    expect(valuesAt('FieldProperties', 'CustomerName', 'FieldRight')).toContain(null);
    expect([session(14)['FieldProperties'], session(15)['FieldProperties']]).toEqual([null, {}]);
  });

  it('SO-310 facts 7: "no read right: no error, values blank or null, Mask and Reason explain"', () => {
    for (const id of [19, 38, 95]) {
      expect(session(id)).toMatchObject({
        ChatSessionId: id,
        CustomerName: '',
        CustomerEmail: null,
        Person: null,
        SessionKey: '',
        TableRight: { Mask: 'None', Reason: '[SR_CHATSESSION_NO_ACCESS]' },
      });
    }
  });

  it('SO-311 facts 2: "-1 and 0 stand for no id": topic, user, contact, project, sale, customer', () => {
    expect(valuesAt('TopicId')).toEqual(new Set([0, -1, 1, 2, 3, 4, 5, 6]));
    expect(valuesAt('User')).toContain(null);
    expect(valuesAt('User', 'AssociateId')).toContain(0);
    expect(valuesAt('Contact')).toContain(null);
    expect(valuesAt('Contact', 'ContactId')).toContain(0);
    expect(valuesAt('Project', 'ProjectId')).toContain(0);
    expect(valuesAt('Sale', 'SaleId')).toContain(-1);
    expect(valuesAt('Ticket', 'CustId')).toContain(-1);
    expect(valuesAt('TransferTo')).toContain(null);
    expect(at(session(3), 'TransferTo', 'AssociateId')).toBe(703);
  });

  it('SO-312 facts 2: addresses structured and localized (an array of arrays), localized only, {} and null', () => {
    expect(at(session(2), 'Contact', 'Address', 'Street', 'AtypeIdx')).toBe('ContactStreetAddress');
    expect(at(session(2), 'Contact', 'Address', 'LocalizedAddress')).toEqual([
      [expect.objectContaining({ Name: 'address1_line_1' })],
      [expect.objectContaining({ Name: 'zip' }), expect.objectContaining({ Name: 'city' })],
    ]);
    expect(at(session(4), 'Contact', 'Address', 'Street')).toBeNull();
    expect(at(session(4), 'Contact', 'Address', 'LocalizedAddress')).toHaveLength(2);
    expect(at(session(5), 'Contact', 'Address')).toBeNull();
    expect(at(session(6), 'Contact', 'Address')).toEqual({});
  });

  it('SO-313 a server newer than the schema sends unknown properties', () => {
    expect(ids.filter((id) => 'Mood' in session(id))).toEqual([23, 46, 69, 92, 115, 138, 161, 184, 207, 230]);
  });

  it('SO-314 every session has a unique key, so that tests can find it in logs and responses', () => {
    for (const id of ids.filter((candidate) => candidate % 19 !== 0)) {
      expect(session(id)['SessionKey']).toBe(`secret-session-key-${id}`);
    }
  });
});
