/**
 * A gateway on an emulator, both of the build in dist/, and a `fetch` that records every operation of a client.
 * Session 192 and its company have the same id and both have rights.
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

/** Waits until no request is sent for a while, and all have responses; a client that never stops is stopped at `most`. */
async function untilQuiet(sent, pending, most) {
  let count = -1;
  while ((sent.length !== count || pending.size > 0) && sent.length < most) {
    count = sent.length;
    await Promise.allSettled(pending);
    await pause(150); // a fixed time, because the expected result is that no request is sent
  }
}

/**
 * Closed after the test.
 * @param rewrite changes the text of a response, for data that the emulator does not have
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
  const pending = new Set();
  const exchange = async (input, init) => {
    const response = await fetch(input, init);
    return new Response(rewrite(await response.text()), {
      status: response.status,
      headers: { 'content-type': response.headers.get('content-type') },
    });
  };
  return {
    emulator,
    url: `${gateway.url}/graphql`,
    /** Names of the sent operations, in order. */
    sent,
    headers: { authorization },
    fetch: async (input, init) => {
      const { searchParams } = new URL(input);
      sent.push(init.body ? JSON.parse(init.body).operationName : searchParams.get('operationName'));
      const responding = exchange(input, init);
      pending.add(responding);
      return responding.finally(() => pending.delete(responding));
    },
    untilQuiet: (most = 20) => untilQuiet(sent, pending, most),
  };
}
