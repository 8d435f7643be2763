/**
 * Values that clients cannot use as SuperOffice sends them: half characters, dates that mean "no date", empty texts, and keys of
 * field properties that are not a property's name.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wellFormedJson } from '../../../src/base/well-formed-json.js';
import { startEmulator } from '../../../src/emulator/index.js';
import { sendQuery } from '../../support/plain-http.js';
import { authorization, gatewayAt, gatewayOnEmulator, withEmulator } from '../../support/query-gateway.js';

const half = '\ud83d';
const smiley = '😀';
/** The escape of half a surrogate pair, as JSON.stringify writes it. */
const halfEscape = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;

async function gatewayThatLogs() {
  const emulator = await startEmulator();
  return withEmulator(await gatewayAt(emulator.url, { LOG_LEVEL: 'debug', AUDIT_LOG: 'stdout' }), emulator);
}

describe('half a surrogate pair', () => {
  const record = {
    ChatSessionId: 901,
    FirstMessage: `Great ${smiley} ${half}`,
    LastMessage: `a backslash before: \\${half} and a text: \\ud83d`,
    User: { AssociateId: 3, FullName: `${half}Ann`, CustomFields: { [`key ${half}`]: `value ${half}` } },
    FieldProperties: { [`Name${half}`]: { FieldType: half } },
  };
  const query = `{ chatSession(id: 901) {
    firstMessage lastMessage user { fullName customFields { name value } } fieldProperties { name type }
    messages { message } transcript
  } }`;

  it('is U+FFFD in every text of a response', async () => {
    await using gateway = await gatewayThatLogs();
    gateway.emulator.putSession(record);
    gateway.emulator.putMessages(901, [
      { ChatMessageId: 1, ChatSessionId: 901, Message: `cut ${half}`, Type: 'ToUser', Author: half },
    ]);
    for (let times = 0; times < 2; times += 1) {
      const { text = '' } = (await sendQuery(gateway.url, { query }, { authorization })) ?? {}; // first Apollo, then as prepared

      expect(text).not.toMatch(halfEscape);
      expect(JSON.parse(text)).toMatchObject({
        data: {
          chatSession: {
            firstMessage: `Great ${smiley} \ufffd`,
            lastMessage: 'a backslash before: \\\ufffd and a text: \\ud83d',
            user: { fullName: '\ufffdAnn', customFields: [{ name: 'key \ufffd', value: 'value \ufffd' }] },
            fieldProperties: [{ name: 'Name\ufffd', type: '\ufffd' }],
            messages: [{ message: 'cut \ufffd' }],
          },
        },
      });
    }
  });

  it.each([
    ['a variable', { query: 'query ($id: ID!) { chatSession(id: $id) { id } }', variables: { id: { half } } }],
    ['a name in a document', { query: `{ chatSession(id: "${half}") { ${half} } }` }],
    ['the name of an operation', { query: '{ chatTopic(id: 1) { id } }', operationName: half }],
  ])('is in no error and no log line when %s has it', async (_where, body) => {
    await using gateway = await gatewayThatLogs();

    const { text = '' } = (await sendQuery(gateway.url, body, { authorization })) ?? {};

    expect(text).toContain('"errors"');
    expect(text).not.toMatch(halfEscape);
    expect(gateway.log()).not.toMatch(halfEscape);
    expect(gateway.emulator.requests).toEqual([]);
  });

  it('is sent as U+FFFD by addChatMessage', async () => {
    await using gateway = await gatewayOnEmulator();
    const mutation =
      'mutation ($text: String!) { addChatMessage(sessionId: 4, message: $text) { message { message } } }';

    const { data } = await gateway.query(mutation, { text: `Hi ${smiley} ${half}` });

    expect(data.addChatMessage.message).toEqual({ message: `Hi ${smiley} \ufffd` });
    expect(gateway.emulator.log.map(({ bodyText }) => bodyText)).toEqual([
      expect.stringContaining(`"Hi ${smiley} \\ufffd"`),
    ]);
  });

  it('is found at any position in a document, and nothing else is changed', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\\', '"', half, '\udc00', smiley, 'ud83d', '\n', 'é') });
    fc.assert(
      fc.property(fc.dictionary(text, fc.array(text)), (value) => {
        const wellFormed = (part: string): string => part.replace(/[\ud800-\udfff]/gu, '\ufffd');
        const expected = Object.entries(value).map(([key, list]) => [wellFormed(key), list.map(wellFormed)]);
        const read = JSON.parse(wellFormedJson(JSON.stringify(Object.entries(value)))) as unknown;

        expect(read).toEqual(expected);
      }),
    );
  });
});

