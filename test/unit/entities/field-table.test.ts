/**
 * The kinds of entry: embedded entities and their identity, renamed properties, and the tables as a whole.
 */
import { describe, expect, it } from '@jest/globals';
import { associateEntity } from '../../../src/entities/associate.js';
import { CarrierView, UnselectedReadError } from '../../../src/entities/carrier-view.js';
import { chatSessionEntity, chatSessionFields } from '../../../src/entities/chat-session.js';
import { contactEntity } from '../../../src/entities/contact.js';
import type { Entity } from '../../../src/entities/field-table.js';
import { personEntity } from '../../../src/entities/person.js';
import { projectEntity } from '../../../src/entities/project.js';
import { saleEntity } from '../../../src/entities/sale.js';
import { ticketEntity, ticketFields } from '../../../src/entities/ticket.js';
import { readingIn, thrownBy, wholeView } from '../../support/readings.js';

const reading = readingIn('UTC');

const entities: readonly (readonly [string, Entity<never>])[] = [
  chatSessionEntity,
  associateEntity,
  personEntity,
  contactEntity,
  projectEntity,
  saleEntity,
  ticketEntity,
].map((entity) => [entity.name, entity]);

describe('an embedded entity', () => {
  const readUser = (user: unknown) => chatSessionFields.user.read(wholeView({ User: user }), reading, {});

  it.each([
    ['null', null],
    ['missing', undefined],
    ['without an identity', {}],
    ['of identity null', { AssociateId: null, Name: 'ghost' }],
    ['of identity 0', { AssociateId: 0, Name: 'ghost' }],
    ['of identity -1', { AssociateId: -1, Name: 'ghost' }],
  ])('%s reads as null', (_situation, user) => {
    expect(readUser(user)).toBeNull();
  });

  it('with an identity exists', () => {
    expect(readUser({ AssociateId: 600 })?.read('AssociateId')).toBe(600);
  });

  it.each(['600', 1.5, 2_147_483_648, -2, true])('of identity %p is refused, and the identity not repeated', (id) => {
    const error = thrownBy(() => readUser({ AssociateId: id }));

    expect([error.code, error.detail, error.message]).toEqual([
      'UPSTREAM_INVALID_RESPONSE',
      'a value is not an id',
      '',
    ]);
  });

  it('requires its identity in the projection: otherwise it could not be distinguished from null', () => {
    const view = new CarrierView<never>({ User: { Name: 'Waelchi LLC' } }, new Map([['User', new Set(['Name'])]]));

    expect(() => chatSessionFields.user.read(view, reading, {})).toThrow(UnselectedReadError);
  });

  it.each([
    ['user', 'User', 'AssociateId'],
    ['transferTo', 'TransferTo', 'AssociateId'],
    ['person', 'Person', 'PersonId'],
    ['contact', 'Contact', 'ContactId'],
    ['project', 'Project', 'ProjectId'],
    ['sale', 'Sale', 'SaleId'],
    ['ticket', 'Ticket', 'TicketId'],
  ] as const)('%s is identified by %s/%s', (field, property, identity) => {
    const read = (id: number) =>
      chatSessionFields[field].read(wholeView({ [property]: { [identity]: id } }), reading, {});

    expect(read(0)).toBeNull();
    expect(read(7)).toBeInstanceOf(CarrierView);
  });
});

describe('a renamed property', () => {
  it.each([
    ['its new name', { PersonFirstname: 'Forest', CustFirstname: null }, 'Forest'],
    ['its new name alone', { PersonFirstname: 'Forest' }, 'Forest'],
    ['its old name', { PersonFirstname: null, CustFirstname: 'Forest' }, 'Forest'],
    ['its old name alone', { CustFirstname: 'Forest' }, 'Forest'],
    ['both names: the new one holds', { PersonFirstname: 'new', CustFirstname: 'old' }, 'new'],
    ['both names, the new one empty', { PersonFirstname: '', CustFirstname: 'old' }, null],
    ['none', {}, null],
  ])('is read under %s', (_situation, record, value) => {
    expect(ticketFields.personFirstname.read(wholeView(record), reading, {})).toBe(value);
  });

  it('is requested under both names', () => {
    expect(ticketFields.personFullname.needs).toEqual(['PersonFullname', 'CustFullname']);
  });

  it('of another type is refused', () => {
    const error = thrownBy(() => ticketFields.personFirstname.read(wholeView({ CustFirstname: 7 }), reading, {}));

    expect(error.code).toBe('UPSTREAM_INVALID_RESPONSE');
  });
});

/** Fields that share properties with others, because they are computed. */
const computed = ['customerDisplayName', 'waitSeconds', 'durationSeconds', 'isWaiting', 'isOpen', 'isCustomerGone'];

describe.each(entities)('the table of %s', (_name, { identity, fields }) => {
  it('reads its identity as id', () => {
    expect(fields['id']?.needs).toEqual([identity]);
    expect(fields['id']?.read(wholeView({ [identity]: 7 }), reading, {})).toBe('7');
  });

  it('reads nothing that it does not request', () => {
    for (const { needs, read } of Object.values(fields)) {
      const view = new CarrierView<never>({ [identity]: 7 }, new Map(needs.map((name) => [name, 'whole'])));
      if (needs[0] === identity) expect(read(view, reading, {})).toBe('7');
      else expect(read(view, reading, {})).toBeNull();
    }
  });

  it('requests each property once, except for computed and linked fields', () => {
    const own = Object.entries(fields).filter(([name, { kind }]) => kind !== 'link' && !computed.includes(name));
    const needed = own.flatMap(([name, { needs }]) => needs.map((property) => ({ name, property })));
    const shared = needed.filter(({ name, property }) =>
      needed.some((other) => other.name !== name && other.property === property),
    );

    expect(shared).toEqual([]); // a computed field among these is to be listed in `computed` above
  });

  it('U21 reads a record with nothing but its id: every other field is null', () => {
    const values = Object.entries(fields).map(([name, entry]) => [
      name,
      entry.read(wholeView({ [identity]: 7, NewOfTomorrow: {} }), reading, {}),
    ]);

    const links = Object.entries(fields).filter(([, entry]) => entry.kind === 'link' && entry.needs[0] === identity);
    expect(values.filter(([, value]) => value !== null)).toEqual([['id', '7'], ...links.map(([name]) => [name, '7'])]);
  });
});
