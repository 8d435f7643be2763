/** The rules by which a selection becomes $select, one by one, seen on the wire. */
import { describe, expect, it } from '@jest/globals';
import { gatewayOnEmulator } from '../support/query-gateway.js';

/** The calls that a document makes, without the operation's name. */
async function selects(document: string, variables: object = {}, settings: Record<string, string> = {}) {
  await using gateway = await gatewayOnEmulator({}, settings);
  const { errors } = await gateway.query(document, variables);
  expect(errors).toBeUndefined();
  return gateway.emulator.requests.map((line) => line.replace('GetChatSessionEntity ', '').replace('$select=', ''));
}

const toUser = 'User/AssociateId,User/FullName';

describe('rule 1: all nodes of a field, gathered by name', () => {
  it('merges aliases of one field, and fields of nodes that share a response key', async () => {
    const document = `{
      one: chatSession(id: 192) { a: status b: status }
      two: chatSession(id: 192) { user { fullName } }
      two: chatSession(id: 192) { chef: user { name } rank }
    }`;
    expect(await selects(document)).toEqual([`192 ChatSessionId,Rank,Status,${toUser},User/Name`]);
  });
});

describe('rule 2: directives and fragments as graphql-js takes them', () => {
  it('takes @skip before @include, variables and their defaults', async () => {
    const document = `query ($yes: Boolean = true, $no: Boolean!) { chatSession(id: 192) {
      status @skip(if: $yes) @include(if: $yes)
      rank @include(if: $yes) @skip(if: $no)
      alertLevel @include(if: $no)
    } }`;
    expect(await selects(document, { no: false })).toEqual(['192 ChatSessionId,Rank']);
  });

  it('follows nested fragments and type conditions, and takes nothing from a fragment that is left out', async () => {
    const document = `{ chatSession(id: 192) { ...outer ...left @include(if: false) ... on ChatSession { rank } } }
      fragment outer on ChatSession { status ...inner ...inner }
      fragment inner on ChatSession { user { fullName } }
      fragment left on ChatSession { alertLevel }`;
    expect(await selects(document)).toEqual([`192 ChatSessionId,Rank,Status,${toUser}`]);
  });

  it('is not confused by a fragment that is called like a field', async () => {
    const document = `{ chatSession(id: 192) { ...user } } fragment user on ChatSession { user { fullName } }`;
    expect(await selects(document)).toEqual([`192 ChatSessionId,${toUser}`]);
  });
});

describe('rule 3: a reference is resolved against its own type', () => {
  it('selects what the fragment on ChatSession asks for', async () => {
    const document = `{ _entities(representations: [{ __typename: "ChatSession", id: "192" }]) {
      __typename ... on ChatSession { status }
    } }`;
    expect(await selects(document)).toEqual(['192 ChatSessionId,Status']);
  });
});

describe('rule 4: an embedded entity brings its identity', () => {
  it('so that its __typename alone tells whether there is one', async () => {
    expect(await selects('{ chatSession(id: 192) { user { __typename } person { firstname } } }')).toEqual([
      '192 ChatSessionId,Person/Firstname,Person/PersonId,User/AssociateId',
    ]);
  });

  it('but what has none is asked for by its bare name', async () => {
    expect(await selects('{ chatSession(id: 192) { tableRight { mask } contact { address { formatted } } } }')).toEqual(
      ['192 ChatSessionId,Contact/Address,Contact/ContactId,TableRight'],
    );
  });
});

describe('rule 5: every call selects ChatSessionId', () => {
  it.each(['id', '__typename', 'status'])('when %s is all that is asked for', async (field) => {
    const [call = ''] = await selects(`{ chatSession(id: 192) { ${field} } }`);
    expect(call.split(/[ ,]/)).toContain('ChatSessionId');
  });

  it('and a federation reference with only its key makes no call', async () => {
    const document = `{ _entities(representations: [{ __typename: "ChatSession", id: "7" }]) {
      __typename ... on ChatSession { id }
    } }`;
    expect(await selects(document)).toEqual([]);
  });
});

describe('rule 6: sorted PascalCase paths, one level deep', () => {
  it('sorts by code unit of the whole path', async () => {
    const document = '{ chatSession(id: 192) { topicId transferTo { name } tableRight { reason } ticket { title } } }';
    expect(await selects(document)).toEqual([
      '192 ChatSessionId,TableRight,Ticket/TicketId,Ticket/Title,TopicId,TransferTo/AssociateId,TransferTo/Name',
    ]);
  });

  it('goes no deeper than the embedded entity', async () => {
    const document = '{ chatSession(id: 192) { contact { address { street { city } } } } }';
    expect(await selects(document)).toEqual(['192 ChatSessionId,Contact/Address,Contact/ContactId']);
  });

  it('collapses to the bare name only what is selected as a whole', async () => {
    const all = 'id name personId rank tooltip type';
    const whole = `${all} groupIdx fullName formalName deleted ejUserId userName extraFields { name } customFields { name }
      tableRight { mask } fieldProperties { name }`;
    expect(await selects(`{ chatSession(id: 192) { user { ${whole} } transferTo { ${all} } } }`)).toEqual([
      `192 ChatSessionId,${['AssociateId', 'Name', 'PersonId', 'Rank', 'Tooltip', 'Type'].map((name) => `TransferTo/${name}`).join()},User`,
    ]);
  });
});

describe('rule 7: $select keeps to its length', () => {
  const wide =
    '{ chatSession(id: 192) { status user { fullName name } ticket { title createdAt deadline author origin } } }';

  it('collapses the longest embedded group to its bare name', async () => {
    const fields =
      'title createdAt lastChanged readByOwner firstReadByUser activate closedAt repliedAt alertTimeout deadline';
    const more =
      'createdBy createdByName author ownedBy ownedByName category categoryName slevel priority origin hasAttachment';
    const document = wide.replace('title createdAt deadline author origin', `${fields} ${more}`);
    expect(await selects(document, {}, { SELECT_MAX_LENGTH: '400' })).toEqual([
      '192 ChatSessionId,Status,Ticket,User/AssociateId,User/FullName,User/Name',
    ]);
  });

  it('sends $, comma and slash literally', async () => {
    await using gateway = await gatewayOnEmulator();
    await gateway.query(wide);
    expect(gateway.emulator.log[0]?.url).toMatch(
      /\?chatSessionEntityId=192&\$select=ChatSessionId,Status,Ticket\/Author,/,
    );
  });
});

describe('rule 8: a projection is remembered by all of its nodes and the variables inside', () => {
  it('gives each value of a condition its own projection, however often they take turns', async () => {
    const document = `query ($x: Boolean!) { chatSession(id: 192) { status } chatSession(id: 192) { ...more @include(if: $x) } }
      fragment more on ChatSession { rank }`;
    await using gateway = await gatewayOnEmulator();
    for (const x of [true, false, true, false]) await gateway.query(document, { x });
    const [withRank, without] = ['ChatSessionId,Rank,Status', 'ChatSessionId,Status'];
    expect(gateway.emulator.log.map(({ select }) => select)).toEqual([withRank, without, withRank, without]);
  });
});

describe('rule 9: each load sees its own projection only', () => {
  it('answers two joined selections, each with its own fields', async () => {
    await using gateway = await gatewayOnEmulator();
    const { data } = await gateway.query('{ a: chatSession(id: 192) { status } b: chatSession(id: 192) { rank } }');
    expect(data).toEqual({ a: { status: 'CLOSED' }, b: { rank: 928 } });
    expect(gateway.emulator.log.map(({ select }) => select)).toEqual(['ChatSessionId,Rank,Status']);
  });
});
