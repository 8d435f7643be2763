/** The sign-in without SuperOffice: the emulator with its login, the gateway, and the console's server, on this machine. */
import { fileURLToPath } from 'node:url';
import { createGateway, startEmulator } from '../../dist/index.js';
import { consoleServer } from './server.mjs';

const origin = 'http://localhost:5180';
const application = { clientId: 'console', clientSecret: 'a-secret-of-the-console' };
const emulator = await startEmulator({
  script: { seed: 1 },
  login: { ...application, redirectUri: `${origin}/callback`, systemToken: null, refreshToken: null, publicKey: '' },
});
const gateway = await createGateway({
  SUPEROFFICE_URL: emulator.url,
  HOST: '127.0.0.1',
  PORT: '0',
  TRUSTED_DOCUMENTS: 'builtin',
  SUBSCRIPTIONS: 'true',
});
const site = fileURLToPath(new URL('../console/dist/', import.meta.url));
const options = {
  ...application,
  loginUrl: `${emulator.url}/login`,
  gatewayUrl: `${gateway.url}/graphql`,
  origin,
  site,
};
consoleServer({ ...options, config: { isLive: true } }).listen(5180, () => console.log(`Open ${origin}`));
