/**
 * The company's own subgraphs, customers and staff, on Apollo Server; `seen` records the headers of their requests. Their ids are
 * independent of SuperOffice's; each finds its own record by a SuperOffice id.
 */
import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

export const sdlOf = (name) => readFileSync(new URL(`../subgraphs/${name}.graphql`, import.meta.url), 'utf8');

const address = { line: 'Brugata 123', city: 'Oslo', country: 'NO' };

const person = (id) => ({ id, name: `Person ${id}`, email: `${id}@example.com`, address, loyaltyNumber: 7 });

const contact = (id) => ({ id, name: `Contact ${id}`, orgNr: '863630123', address, saleStatus: 'OPEN' });

/** Chats of a person in the register: two persons share 192, one chat is there twice, and one person has 500. */
const conversations = {
  'reg-1': ['192', '3', '4', '192'],
  'reg-2': ['192', '8'],
  'reg-500': Array.from({ length: 500 }, (_, index) => String(index + 1)),
};

const customers = {
  Query: {
    person: (_root, { id }) => person(id),
    contact: (_root, { id }) => contact(id),
    addresses: () => [address],
    saleStatuses: () => ['OPEN', 'WON', 'LOST'],
  },
  Person: {
    conversations: ({ id }) => (conversations[id] ?? []).map((session) => ({ id: session })),
  },
  ChatPerson: { customer: ({ id }) => person(`reg-of-${id}`) },
  ChatContact: { customer: ({ id }) => contact(`reg-of-${id}`) },
  ChatSession: {
    employer: ({ person: customer }) => (customer?.contactId ? contact(`reg-of-${customer.contactId}`) : null),
  },
};

/** 25 employees: those with an even number are users of SuperOffice. */
const employees = Array.from({ length: 25 }, (_, index) => ({ login: `employee-${index + 1}`, department: 'Support' }));

function associates(_root, { first, after }) {
  const begin = after ? employees.findIndex(({ login }) => login === after) + 1 : 0;
  const nodes = employees.slice(begin, begin + first);
  const edges = nodes.map((node) => ({ cursor: node.login, node }));
  const [startCursor = null, endCursor = null] = [nodes.at(0)?.login, nodes.at(-1)?.login];
  const pageInfo = {
    hasNextPage: begin + first < employees.length,
    hasPreviousPage: begin > 0,
    startCursor,
    endCursor,
  };
  return { edges, nodes, pageInfo };
}

const staff = {
  Query: { associate: (_root, { login }) => ({ login, department: 'Support' }), associates },
  Associate: {
    user: ({ login }) => {
      const number = Number(login.replace('employee-', ''));
      return number % 2 === 0 ? { id: String(700 + number / 2) } : null;
    },
  },
  ChatAssociate: {
    associate: ({ id }) => ({ login: `login-of-${id}`, department: 'Support' }),
    badge: ({ fullName }) => `badge of ${fullName}`,
  },
};

async function subgraph(name, resolvers) {
  const schema = buildSubgraphSchema({ typeDefs: parse(sdlOf(name)), resolvers });
  const server = new ApolloServer({
    schema,
    plugins: [ApolloServerPluginInlineTraceDisabled()],
    stopOnTerminationSignals: false,
  });
  const seen = [];
  const context = async ({ req }) => void seen.push(req.headers);
  const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 }, context });
  return { name, url, typeDefs: sdlOf(name), seen, stop: () => server.stop() };
}

export const startCompany = async () => [await subgraph('customers', customers), await subgraph('staff', staff)];
