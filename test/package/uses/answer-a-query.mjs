/** The main use of the package: a gateway on an emulator, one query and its call. Both stop at the end. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, createGateway, InvalidSettingsError, printApiSdl, startEmulator } from 'superoffice-chat-graphql';

const emulator = await startEmulator();
const gateway = await createGateway({
  SUPEROFFICE_URL: emulator.url,
  PORT: '0',
  HOST: '127.0.0.1',
  LOG_LEVEL: 'silent',
});
const response = await fetch(`${gateway.url}/graphql`, {
  method: 'POST',
  headers: { 'content-type': 'application/json', authorization: 'Basic dGplMDpUamUw' },
  body: JSON.stringify({ query: '{ chatSession(id: 192) { id status } }' }),
});
assert.deepEqual(await response.json(), { data: { chatSession: { id: '192', status: 'CLOSED' } } });
assert.deepEqual(emulator.requests, ['GetChatSessionEntity 192 $select=ChatSessionId,Status']);
await gateway.stop();
await emulator.close();

assert.ok(buildSchema().getType('ChatSession'));
const shipped = readFileSync(fileURLToPath(import.meta.resolve('superoffice-chat-graphql/api.graphql')), 'utf8');
assert.equal(shipped.includes('sessionKey'), false);
assert.equal(printApiSdl().length, shipped.trim().length);
await assert.rejects(createGateway({ PROT: '0' }), InvalidSettingsError);
