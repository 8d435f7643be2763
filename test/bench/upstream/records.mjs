/**
 * Records of upstream: the specification's sample with many ids, so that all peers read the same plain values. The emulator has them
 * and supports `$select`; it gets one request for each URL, whose bytes are then repeated.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sessionIds } from '../queries.mjs';

const headers = { authorization: `Basic ${btoa('tje0:Tje0')}`, 'accept-language': 'en' };
const sample = '/api/v1/Agents/Chat/GetChatSessionEntity?chatSessionEntityId=192';

/** Empty text is null in our responses; the peers forward values, so they get null. */
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
