/**
 * A gateway on an emulator, both of the build in dist/, and a `fetch` that writes down every operation that a client sends.
 * Session 192 and its company have the same id; what the caller may do is told of both.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { startEmulator } from '../../dist/emulator/index.js';
import { gatewayConfig } from '../../dist/config/gateway-config.js';
import { gatewayLogger } from '../../dist/observability/logger.js';
import { startGateway } from '../../dist/server/gateway.js';

const authorization = 'Basic dGplMDpUamUw';
const silent = { level: 'silent', secretHeaders: [], stream: { write: () => undefined } };

const fieldRight = (mask, reason) => ({
  FieldRight: { Mask: mask, Reason: reason },
  FieldType: 'String',
  FieldLength: 9,
});
const part = (name, value) => ({
  Name: name,
  Value: value,
  Label: `${name}?`,
  TableRight: { Mask: 'Select', Reason: name },
});

const contact = {
  ContactId: 192,
  Name: 'Bakery',
  TableRight: { Mask: 'Select', Reason: 'not yours' },
  FieldProperties: { Name: fieldRight('Read', 'ours'), OrgNr: fieldRight('Write', 'theirs') },
  Address: {
    Wgs84Latitude: 59.9,
    Wgs84Longitude: 10.7,
    Formatted: 'Street 1',
    LocalizedAddress: [[part('Address1', 'Street 1')], [part('Zip', '0150'), part('City', 'Oslo')]],
    Street: { City: 'Oslo', Zipcode: '0150' },
    TableRight: { Mask: 'Select', Reason: 'an address' },
  },
};

export const message = (id) => ({ ChatMessageId: id, ChatSessionId: 192, Message: `message ${id}`, Type: 'ToUser' });

async function sampleSession(emulator) {
  const url = `${emulator.url}/api/v1/Agents/Chat/GetChatSessionEntity?chatSessionEntityId=192`;
  return (await fetch(url, { method: 'POST', headers: { authorization } })).json();
}

/** The last answer has arrived when for a while nothing is sent; a client that asks for ever is stopped at `most`. */
async function untilQuiet(sent, most) {
  let count = -1;
  while (sent.length !== count && sent.length < most) {
    count = sent.length;
    await pause(150); // as long as nothing can be waited for: that nothing comes is what is to be seen
  }
}

/**
 * Closed after the test.
 * @param rewrite what is made of the text of an answer, for what the emulator does not have
 * @param settings of the gateway, as in the environment
 */
export async function openStage(test, { rewrite = (text) => text, settings = {} } = {}) {
  const emulator = await startEmulator();
  const session = await sampleSession(emulator);
  emulator.putSession({ ...session, Contact: contact });
  emulator.putMessages(192, [11, 12, 13].map(message));
  const calm = {
    HOST: '127.0.0.1',
    PORT: '0',
    MAX_EVENT_LOOP_DELAY_MS: '0',
    DRAIN_TIMEOUT_MS: '300',
    SUPEROFFICE_URL: emulator.url,
  };
  const config = gatewayConfig({ ...calm, ...settings });
  const gateway = await startGateway({ config, baseUrl: config.superoffice.baseUrl, logger: gatewayLogger(silent) });
  test.after(async () => {
    await gateway.stop();
    await emulator.close();
  });
  const sent = [];
  return {
    emulator,
    url: `${gateway.url}/graphql`,
    /** Names of the operations that were sent, in order. */
    sent,
    headers: { authorization },
    fetch: async (input, init) => {
      const { searchParams } = new URL(input);
      sent.push(init.body ? JSON.parse(init.body).operationName : searchParams.get('operationName'));
      const response = await fetch(input, init);
      return new Response(rewrite(await response.text()), {
        status: response.status,
        headers: { 'content-type': response.headers.get('content-type') },
      });
    },
    untilQuiet: (most = 20) => untilQuiet(sent, most),
  };
}
