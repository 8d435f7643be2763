/**
 * What upstream has: the specification's sample under many ids, so that all peers read the same plain values. The emulator keeps
 * them and knows `$select`; it is asked once for each address, and then its bytes are repeated.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sessionIds } from '../queries.mjs';

const headers = { authorization: `Basic ${btoa('tje0:Tje0')}`, 'accept-language': 'en' };
const sample = '/api/v1/Agents/Chat/GetChatSessionEntity?chatSessionEntityId=192';

/** Empty text is null in our answers; the peers, which pass values on, are given null. */
const plain = (_name, value) => (value === '' ? null : value);

/** @param checkout the root of a built checkout @param more properties that all sessions have */
export async function startRecords(checkout, more = {}) {
  const { startEmulator } = await import(pathToFileURL(join(checkout, 'dist/emulator/index.js')));
  const emulator = await startEmulator({ unselected: 'absent' });
  const session = JSON.parse(await (await fetch(emulator.url + sample, { method: 'POST', headers })).text(), plain);
  for (const id of sessionIds)
    emulator.putSession({ ...session, ChatSessionId: id, CustomerName: `Customer ${id}`, Rank: id % 60, ...more });
  return emulator;
}
