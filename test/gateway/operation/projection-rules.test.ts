/** The rules by which selected fields become `$select`, one by one, as literal texts on the wire; the oracle must expect the same texts. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extendSchema, isObjectType, parse } from 'graphql';
import { checkedGateway, type CheckedGateway } from '../../support/checked-gateway.js';
import { clientSchema } from '../../support/console-queries.js';
import { gatewayOnEmulator } from '../../support/query-gateway.js';

const schema = extendSchema(clientSchema(), parse('extend type ChatSession { sessionKey: String }'));

let gateway: CheckedGateway;

beforeAll(async () => void (gateway = await checkedGateway(schema, { EXPOSE_SESSION_KEY: 'true' })));

afterAll(async () => gateway[Symbol.asyncDispose]());

const toUser = 'User/AssociateId,User/FullName';

describe('rule 1: a reference is resolved against its own type', () => {
  it('selects what the fragments on ChatSession select', async () => {
    const document = `query ($references: [_Any!]!) { _entities(representations: $references) {
      __typename ... on ChatTopic { name } ... on ChatSession { status ...more }
    } } fragment more on ChatSession { user { fullName } }`;
    const session = { __typename: 'ChatSession', id: '192' };
    const topic = { __typename: 'ChatTopic', id: '1' };
    const ofSession = `192 ChatSessionId,Status,${toUser}`;

    expect(await gateway.selects(document, { references: [session] })).toEqual([ofSession]);
    expect(await gateway.selects(document, { references: [session, topic] })).toEqual([
      ofSession,
      'GetChatTopicEntity 1 ChatTopicId,Name',
    ]);
  });
});

describe('rule 2: an embedded entity includes its identity', () => {
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
    ['user { __typename } person { firstname }', 'ChatSessionId,Person/Firstname,Person/PersonId,User/AssociateId'],
  ])('{ %s } selects %s', async (selection, select) => {
    expect(await gateway.selectOf(selection)).toBe(select);
  });

  it.each([
    ['tableRight { mask }', 'ChatSessionId,TableRight'],
    ['fieldProperties(names: ["status"]) { name }', 'ChatSessionId,FieldProperties'],
    ['contact { address { street { city } } }', 'ChatSessionId,Contact/Address,Contact/ContactId'],
    ['contact { tableRight { reason } }', 'ChatSessionId,Contact/ContactId,Contact/TableRight'],
    ['user { customFields { value } }', 'ChatSessionId,User/AssociateId,User/CustomFields'],
  ])('{ %s } selects %s: values without an identity are selected by their bare name', async (selection, select) => {
    expect(await gateway.selectOf(selection)).toBe(select);
  });
});

describe('rule 3: every call selects ChatSessionId', () => {
  it.each([
    ['id', 'ChatSessionId'],
    ['__typename', 'ChatSessionId'],
    ['status', 'ChatSessionId,Status'],
    ['status rank whenRequested', 'ChatSessionId,Rank,Status,WhenRequested'],
    ['sessionKey', 'ChatSessionId,SessionKey'],
    ['flags topicId chatbotIsActive', 'ChatSessionId,ChatbotIsActive,Flags,TopicId'],
    ['ticket { personFirstname }', 'ChatSessionId,Ticket/CustFirstname,Ticket/PersonFirstname,Ticket/TicketId'],
  ])('{ %s } selects %s', async (selection, select) => {
    expect(await gateway.selectOf(selection)).toBe(select);
  });

  it('and a federation reference with only its key makes no call', async () => {
    const document = `{ _entities(representations: [{ __typename: "ChatSession", id: "7" }]) {
      __typename ... on ChatSession { id }
    } }`;
    expect(await gateway.selects(document)).toEqual([]);
  });
});

describe('rule 4: sorted PascalCase paths, one level deep', () => {
  it('sorts by code unit of the whole path', async () => {
    expect(await gateway.selectOf('topicId transferTo { name } tableRight { reason } ticket { title }')).toBe(
      'ChatSessionId,TableRight,Ticket/TicketId,Ticket/Title,TopicId,TransferTo/AssociateId,TransferTo/Name',
    );
  });

  /** All fields of a user except one. */
  function userWithout(left: string): string {
    const type = schema.getType('ChatAssociate');
    const fields = isObjectType(type) ? Object.keys(type.getFields()).filter((name) => name !== left) : [];
    const composite = ['extraFields', 'customFields', 'tableRight', 'fieldProperties'];
    return fields.map((name) => (composite.includes(name) ? `${name} { __typename }` : name)).join(' ');
  }

  it.each(['', 'id'])('uses the bare name only for a complete selection, without the field "%s"', async (id) => {
    const transferTo = 'transferTo { id name personId rank tooltip type }';
    expect(await gateway.selectOf(`user { ${userWithout(id)} } ${transferTo}`)).toBe(
      `ChatSessionId,${['AssociateId', 'Name', 'PersonId', 'Rank', 'Tooltip', 'Type'].map((name) => `TransferTo/${name}`).join()},User`,
    );
  });

  it('does not use the bare name where one field is missing', async () => {
    const first = [
      'AssociateId',
      'CustomFields',
      'Deleted',
      'EjUserId',
      'ExtraFields',
      'FieldProperties',
      'FormalName',
    ];
    const others = ['FullName', 'GroupIdx', 'Name', 'PersonId', 'TableRight', 'Tooltip', 'Type', 'UserName'];
    expect(await gateway.selectOf(`user { ${userWithout('rank')} }`)).toBe(
      `ChatSessionId,${[...first, ...others].map((name) => `User/${name}`).join()}`,
    );
  });
});

