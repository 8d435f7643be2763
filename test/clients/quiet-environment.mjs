/** Imported first: removes proxy settings, and records every address that this process connects to or looks up. */
import { subscribe } from 'node:diagnostics_channel';

for (const name of Object.keys(process.env)) if (/_proxy$/i.test(name)) delete process.env[name];

/** Addresses and names, without ports. */
export const spokenTo = new Set();

subscribe('net.client.socket', ({ socket }) => {
  socket.once('lookup', (_error, _address, _family, host) => spokenTo.add(host));
  socket.once('connect', () => spokenTo.add(socket.remoteAddress));
});
