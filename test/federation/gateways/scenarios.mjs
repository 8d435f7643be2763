/** Queries of the supergraph, their caller, and the requests that SuperOffice must get. */
const credentials = 'Basic dGplMDpUamUw';
const companyToken = 'Bearer the-company-knows-who-this-is';
const routerSecret = 'only-the-router-knows-this-2f1c9a7b';

/** Headers for SuperOffice that are no credentials. */
const languageHeaders = ['accept-language', 'so-language', 'so-culture', 'so-timezone'];

const valuesOf = (requests, header) => [...new Set(requests.map(({ headers }) => headers[header] ?? null))];

/** The caller's headers at SuperOffice, the same for all queries. */
function checkCaller({ check, emulator }) {
  check("the caller's credentials arrive at SuperOffice", valuesOf(emulator.log, 'authorization'), [credentials]);
  check('SO-Language arrives at SuperOffice', valuesOf(emulator.log, 'so-language'), ['nb-NO']);
}

function checkSecrecy({ check, emulator, company }) {
  const upstream = JSON.stringify(emulator.log.map(({ headers }) => headers));
  const others = JSON.stringify(company.map(({ seen }) => seen));
  check("the company's token does not arrive at SuperOffice", upstream.includes('the-company-knows'), false);
  check("the router's secret does not arrive at SuperOffice", upstream.includes(routerSecret), false);
  check("SuperOffice's credentials do not arrive at the company's subgraphs", others.includes('dGplMDpUamUw'), false);
}

const idsOf = ({ requests }) => requests.map((line) => line.split(' ')[1]).sort();

const person192 = {
  id: '814',
  firstname: 'Ernesto',
  customer: { name: 'Person reg-of-814', address: { city: 'Oslo' } },
};

const sessionFields = `id status
  user { fullName associate { login department } }
  person { id firstname customer { name address { city } } }
  contact { name customer { saleStatus } }
  employer { name orgNr }`;

const session192 = {
  id: '192',
  status: 'CLOSED',
  user: { fullName: 'Ana Langosh', associate: { login: 'login-of-600', department: 'Support' } },
  person: person192,
  contact: { name: 'Sporer-Jaskolski', customer: { saleStatus: 'OPEN' } },
  employer: { name: 'Contact reg-of-523', orgNr: '863630123' },
};

const properties192 = [
  'ChatSessionId,Contact/ContactId,Contact/Name,Person/ContactId,Person/Firstname,Person/PersonId',
  'Status,User/AssociateId,User/FullName',
].join();

