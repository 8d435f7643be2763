/** Light clients: streams that only count their events, webhooks, and queries. */
import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';

export const secret = 'a-secret-of-the-webhook-of-at-least-32-characters';

const fields = 'id status customerName rank whenRequested lastMessage user { fullName } person { email }';
export const subscription = `subscription($id: ID!) { chatSessionChanged(id: $id) { session { ${fields} } } }`;
export const query = `query($id: ID!) { chatSession(id: $id) { ${fields} } }`;

/** Without an agent, each stream has its own connection. @param onEvent is called for each @returns `events()`, `close()` */
export function openStream(url, caller, id, onEvent = () => undefined) {
  let events = 0;
  const body = JSON.stringify({ query: subscription, variables: { id: String(id) } });
  const sent = request(`${url}/graphql`, {
    method: 'POST',
    agent: false,
    headers: {
      authorization: `Bearer ${caller}`,
      accept: 'text/event-stream',
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    },
  });
  sent.on('response', (response) => {
    response.setEncoding('latin1');
    response.on('data', (text) => {
      const arrived = text.split('event: next').length - 1;
      events += arrived;
      for (let count = 0; count < arrived; count += 1) onEvent();
    });
    response.on('error', () => undefined);
  });
  sent.on('error', () => undefined);
  sent.end(body);
  return { events: () => events, close: () => sent.destroy() };
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });
let lastEvent = 0;

const post = (url, headers, body, from = agent) =>
  new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      agent: from,
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
    });
    sent.on('response', (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode));
    });
    sent.on('error', reject);
    sent.end(body);
  });

export function sendWebhook(url, id) {
  lastEvent += 1;
  const body = JSON.stringify({
    EventId: `e${lastEvent}`,
    Timestamp: new Date().toISOString(),
    Event: 'chatsession.changed',
    PrimaryKey: id,
    ContextIdentifier: 'Default',
  });
  const signature = createHmac('sha256', secret).update(body).digest('base64');
  return post(`${url}/webhooks/superoffice`, { 'x-superoffice-signature': signature }, body);
}

export const sendQuery = (url, caller, id, from) =>
  post(
    `${url}/graphql`,
    { authorization: `Bearer ${caller}` },
    JSON.stringify({ query, variables: { id: String(id) } }),
    from,
  );
