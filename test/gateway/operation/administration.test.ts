/** Topics and their users are created, changed and removed, and sessions deleted, by administrators: ADMIN_MUTATIONS=true. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { admin, bodies, guest, operationsOf, settings, topicOf } from '../../support/administration.js';
import { gatewayOnEmulator } from '../../support/query-gateway.js';

const create = `mutation ($name: String!, $input: ChatTopicInput) {
  createChatTopic(name: $name, input: $input) { topic { id name welcomeMessage openingHours { monStart } } userErrors { code } } }`;

const update = `mutation ($id: ID!, $name: String, $input: ChatTopicInput) {
  updateChatTopic(id: $id, name: $name, input: $input) {
    topic { id name openingHours { monStart monEnabled tzLocation { id } } widget { size requiredFields color } language { id } }
    userErrors { code } } }`;

describe('the schema', () => {
  it.each([
    ['by default', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['without mutations', { ...settings, MUTATIONS: 'false' }, 'BAD_USER_INPUT'],
  ])('has no administration %s', async (_when, given, code) => {
    await using gateway = await gatewayOnEmulator({}, given);
    for (const field of ['deleteChatSession(id: 4)', 'deleteChatTopic(id: 1)', 'createChatTopic(name: "a")']) {
      const { errors = [] } = await gateway.query(`mutation { ${field} { __typename } }`);
      expect(errors.map(({ extensions }) => extensions.code)).toContain(code);
    }
    expect(gateway.emulator.requests).toEqual([]);
  });
});

describe('a topic', () => {
  it("is created with SuperOffice's default values where nothing is given", async () => {
    await using gateway = await admin();
    const input = { openingHours: { monStart: '09:30' }, warnNewChatMinutes: 7 };
    const { data, errors } = await gateway.query(create, { name: 'Returns', input });
    expect(errors).toBeUndefined();
    expect(data.createChatTopic).toEqual({
      topic: { id: '1001', name: 'Returns', welcomeMessage: 'Hello', openingHours: { monStart: '09:30:00' } },
      userErrors: [],
    });
    expect(operationsOf(gateway)).toEqual(['CreateDefaultChatTopicEntity', 'SaveChatTopicEntity']);
    const [, saved] = bodies(gateway);
    expect(saved).toMatchObject({
      ...{ ChatTopicId: 0, Name: 'Returns', WarnNewChatMinutes: 7, WelcomeMessage: 'NO:"Hei";US:"Hello"' },
      OpeningHours: { MonStart: '09:30:00', MonStop: '16:00:00' },
    });
    expect(await topicOf(gateway, '1001')).toMatchObject({ Name: 'Returns', SecondsPrAccept: 0 });
  });

  it('keeps everything that the client does not name, also texts in several languages', async () => {
    await using gateway = await admin();
    const before = await topicOf(gateway, '1');
    const input = {
      openingHours: { monStart: null, tzLocationId: '1' },
      widget: { size: 'LARGE', requiredFields: ['NAME', 'PHONE'], color: null },
      languageId: null,
    };
    const { data, errors } = await gateway.query(update, { id: '1', input });
    expect(errors).toBeUndefined();
    expect(data.updateChatTopic).toEqual({
      topic: {
        ...{ id: '1', name: 'Support', language: null },
        openingHours: { monStart: null, monEnabled: true, tzLocation: { id: '1' } },
        widget: { size: 'LARGE', requiredFields: ['NAME', 'PHONE'], color: null },
      },
      userErrors: [],
    });
    expect(operationsOf(gateway)).toEqual(['GetChatTopicEntity', 'SaveChatTopicEntity']);
    expect(bodies(gateway)[1]).toEqual({
      ...before,
      ...{
        Language: null,
        OpeningHours: { ...(before['OpeningHours'] as object), MonStart: null, TzLocation: { TZLocationID: 1 } },
      },
      Widget: { ...(before['Widget'] as object), Size: 'Large', RequiredFields: 'Name, Phone', Color: '' },
    });
    expect(gateway.emulator.log[0]?.headers).not.toHaveProperty('accept-language');
  });

  it('has each field of the input written to the property that the field of the same name reads', async () => {
    await using gateway = await admin();
    const text = fc
      .string({ minLength: 1, maxLength: 20, unit: 'grapheme-ascii' })
      .filter((each) => each.trim() !== '');
    const [flag, minutes, scriptId] = [fc.boolean(), fc.nat(90), fc.integer({ min: 1, max: 99 }).map(String)];
    const time = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    const hours = fc.record({
      monEnabled: flag,
      tueStart: time,
      wedStop: time,
      sunEnabled: flag,
      sunStart: time,
      useLunchHours: flag,
      lunchStop: time,
    });
    const widget = fc.record({
      autoFaqEnabled: flag,
      preFormMessage: text,
      offlineHeader: text,
      font: text,
      logoBlobId: scriptId,
      theme: fc.constantFrom('CLASSIC', 'MODERN'),
      useAgentFirstname: flag,
    });
    const bot = fc.record({ botName: text, botRegisterScriptId: scriptId, botSessionChangedScriptId: scriptId });
    const inputs = fc.record({
      ...{ description: text, alertRecipient: text, badgeHeader: text, customQueueText: text, widgetRatingText: text },
      ...{
        collectConsent: flag,
        ticketEnabled: flag,
        openingHoursEnabled: flag,
        botEnabled: flag,
        useQueueOfflineForm: flag,
      },
      ...{ warnNewChatMinutes: minutes, warnManagerChatMessageMinutes: minutes, offlineFormQueueLength: minutes },
      ...{ openingHours: hours, widget, botSettings: bot },
    });
    const selection = (value: object): string =>
      Object.entries(value)
        .map(([name, each]) => (typeof each === 'object' ? `${name} { ${selection(each as object)} }` : name))
        .join(' ');
    const withSeconds = (value: unknown): unknown => {
      if (typeof value === 'string' && /^\d\d:\d\d$/.test(value)) return `${value}:00`;
      return typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withSeconds(each)]))
        : value;
    };
    await fc.assert(
      fc.asyncProperty(inputs, fc.constantFrom('1', '2', '4', '5'), async (input, id) => {
        const document = `mutation ($id: ID!, $input: ChatTopicInput) { updateChatTopic(id: $id, input: $input) { topic { ${selection(input)} } } }`;
        const { data, errors } = await gateway.query(document, { id, input });
        expect(errors).toBeUndefined();
        expect(data.updateChatTopic.topic).toEqual(withSeconds(input));
        const { data: later } = await gateway.query(`{ chatTopic(id: ${id}) { ${selection(input)} } }`);
        expect(later.chatTopic).toEqual(withSeconds(input));
      }),
      { numRuns: 40 },
    );
  });

  it('is current in later fields of the operation', async () => {
    await using gateway = await admin();
    const { data } = await gateway.query(`mutation {
      a: updateChatTopic(id: 1, name: "One") { topic { name agents { canListen } } }
      b: updateChatTopic(id: 1, name: "Two") { topic { name } }
      c: addChatMessage(sessionId: 18, message: "x") { message { id } }
      d: pickUpChatSession(id: 4) { session { id topic { name } } }
      e: updateChatSession(id: 18, input: { alertLevel: 1 }) { session { topic { name } } } }`);
    expect([data.a.topic.name, data.b.topic.name, data.e.session.topic.name]).toEqual(['One', 'Two', 'Two']);
  });

  it('is deleted, and then not found; the neighbour stays', async () => {
    await using gateway = await admin();
    const remove = 'mutation ($id: ID!) { deleteChatTopic(id: $id) { deletedId userErrors { code } } }';
    expect((await gateway.query(remove, { id: '2' })).data.deleteChatTopic).toEqual({ deletedId: '2', userErrors: [] });
    expect(gateway.emulator.requests).toEqual(['GetChatTopicEntity 2 $select=ChatTopicId', 'DeleteChatTopicEntity 2']);
    expect((await gateway.query(remove, { id: '2' })).data.deleteChatTopic).toEqual({
      deletedId: null,
      userErrors: [{ code: 'NOT_FOUND' }],
    });
    const { data } = await gateway.query('{ gone: chatTopic(id: 2) { name } kept: chatTopic(id: 3) { id } }');
    expect(data).toEqual({ gone: null, kept: { id: '3' } });
  });

  it.each([
    ['a name that is empty', create, { name: ' ' }, '`name` is empty'],
    ['no change', update, { id: '1', input: {} }, 'Nothing changes'],
    ['null as the name', update, { id: '1', name: null }, '`name` is empty'],
    ['a topic that is no id', update, { id: 'x', name: 'a' }, 'id'],
    ['a language that is no id', update, { id: '1', input: { languageId: 'no' } }, '`input.languageId`'],
    [
      'a script that is no id',
      update,
      { id: '1', input: { botSettings: { botRegisterScriptId: '-1' } } },
      '`input.botSettings.botRegisterScriptId`',
    ],
    [
      'a size that is not recognized',
      update,
      { id: '1', input: { widget: { size: 'UNRECOGNIZED' } } },
      '`input.widget.size`',
    ],
    [
      'a field that is not recognized',
      update,
      { id: '1', input: { widget: { offlineFields: ['UNRECOGNIZED'] } } },
      '`input.widget.offlineFields`',
    ],
    ['a time that there is not', update, { id: '1', input: { openingHours: { monStart: '24:00' } } }, 'LocalTime'],
    ['a NUL', update, { id: '1', input: { description: 'a\0' } }, '`input.description`'],
    ['a text that is too long', update, { id: '1', input: { description: 'a'.repeat(10_001) } }, '`input.description`'],
  ])('with %s is refused without a call', async (_what, document, variables, text) => {
    await using gateway = await admin();
    const { errors = [] } = await gateway.query(document, variables);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toContain(text);
    expect(gateway.emulator.requests).toEqual([]);
  });
});

describe('the audit', () => {
  it('names the topic that is changed or deleted, and the personal fields that are returned', async () => {
    await using gateway = await gatewayOnEmulator({}, { ...settings, AUDIT_LOG: 'stdout' });
    await gateway.query(
      'mutation { updateChatTopic(id: 2, input: { description: "x" }) { topic { alertRecipient } } }',
    );
    await gateway.query('mutation { deleteChatTopic(id: 3) { deletedId } }');
    const audits = gateway
      .log()
      .split('\n')
      .filter((line) => line.includes('"event":"audit"'))
      .map((line) => JSON.parse(line) as object);
    expect(audits).toMatchObject([
      {
        actions: [{ action: 'updateChatTopic', session: null, topic: '2' }],
        personalFields: ['ChatTopic.alertRecipient'],
      },
      { actions: [{ action: 'deleteChatTopic', session: null, topic: '3' }], personalFields: [] },
    ]);
  });
});

describe('a session', () => {
  it('is created with what is known of the customer, in two calls', async () => {
    await using gateway = await gatewayOnEmulator();
    const document = `mutation { createChatSession(topicId: 1, input: { customerName: "Ada Lind", personId: 2018 }) {
      session { id customerName status topic { id } person { id } } userErrors { code } } }`;
    const { data, errors } = await gateway.query(document);
    expect(errors).toBeUndefined();
    expect(data.createChatSession).toMatchObject({
      session: { customerName: 'Ada Lind', status: 'IN_QUEUE', topic: { id: '1' }, person: { id: '2018' } },
      userErrors: [],
    });
    expect(operationsOf(gateway)).toEqual(['CreateDefaultChatSessionEntity', 'SaveChatSessionEntity']);
    const refused = await gateway.query('mutation { createChatSession(topicId: 1, input: {}) { session { id } } }');
    expect(refused.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  it('is deleted, and then not found; without `userErrors` in one call', async () => {
    await using gateway = await admin();
    const remove = 'mutation ($id: ID!) { deleteChatSession(id: $id) { deletedId userErrors { code } } }';
    expect((await gateway.query(remove, { id: '43' })).data.deleteChatSession).toEqual({
      deletedId: '43',
      userErrors: [],
    });
    expect((await gateway.query(remove, { id: '43' })).data.deleteChatSession.userErrors).toEqual([
      { code: 'NOT_FOUND' },
    ]);
    gateway.emulator.clearLog();
    const plain = 'mutation { deleteChatSession(id: 4) { deletedId } }';
    expect((await gateway.query(plain)).data.deleteChatSession).toEqual({ deletedId: '4' });
    expect(gateway.emulator.requests).toEqual(['DeleteChatSessionEntity 4']);
    expect((await gateway.query('{ a: chatSession(id: 4) { id } b: chatSession(id: 18) { id } }')).data).toEqual({
      a: null,
      b: { id: '18' },
    });
  });

  it('and a topic that the caller may not change are refused by SuperOffice; nothing is repeated after a lost response', async () => {
    await using gateway = await admin();
    for (const field of [
      'deleteChatSession(id: 43)',
      'deleteChatTopic(id: 2)',
      'updateChatTopic(id: 2, name: "x")',
      'addChatTopicAgent(topicId: 2, associateId: 702)',
    ]) {
      const { errors = [] } = await gateway.query(`mutation { ${field} { __typename } }`, {}, guest);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    }
    for (const [field, operation] of [
      ['deleteChatSession(id: 43)', 'DeleteChatSessionEntity'],
      ['deleteChatTopic(id: 2)', 'DeleteChatTopicEntity'],
      ['createChatTopic(name: "x")', 'SaveChatTopicEntity'],
      ['updateChatTopic(id: 2, name: "x")', 'SaveChatTopicEntity'],
      ['addChatTopicAgent(topicId: 2, associateId: 702)', 'AddChatTopicUserAgent'],
      [
        'updateChatTopicAgents(topicId: 2, agents: { userName: "kari@example.com", roles: {} })',
        'UpdateChatTopicUserAgent',
      ],
      ['removeChatTopicAgent(topicId: 2, userName: "kari@example.com")', 'DeleteChatTopicUserAgent'],
      ['createChatSession(topicId: 1, input: { alertLevel: 1 })', 'SaveChatSessionEntity'],
    ] as const) {
      gateway.emulator.clearLog();
      gateway.emulator.injectFault({ kind: 'reset', match: { operation } });
      const { errors = [] } = await gateway.query(`mutation { ${field} { __typename } }`);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_OUTCOME_UNKNOWN']);
      expect(operationsOf(gateway).filter((each) => each === operation)).toHaveLength(1);
    }
  });
});