function queriesWith(checkMore) {
  const common = (parts) => {
    parts.check('no errors', parts.response.errors ?? null, null);
    checkCaller(parts);
    checkMore(parts);
  };
  return [
    {
      name: 'one session with all fields of other subgraphs',
      query: `{ chatSession(id: 192) { ${sessionFields} } }`,
      expect: (parts) => {
        common(parts);
        parts.check('the response', parts.response.data, { chatSession: session192 });
        parts.check('the calls', parts.emulator.requests, [`GetChatSessionEntity 192 $select=${properties192}`]);
      },
    },
    {
      name: 'sessions from the root and from aliases',
      query: `{
        chatSessions(ids: [192, 3, 4, 192]) { ${sessionFields} }
        again: chatSession(id: 192) { person { lastname customer { name } } }
      }`,
      expect: (parts) => {
        common(parts);
        const { chatSessions, again } = parts.response.data;
        parts.check('the response', [chatSessions[0], chatSessions[3]], [session192, session192]);
        parts.check('the alias', again, { person: { lastname: 'Lemke', customer: { name: 'Person reg-of-814' } } });
        parts.check('one call for each distinct session', idsOf(parts.emulator), ['192', '3', '4']);
      },
    },
    {
      name: "sessions from the company's register, by reference",
      query: `{ person(id: "reg-1") { name conversations { ${sessionFields} } } }`,
      expect: (parts) => {
        common(parts);
        const { name, conversations } = parts.response.data.person;
        parts.check(
          'the response',
          [name, conversations[0], conversations[3]],
          ['Person reg-1', session192, session192],
        );
        parts.check('one call for each distinct session', idsOf(parts.emulator), ['192', '3', '4']);
      },
    },
    {
      name: 'pages of two subgraphs, and records by reference: one call for all of them',
      query: `{
        associates(first: 6) { nodes { login user { id fullName badge } } pageInfo { hasNextPage endCursor } }
        findChatSessions(filter: { topicIds: ["1"] }, first: 2) { nodes { id } pageInfo { hasNextPage } }
      }`,
      expect: (parts) => {
        common(parts);
        const { associates, findChatSessions } = parts.response.data;
        const users = associates.nodes.map(({ user }) => user);
        const names = ['Terje Nordmann', 'Kari Ødegård', 'Jan van Dijk'];
        const user = (index) => ({
          id: String(701 + index),
          fullName: names[index],
          badge: `badge of ${names[index]}`,
        });
        parts.check('the users', users, [null, user(0), null, user(1), null, user(2)]);
        parts.check('its page', associates.pageInfo, { hasNextPage: true, endCursor: 'employee-6' });
        parts.check('our page', [findChatSessions.nodes.length, findChatSessions.pageInfo.hasNextPage], [2, true]);
        const calls = parts.emulator.requests.map((line) => line.replace(/ \$(select|filter)=.*/, '')).sort();
        const lists = ['ChatTopicsForUser', 'GetAssociateList 701,702,703', 'POST /api/v1/Archive/ChatSession'];
        parts.check('the calls', calls, lists);
      },
    },
    {
      name: 'keys only, by reference',
      query: '{ person(id: "reg-2") { conversations { id } } }',
      expect: ({ check, response, emulator }) => {
        const conversations = [{ id: '192' }, { id: '8' }];
        check('the response', response, { data: { person: { conversations } } });
        check('no call', emulator.requests, []);
      },
    },
  ];
}

export const scenarios = [
  {
    name: "Authorization is SuperOffice's",
    settings: {},
    clientHeaders: { authorization: credentials, 'so-language': 'nb-NO' },
    headersFor: (subgraph, read) =>
      subgraph === 'chat'
        ? Object.fromEntries(['authorization', ...languageHeaders].map((name) => [name, read(name)]))
        : {},
    queries: queriesWith(checkSecrecy),
  },
  {
    name: "Authorization is the company's",
    settings: { CREDENTIALS_HEADER: 'x-superoffice-authorization', ROUTER_SECRET: routerSecret },
    clientHeaders: {
      authorization: companyToken,
      'x-superoffice-authorization': credentials,
      'so-language': 'nb-NO',
    },
    // The company's token goes to every subgraph, as routers are usually set up; ours must not forward it.
    headersFor: (subgraph, read) => ({
      authorization: read('authorization'),
      ...(subgraph === 'chat' && {
        'router-authorization': routerSecret,
        ...Object.fromEntries(['x-superoffice-authorization', ...languageHeaders].map((name) => [name, read(name)])),
      }),
    }),
    queries: [
      ...queriesWith(({ company, ...parts }) => {
        checkSecrecy({ company, ...parts });
        const tokens = company.flatMap(({ seen }) => seen.map(({ authorization }) => authorization));
        parts.check("the company's subgraphs get the company's token", [...new Set(tokens)], [companyToken]);
      }),
      {
        name: '500 chats of one person, by reference',
        query: '{ person(id: "reg-500") { conversations { id status } } }',
        expect: ({ check, response, emulator }) => {
          check('no errors', response.errors ?? null, null);
          const found = response.data.person.conversations.filter(({ status }) => status !== null);
          check('500 of 500', found.length, 500);
          check('one call for each', emulator.requests.length, 500);
        },
      },
      {
        name: "a caller with the company's token alone",
        query: '{ chatSession(id: 192) { status } }',
        headers: { authorization: companyToken, 'so-language': 'nb-NO' },
        expect: ({ check, response, emulator }) => {
          check('is refused', response.errors?.[0]?.extensions?.code, 'UNAUTHENTICATED');
          check('no call', emulator.requests, []);
        },
      },
    ],
  },
];