describe('rule 5: $select has a maximum length', () => {
  const wide =
    '{ chatSession(id: 192) { status user { fullName name } ticket { title createdAt deadline author origin } } }';

  it('collapses the longest embedded group to its bare name', async () => {
    const fields =
      'title createdAt lastChanged readByOwner firstReadByUser activate closedAt repliedAt alertTimeout deadline';
    const more =
      'createdBy createdByName author ownedBy ownedByName category categoryName slevel priority origin hasAttachment';
    const document = wide.replace('title createdAt deadline author origin', `${fields} ${more}`);
    await using short = await gatewayOnEmulator({}, { SELECT_MAX_LENGTH: '400' });
    await short.query(document);
    expect(short.emulator.requests).toEqual([
      'GetChatSessionEntity 192 $select=ChatSessionId,Status,Ticket,User/AssociateId,User/FullName,User/Name',
    ]);
  });

  it('sends $, comma and slash literally', async () => {
    await gateway.selects(wide);
    expect(gateway.emulator.log[0]?.url).toMatch(
      /\?chatSessionEntityId=192&\$select=ChatSessionId,Status,Ticket\/Author,/,
    );
  });
});

describe('rule 6: each load reads its own projection only', () => {
  it('returns to each of two merged selections its own fields', async () => {
    const document = '{ a: chatSession(id: 192) { status } b: chatSession(id: 192) { rank } }';
    expect((await gateway.query(document)).data).toEqual({ a: { status: 'CLOSED' }, b: { rank: 928 } });
    expect(await gateway.selects(document)).toEqual(['192 ChatSessionId,Rank,Status']);
  });
});

describe('rule 7: the list of own topics contains all selected properties of topics', () => {
  it.each([
    '{ chatTopic(id: 1) { name } chatSession(id: 4) { key: topic { id } topic { name } } }',
    '{ myChatTopics { id } chatSession(id: 4) { topic { name } } }',
  ])('%s', async (document) => {
    expect(await gateway.selects(document)).toEqual(['ChatTopicsForUser ChatTopicId,Name', '4 ChatSessionId,TopicId']);
  });
});