describe('years before 1800', () => {
  it.each(['1753-01-01T00:00:00', '1760-01-01T00:00:00Z'])('are no date: %s', async (date) => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.putSession({
      ChatSessionId: 902,
      WhenStarted: '2024-01-01T12:00:00Z',
      WhenEnded: date,
      WhenFetched: date,
    });

    const { data } = await gateway.query(
      '{ chatSession(id: 902) { whenEnded whenFetched durationSeconds isCustomerGone } }',
    );

    expect(data.chatSession).toMatchObject({ whenEnded: null, whenFetched: null, isCustomerGone: null });
    expect(data.chatSession.durationSeconds).toBeGreaterThan(3600);
  });
});

describe('fieldProperties(names:)', () => {
  const properties = {
    UrlAddress: { FieldType: 'a' },
    Phone: { FieldType: 'b' },
    Email: { FieldType: 'c' },
    PostalAddress: { FieldType: 'd' },
    Name: { FieldType: 'e' },
  };

  it.each([
    [
      ['url', 'directPhone'],
      ['Phone', 'UrlAddress'],
    ],
    [['URL'], ['UrlAddress']],
    [['UrlAddress'], ['UrlAddress']],
    [['emailAddress'], ['Email']],
    [['address'], ['PostalAddress']],
    [['name', 'Name'], ['Name']],
    [['constructor', '__proto__', 'toString'], []],
  ])('accepts our name, the property and the key: %j', async (names, keys) => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.putSession({ ChatSessionId: 903, Contact: { ContactId: 3, FieldProperties: properties } });
    const query =
      'query ($names: [String!]) { chatSession(id: 903) { contact { fieldProperties(names: $names) { name } } } }';

    const { data } = await gateway.query(query, { names });

    expect(data.chatSession.contact.fieldProperties.map(({ name }: { name: string }) => name)).toEqual(keys);
  });

  it('finds the keys that the emulator sends, like real servers', async () => {
    await using gateway = await gatewayOnEmulator();
    const query = `{ chatSession(id: 3) {
      contact { fieldProperties(names: ["url", "countryId"]) { name } }
      person { fieldProperties(names: ["faxPhone", "description"]) { name } }
      project { fieldProperties(names: ["urlName"]) { name } }
    } }`;

    const { data } = await gateway.query(query);

    expect(data.chatSession).toEqual({
      contact: { fieldProperties: [{ name: 'ContactCountryId' }, { name: 'UrlAddress' }] },
      person: { fieldProperties: [{ name: 'Fax' }, { name: 'Text' }] },
      project: { fieldProperties: [{ name: 'UrlName' }] },
    });
  });
});

describe('an empty text', () => {
  it('is null, except in chat messages', async () => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.putSession({
      ChatSessionId: 904,
      CustomerName: '',
      CustomerAlias: ' ',
      User: { AssociateId: 3, FullName: '' },
    });
    gateway.emulator.putMessages(904, [{ ChatMessageId: 1, ChatSessionId: 904, Message: '', Author: '' }]);

    const { data } = await gateway.query(
      '{ chatSession(id: 904) { customerName customerAlias user { fullName } messages { message author } } }',
    );

    expect(data.chatSession).toEqual({
      customerName: null,
      customerAlias: null,
      user: { fullName: null },
      messages: [{ message: '', author: null }],
    });
  });

  it.each([
    [{ CustomerName: 'Ann ', CustomerAlias: 'a' }, 'Ann'],
    [{ CustomerName: ' ', CustomerAlias: 'a', CustomerEmail: 'a@b' }, 'a'],
    [{ CustomerName: '', CustomerEmail: 'a@b', CustomerCompanyName: 'Co' }, 'a@b'],
    [{ CustomerCompanyName: 'Co' }, 'Co'],
    [{ CustomerName: '' }, null],
  ])('is skipped by customerDisplayName: %j', async (record, name) => {
    await using gateway = await gatewayOnEmulator();
    gateway.emulator.putSession({ ChatSessionId: 905, ...record });

    const { data } = await gateway.query('{ chatSession(id: 905) { customerDisplayName } }');

    expect(data.chatSession).toEqual({ customerDisplayName: name });
    expect(gateway.emulator.requests).toEqual([
      'GetChatSessionEntity 905 $select=ChatSessionId,CustomerAlias,CustomerCompanyName,CustomerEmail,CustomerName',
    ]);
  });
});
