/**
 * The specification's sample through all tables: nothing is lost, and only spellings change.
 */
import { describe, expect, it } from '@jest/globals';
import { sampleSession } from '../../../src/emulator/records/sample-session.js';
import { addressFields } from '../../../src/entities/address.js';
import { associateFields } from '../../../src/entities/associate.js';
import { tableRightFields } from '../../../src/entities/access.js';
import { CarrierView } from '../../../src/entities/carrier-view.js';
import { chatSessionEntity } from '../../../src/entities/chat-session.js';
import { contactFields } from '../../../src/entities/contact.js';
import type { FieldTable } from '../../../src/entities/field-table.js';
import { personFields } from '../../../src/entities/person.js';
import { projectFields } from '../../../src/entities/project.js';
import { saleFields } from '../../../src/entities/sale.js';
import { ticketFields } from '../../../src/entities/ticket.js';
import { isRecord, type JsonRecord } from '../../../src/base/json-record.js';
import { readAll, readingIn, wholeView } from '../../support/readings.js';

const embedded: readonly (readonly [string, FieldTable<never>])[] = [
  ['User', associateFields],
  ['Person', personFields],
  ['Contact', contactFields],
  ['Project', projectFields],
  ['Sale', saleFields],
  ['Ticket', ticketFields],
  ['TransferTo', associateFields],
];

function recordAt(property: string): JsonRecord {
  const record = sampleSession[property];
  if (!isRecord(record)) throw new Error(`the sample has no ${property}`);
  return record;
}

const parts: readonly (readonly [string, JsonRecord, FieldTable<never>])[] = [
  ['ChatSession', sampleSession, chatSessionEntity.fields],
  ...embedded.map(([name, fields]) => [name, recordAt(name), fields] as const),
];

interface Read {
  readonly property: string;
  readonly sent: unknown;
  readonly read: unknown;
}

/** The value of each property of the sample, read by the entry that needs it. */
function allReads(): readonly Read[] {
  return parts.flatMap(([part, record, fields]) => {
    const values = readAll(fields, record);
    return Object.entries(record).map(([property, sent]) => {
      const [name] =
        Object.entries(fields).find(([, { needs }]) => (needs as readonly string[]).includes(property)) ?? [];
      if (name === undefined) throw new Error(`no entry reads ${part}/${property}`);
      return { property: `${part}/${property}`, sent, read: values[name] };
    });
  });
}

describe("the specification's sample", () => {
  it('every property is read by some field, and only empty texts read as null', () => {
    const reads = allReads();

    expect(reads.filter(({ read, sent }) => (read ?? null) === null && sent !== '')).toEqual([]);
    expect(reads.length).toBeGreaterThan(200);
  });

  it('every date keeps its instant, to the last digit', () => {
    const dates = allReads().filter(({ sent }) => typeof sent === 'string' && /^\d{4}-\d\d-\d\dT/.test(sent));

    expect(dates).toHaveLength(20);
    expect(dates.map(({ read }) => read)).toEqual(dates.map(({ sent }) => sent));
  });

  it('every other text, number and boolean is unchanged; ids become texts, names of members ours', () => {
    const changed = allReads().filter(({ sent, read }) => !(sent instanceof Object) && sent !== read);
    const notIds = changed.filter(({ sent, read }) => String(sent) !== read && sent !== '');

    expect(notIds.map(({ property, read }) => [property, read])).toEqual([
      ['ChatSession/Status', 'CLOSED'],
      ['ChatSession/Flags', ['CUSTOMER_IS_TYPING']],
      ['User/Type', 'ANONYMOUS_ASSOCIATE'],
      ['Person/Retired', true],
      ['Sale/Status', 'LOST'],
      ['Sale/Completed', 'COMPLETED'],
      ['Ticket/Slevel', 'EXTERNAL'],
      ['Ticket/BaseStatus', 'ACTIVE'],
      ['Ticket/Origin', 'AUTO_GENERATED'],
      ['Ticket/ReadStatus', 'GREEN'],
      ['TransferTo/Type', 'ANONYMOUS_ASSOCIATE'],
    ]);
  });

  it('references are ids; counts and ranks stay numbers', () => {
    const reads = new Map(allReads().map(({ property, read }) => [property, read]));
    const values = (...properties: readonly string[]) => properties.map((property) => reads.get(property));

    expect(values('ChatSession/TopicId', 'User/GroupIdx', 'Ticket/CreatedBy', 'Ticket/OwnedBy')).toEqual([
      '694',
      '830',
      '329',
      '995',
    ]);
    expect(values('Ticket/Category', 'Ticket/Priority', 'Ticket/TicketStatus')).toEqual(['137', '686', '886']);
    expect(values('ChatSession/Rank', 'ChatSession/AlertLevel', 'Ticket/AlertLevel')).toEqual([928, 828, 367]);
  });

  it('amounts are the numbers as sent', () => {
    const { amount, weightedAmount, earningPercent, earning } = readAll(saleFields, recordAt('Sale'));

    expect({ amount, weightedAmount, earningPercent, earning }).toEqual({
      amount: 27162.378,
      weightedAmount: 23370.237999999998,
      earningPercent: 17199.392,
      earning: 19433.934,
    });
  });

  it('the old names of the customer are read under the new ones', () => {
    const { personFirstname, personMiddleName, personLastname, personFullname } = readAll(
      ticketFields,
      recordAt('Ticket'),
    );

    expect([personFirstname, personMiddleName, personLastname, personFullname]).toEqual([
      'Forest',
      'McClure, Dietrich and Zemlak',
      'Lind',
      'et',
    ]);
  });

  it('the empty address is an address of nulls', () => {
    const address = contactFields.address.read(wholeView(recordAt('Contact')), readingIn('UTC'), {});
    if (address === null) throw new Error('expected an address');
    const values = Object.values(addressFields).map((field) => field.read(address, readingIn('UTC'), {}));

    expect(values).toEqual(Object.keys(addressFields).map(() => null));
  });

  it.each(embedded)('the empty table right of %s is one of nulls: it does not deny anything', (name, fields) => {
    const right = readAll(fields, recordAt(name))['tableRight'];
    if (!(right instanceof CarrierView)) throw new Error('expected a table right');

    expect(tableRightFields.mask.read(right, readingIn('UTC'), {})).toBeNull();
    expect(tableRightFields.reason.read(right, readingIn('UTC'), {})).toBeNull();
  });
});
