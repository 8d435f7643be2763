/**
 * A record as one load sees it: only properties of its own projection are readable.
 */
import { describe, expect, it } from '@jest/globals';
import { CarrierView, UnselectedReadError } from '../../../src/entities/carrier-view.js';
import { associateFields } from '../../../src/entities/associate.js';
import { chatSessionFields } from '../../../src/entities/chat-session.js';
import type { AssociateCarrier } from '../../../src/superoffice/carriers.js';
import type { ChatSessionCarrier } from '../../../src/superoffice/carriers.js';
import type { Part } from '../../../src/superoffice/projection.js';
import { readingIn, thrownBy } from '../../support/readings.js';

const record = {
  ChatSessionId: 192,
  Status: 'Closed',
  CustomerName: 'Barton Inc and Sons',
  User: { AssociateId: 600, Name: 'Waelchi LLC', FullName: 'Ana Langosh', TableRight: { Mask: 'FULL' } },
};
const reading = readingIn('UTC');

/** The record of which only this was requested; the store has all of it. */
function viewOf(parts: Readonly<Record<string, readonly string[] | 'whole'>>): CarrierView<ChatSessionCarrier> {
  const projection = Object.entries(parts).map(([name, part]): [string, Part] => [
    name,
    part === 'whole' ? part : new Set(part),
  ]);
  return new CarrierView(record, new Map(projection));
}

describe('reading', () => {
  it('returns requested properties', () => {
    expect(viewOf({ Status: 'whole' }).read('Status')).toBe('Closed');
  });

  it('returns undefined where SuperOffice omitted a requested property', () => {
    expect(viewOf({ LastMessage: 'whole' }).read('LastMessage')).toBeUndefined();
  });

  it('throws for an unrequested property, although the record has it', () => {
    const view = viewOf({ Status: 'whole' });

    expect(() => view.read('CustomerName')).toThrow(UnselectedReadError);
    expect(() => view.embed('User')).toThrow(UnselectedReadError);
    expect(() => chatSessionFields.customerName.read(view, reading, {})).toThrow(
      'CustomerName is read, but was not requested',
    );
  });

  it('never repeats the value', () => {
    expect(thrownBy(() => viewOf({}).read('CustomerName')).message).not.toContain('Barton');
  });
});

describe('embedded carriers', () => {
  it('are read through their own part of the projection', () => {
    const user = viewOf({ User: ['AssociateId', 'Name'] }).embed('User');

    expect([user?.read('AssociateId'), user?.read('Name')]).toEqual([600, 'Waelchi LLC']);
    expect(() => user?.read('FullName')).toThrow(UnselectedReadError);
    expect(() => user?.read('TableRight')).toThrow(UnselectedReadError);
  });

  it('with the bare name are readable in all their properties, at all levels', () => {
    const user = viewOf({ User: 'whole' }).embed('User');
    const right = user && associateFields.tableRight.read(user, reading, {});

    expect(user?.read('FullName')).toBe('Ana Langosh');
    expect(right?.read('Mask')).toBe('FULL');
  });

  it.each([null, undefined])('read as null where SuperOffice sent %p', (user) => {
    const view = new CarrierView<ChatSessionCarrier>({ User: user }, 'whole');

    expect(view.embed('User')).toBeNull();
  });

  it.each(['secret-text', 7, true, [{ AssociateId: 600 }]])(
    'that are %j are refused without being repeated',
    (user) => {
      const view = new CarrierView<ChatSessionCarrier>({ User: user }, 'whole');
      const error = thrownBy(() => view.embed('User'));

      expect([error.code, error.detail, error.message]).toEqual([
        'UPSTREAM_INVALID_RESPONSE',
        'User is not an object',
        '',
      ]);
    },
  );

  it('views of one record are independent', () => {
    const narrow = viewOf({ User: ['AssociateId'] }).embed('User');
    const wide = new CarrierView<ChatSessionCarrier>(record, 'whole').embed('User');

    expect(wide?.read('Name')).toBe('Waelchi LLC');
    expect(() => narrow?.read('Name')).toThrow(UnselectedReadError);
  });

  it('gives access to a view only, not to the record itself', () => {
    const view = new CarrierView<AssociateCarrier>(record.User, new Map([['AssociateId', 'whole']]));

    expect(JSON.stringify(view)).toBe('{}');
    expect(Object.keys(view)).toEqual([]);
  });
});
