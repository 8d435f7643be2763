/**
 * From a selection to `$select`: what is asked for, in which form, and nothing beside it.
 */
import { parse } from 'graphql';
import { describe, expect, it } from '@jest/globals';
import { associateEntity, associateFields } from '../../src/entities/associate.js';
import { chatSessionEntity } from '../../src/entities/chat-session.js';
import { projectionFor } from '../../src/plan/projections.js';
import { infosOf, selectOf, selectsOf } from '../support/captured-selections.js';

describe('a selection', () => {
  it.each([
    ['id', 'ChatSessionId'],
    ['__typename', 'ChatSessionId'],
    ['status', 'ChatSessionId,Status'],
    ['status rank whenRequested', 'ChatSessionId,Rank,Status,WhenRequested'],
    ['sessionKey', 'ChatSessionId,SessionKey'],
    ['flags topicId chatbotIsActive', 'ChatSessionId,ChatbotIsActive,Flags,TopicId'],
  ])('{ %s } asks for %s: the session itself always along', async (selection, select) => {
    expect(await selectOf(selection)).toBe(select);
  });

  it.each([
    ['user { name }', 'ChatSessionId,User/AssociateId,User/Name'],
    ['user { id }', 'ChatSessionId,User/AssociateId'],
    ['user { __typename }', 'ChatSessionId,User/AssociateId'],
    ['person { firstname }', 'ChatSessionId,Person/Firstname,Person/PersonId'],
    ['contact { url urlName }', 'ChatSessionId,Contact/ContactId,Contact/URL,Contact/URLName'],
    ['project { name }', 'ChatSessionId,Project/Name,Project/ProjectId'],
    ['sale { amount }', 'ChatSessionId,Sale/Amount,Sale/SaleId'],
    ['ticket { title }', 'ChatSessionId,Ticket/TicketId,Ticket/Title'],
    ['transferTo { name }', 'ChatSessionId,TransferTo/AssociateId,TransferTo/Name'],
  ])('{ %s } asks for %s: an embedded entity brings its identity', async (selection, select) => {
    expect(await selectOf(selection)).toBe(select);
  });

  it.each([
    ['tableRight { mask }', 'ChatSessionId,TableRight'],
    ['fieldProperties(names: ["status"]) { name }', 'ChatSessionId,FieldProperties'],
    ['contact { address { street { city } } }', 'ChatSessionId,Contact/Address,Contact/ContactId'],
    ['contact { tableRight { reason } }', 'ChatSessionId,Contact/ContactId,Contact/TableRight'],
    ['user { customFields { value } }', 'ChatSessionId,User/AssociateId,User/CustomFields'],
  ])('{ %s } asks for %s: what has no identity comes by its bare name, one level down at most', async (...row) => {
    const [selection, select] = row;
    expect(await selectOf(selection)).toBe(select);
  });

  it('of a renamed field asks for both names', async () => {
    expect(await selectOf('ticket { personFirstname }')).toBe(
      'ChatSessionId,Ticket/CustFirstname,Ticket/PersonFirstname,Ticket/TicketId',
    );
  });

  it('that reaches everything of an entity asks for it by its bare name, and one field less does not', async () => {
    const scalars = { extraFields: '{ name }', customFields: '{ name }', tableRight: '{ mask }' };
    const composite = { ...scalars, fieldProperties: '{ name }' } as Readonly<Record<string, string>>;
    const all = Object.keys(associateFields).map((name) => `${name} ${composite[name] ?? ''}`);

    expect(await selectOf(`user { ${all.join(' ')} }`)).toBe('ChatSessionId,User');
    expect(await selectOf(`user { ${all.filter((field) => field !== 'rank ').join(' ')} }`)).toBe(
      `ChatSessionId,${[...Object.values(associateFields)]
        .map(({ needs: [property] }) => `User/${property ?? ''}`)
        .filter((path) => path !== 'User/Rank')
        .sort()
        .join(',')}`,
    );
  });

  it('without the identity that reaches everything else asks for the bare name too', async () => {
    const composite = ['extraFields', 'customFields', 'tableRight', 'fieldProperties'];
    const others = Object.keys(associateFields)
      .filter((name) => name !== 'id')
      .map((name) => (composite.includes(name) ? `${name} { __typename }` : name));

    expect(await selectOf(`user { ${others.join(' ')} }`)).toBe('ChatSessionId,User');
  });
});

describe('fields that are asked for twice', () => {
  it('under two aliases are one', async () => {
    expect(await selectOf('a: user { name } b: user { rank } c: status d: status')).toBe(
      'ChatSessionId,Status,User/AssociateId,User/Name,User/Rank',
    );
  });

  it('in two places of the same key are one: no place is lost', async () => {
    const query = `{
      chatSession(id: "192") { user { name } }
      chatSession(id: "192") { status user { rank } }
      ... { chatSession(id: "192") { user { fullName } } }
    }`;

    expect(await selectsOf(query)).toEqual(['ChatSessionId,Status,User/AssociateId,User/FullName,User/Name,User/Rank']);
  });

  it('under aliases of the root are two selections, each with its own', async () => {
    const query = '{ a: chatSession(id: "1") { status } b: chatSession(id: "1") { rank } }';

    expect(await selectsOf(query)).toEqual(['ChatSessionId,Status', 'ChatSessionId,Rank']);
  });

  it('in a list are one projection for all of it', async () => {
    expect(await selectsOf('{ chatSessions(ids: ["1", "2"]) { person { email } } }')).toEqual([
      'ChatSessionId,Person/Email,Person/PersonId',
    ]);
  });
});

describe('a reference', () => {
  it('takes the fields of the named type, never of info.returnType, which is the _Entity union', async () => {
    const query = `query ($references: [_Any!]!) {
      _entities(representations: $references) {
        ... on ChatAssociate { name }
        ... on ChatSession { status ...more }
      }
    }
    fragment more on ChatSession { user { name } }`;
    const references = [{ __typename: 'ChatSession', id: '192' }];

    expect(await selectsOf(query, { references })).toEqual(['ChatSessionId,Status,User/AssociateId,User/Name']);
  });

  it('of another entity is another projection, for the same nodes', async () => {
    const query = `query ($references: [_Any!]!) {
      _entities(representations: $references) { ... on ChatAssociate { name } ... on ChatSession { status } }
    }`;
    const [info] = await infosOf(parse(query), { references: [{ __typename: 'ChatSession', id: '192' }] });
    if (!info) throw new Error('expected the reference resolver to be called');

    expect([...projectionFor(chatSessionEntity, info).keys()]).toEqual(['ChatSessionId', 'Status']);
    expect([...projectionFor(associateEntity, info).keys()]).toEqual(['AssociateId', 'Name']);
  });
});
