/**
 * Enums and flags: known names, new names of later servers, and lists in any order.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fieldRightFields, tableRightFields } from '../../../src/entities/access.js';
import { chatSessionFields } from '../../../src/entities/chat-session.js';
import { readEnum, readFlags } from '../../../src/entities/enums.js';
import { ticketFields } from '../../../src/entities/ticket.js';
import { readAll, readingIn, thrownBy, wholeView } from '../../support/readings.js';

const readColour = readEnum('Colour', { oneOf: ['Red', 'DarkBlue', 'Unknown'] });
const readMarks = readFlags('Marks', { B: ['B'], A: ['A'], C: ['C'], None: [], AB: ['A', 'B'], ALL: ['A', 'B', 'C'] });

describe('enums', () => {
  it.each([
    ['Red', 'RED'],
    ['DarkBlue', 'DARK_BLUE'],
    ['Unknown', 'UNKNOWN'],
    [null, null],
    [undefined, null],
    ['', null],
  ])('%p reads as %p', (value, member) => {
    const reading = readingIn('UTC');

    expect(readColour(value, reading, {})).toBe(member);
    expect(reading.reported).toEqual([]);
  });

  it.each(['Green', 'red', 'RED', 'Red ', '1', 'constructor', '__proto__'])(
    'U20 the unknown name %p reads as UNRECOGNIZED and is reported',
    (name) => {
      const reading = readingIn('UTC');

      expect(readColour(name, reading, {})).toBe('UNRECOGNIZED');
      expect(reading.reported).toEqual([`Colour: ${name}`]);
    },
  );

  it.each([3, true, {}, ['Red']])('%p is not a name: refused, and not repeated', (value) => {
    const error = thrownBy(() => readColour(value, readingIn('UTC'), {}));

    expect([error.code, error.detail]).toEqual([
      'UPSTREAM_INVALID_RESPONSE',
      'a value is not the name of an enum member',
    ]);
  });

  it.each([
    ['ChatSession', 'status', { Status: 'PreChatForm' }, 'PRE_CHAT_FORM'],
    ['ChatSession', 'status', { Status: 'Invalid' }, 'INVALID'],
    ['ChatTicket', 'baseStatus', { BaseStatus: 'Postponed1Hour' }, 'POSTPONED_1_HOUR'],
    ['ChatTicket', 'origin', { Origin: 'EMarketing' }, 'E_MARKETING'],
    ['ChatTicket', 'origin', { Origin: 'API' }, 'API'],
  ])('the table of %s reads its %s %j as %s', (...[type, field, record, member]) => {
    const fields = type === 'ChatTicket' ? ticketFields : chatSessionFields;

    expect(readAll(fields, { ChatSessionId: 1, TicketId: 1, ...record })[field]).toBe(member);
  });
});

describe('flags', () => {
  it.each([
    ['A', ['A']],
    ['A, B', ['B', 'A']],
    ['B, A', ['B', 'A']],
    ['C,A', ['A', 'C']],
    ['A, A', ['A']],
    ['AB', ['B', 'A']],
    ['ALL, A', ['B', 'A', 'C']],
    ['None', []],
    ['0', []],
    [0, []],
    ['None, C', ['C']],
    [null, null],
    [undefined, null],
    ['', null],
  ])('%p reads as %p', (value, flags) => {
    const reading = readingIn('UTC');

    expect(readMarks(value, reading, {})).toEqual(flags);
    expect(reading.reported).toEqual([]);
  });

  it('unknown names read as one UNRECOGNIZED at the end, each of them is reported', () => {
    const reading = readingIn('UTC');

    expect(readMarks('New, A, Newer', reading, {})).toEqual(['A', 'UNRECOGNIZED']);
    expect(reading.reported).toEqual(['Marks: New', 'Marks: Newer']);
  });

  it('order and repetition of the names have no effect', () => {
    const names = fc.array(fc.constantFrom('A', 'B', 'C', 'AB', 'ALL', 'None', 'New'), { minLength: 1 });
    fc.assert(
      fc.property(names, fc.constantFrom(',', ', ', ' , '), (sent, separator) => {
        const read = (text: string) => readMarks(text, readingIn('UTC'), {});
        expect(read([...sent].reverse().join(separator))).toEqual(read(sent.join(separator)));
        expect(read([...sent, ...sent].join(separator))).toEqual(read(sent.join(separator)));
      }),
    );
  });

  it.each([3, true, {}, ['A']])('%p is not a list of names: refused, and not repeated', (value) => {
    const error = thrownBy(() => readMarks(value, readingIn('UTC'), {}));

    expect([error.code, error.detail]).toEqual(['UPSTREAM_INVALID_RESPONSE', 'a value is not a list of flag names']);
  });
});

describe('masks', () => {
  it.each([
    ['FULL', ['SELECT', 'UPDATE', 'INSERT', 'DELETE']],
    ['Delete', ['DELETE']],
    ['RI, RestrictedUpdate', ['SELECT', 'INSERT', 'RESTRICTED_UPDATE']],
    ['RestrictedUpdate, RI', ['SELECT', 'INSERT', 'RESTRICTED_UPDATE']],
    ['URI', ['SELECT', 'UPDATE', 'INSERT']],
    ['None', []],
    ['0', []],
    [0, []],
  ])('the table right %p is %p', (mask, flags) => {
    expect(tableRightFields.mask.read(wholeView({ Mask: mask }), readingIn('UTC'), {})).toEqual(flags);
  });

  it.each([
    ['FULL', ['READ', 'WRITE']], // not in the published list, but in the specification's own sample
    ['Update', ['READ', 'WRITE']],
    ['UIHintMandatory, Read', ['READ', 'UI_HINT_MANDATORY']],
    ['UIHints', ['UI_HINT_MANDATORY', 'UI_HINT_READ_ONLY']],
    ['None', []],
    ['0', []],
    [0, []],
  ])('the field right %p is %p', (mask, flags) => {
    expect(fieldRightFields.mask.read(wholeView({ Mask: mask }), readingIn('UTC'), {})).toEqual(flags);
  });

  it('a session without flags has an empty list', () => {
    expect(chatSessionFields.flags.read(wholeView({ Flags: 'None' }), readingIn('UTC'), {})).toEqual([]);
  });
});
