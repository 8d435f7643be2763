/**
 * Subscriptions through Hive Gateway, which subscribes to the chat subgraph by server-sent events (GET) or by WebSocket, and adds other
 * subgraphs' fields to each event. @apollo/gateway has no subscriptions.
 */
import { startEmulator } from '../../../dist/emulator/index.js';
import { printedBy, servedChat } from './child-process.mjs';
import { composers } from './composers.mjs';
import { hiveGateway } from './routers.mjs';

const secret = 'a-secret-of-the-webhook-of-at-least-32-characters';
const authorization = 'Basic dGplMDpUamUw';

const transports = {
  'server-sent events by GET': undefined,
  WebSocket: {
    'chat.http': {
      options: {
        subscriptions: {
          kind: 'ws',
          location: '/graphql',
          options: { connectionParams: { authorization: '{context.headers.authorization}' } },
        },
      },
    },
  },
};

const document = `subscription { myChatSessionsChanged(topicIds: ["1", "2"]) {
  isComplete addedIds sessions { id customerName person { id customer { name } } } } }`;

async function registerWebhook(emulator, chatUrl) {
  const response = await fetch(`${emulator.url}/api/v1/Webhook`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({
      Name: 'gateway',
      Events: ['chatsession.created', 'chatsession.changed', 'chatsession.message'],
      TargetUrl: chatUrl.replace('/graphql', '/webhooks/superoffice'),
      Secret: secret,
    }),
  });
  if (response.status !== 200) throw new Error(await response.text());
}

/** The events of a subscription at the router, by server-sent events. */
async function subscribed(url) {
  const leaving = new AbortController();
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization, accept: 'text/event-stream', 'content-type': 'application/json' },
    body: JSON.stringify({ query: document }),
    signal: leaving.signal,
  });
  const events = [];
  const read = async () => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body) {
      text += decoder.decode(chunk, { stream: true });
      const parts = text.split('\n\n');
      text = parts.pop();
      for (const part of parts) {
        const [, json] = /^data: (.+)$/m.exec(part) ?? [];
        if (json) events.push(JSON.parse(json));
      }
    }
  };
  read().catch(() => undefined); // aborted at the end
  const event = async (number) => {
    for (let check = 0; check < 500 && events.length < number; check += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    return events[number - 1] ?? null;
  };
  return { event, leave: () => leaving.abort() };
}

async function follow({ emulator, url, check }) {
  const stream = await subscribed(url);
  try {
    const first = await stream.event(1);
    const { isComplete, sessions = [] } = first?.data?.myChatSessionsChanged ?? {};
    check('the first event is complete', [isComplete, sessions.map(({ id }) => id)], [true, ['18', '19', '43', '58']]);
    const withPerson = sessions.filter(({ person }) => person !== null);
    const expected = withPerson.map(({ person }) => ({ name: `Person reg-of-${person.id}` }));
    check(
      'another subgraph adds its field to each session',
      [withPerson.length > 0, withPerson.map(({ person }) => person.customer)],
      [true, expected],
    );
    emulator.putSession({
      ChatSessionId: 7001,
      TopicId: 2,
      Status: 'InQueue',
      CustomerName: 'Åse på Ø',
      Person: { PersonId: 77 },
    });
    const person = { id: '77', customer: { name: 'Person reg-of-77' } };
    check('a customer who arrives is an event with it', (await stream.event(2))?.data?.myChatSessionsChanged ?? null, {
      isComplete: false,
      addedIds: ['7001'],
      sessions: [{ id: '7001', customerName: 'Åse på Ø', person }],
    });
    const credentials = [...new Set(emulator.log.map(({ headers }) => headers.authorization))];
    check("all reads have the caller's credentials", credentials, [authorization]);
  } finally {
    stream.leave();
    emulator.putSession({ ChatSessionId: 7001, TopicId: 2, Status: 'Finished' });
  }
}

export async function runLive(company, check) {
  const emulator = await startEmulator();
  const settings = { SUBSCRIPTIONS: 'true', WEBHOOK_SECRET: secret, LIVE_INTERVAL_MS: '100' };
  const chat = await servedChat({ SUPEROFFICE_URL: emulator.url, ...settings });
  await registerWebhook(emulator, chat.url);
  emulator.clearLog();
  const typeDefs = await printedBy(['print-schema'], { SUBSCRIPTIONS: 'true' });
  const subgraphs = [{ name: 'chat', url: chat.url, typeDefs }, ...company];
  try {
    for (const [composer, compose] of composers) {
      const supergraph = compose(subgraphs);
      for (const [name, transportEntries] of Object.entries(transports)) {
        process.stdout.write(`subscriptions · ${composer} · @graphql-hive/gateway by ${name}\n`);
        const headersFor = (subgraph, read) => (subgraph === 'chat' ? { authorization: read('authorization') } : {});
        const running = await hiveGateway(supergraph, headersFor, transportEntries);
        const own = (what, ...rest) => check(`by ${name}: ${what}`, ...rest);
        await follow({ emulator, url: running.url, check: own }).finally(running.stop);
        emulator.clearLog();
      }
    }
  } finally {
    const { code, errors } = await chat.stop();
    check('subscriptions: the chat subgraph ends with 0 and writes no error', [code, errors], [0, '']);
    await emulator.close();
  }
}
