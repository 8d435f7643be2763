/** The measured gateways: name → how each is started. Ours is the built checkout as the Dockerfile runs it, with only URLs, host and port set. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const peer = (file) => ({
  scriptOf: () => [fileURLToPath(new URL(`../peers/${file}.mjs`, import.meta.url))],
});

/** Node flags of the image. */
export const imageFlags = (checkout) => {
  const [, command] = /^CMD (\[.*)$/m.exec(readFileSync(join(checkout, 'Dockerfile'), 'utf8'));
  return JSON.parse(command).filter((word) => word.startsWith('--'));
};

export const gateways = {
  ours: {
    title: 'ours',
    nodeFlagsOf: imageFlags,
    scriptOf: (checkout) => [join(checkout, 'dist/cli/main.js'), 'serve'],
  },
  reference: { title: 'Apollo Server + got + dataloader (reference)', ...peer('reference') },
  'datasource-rest': { title: 'Apollo Server + @apollo/datasource-rest', ...peer('datasource-rest') },
  yoga: { title: 'graphql-yoga + fetch', ...peer('yoga') },
  mercurius: { title: 'mercurius + graphql-jit + undici', ...peer('mercurius') },
  'got-proxy': { title: 'floor: bare got proxy', isFloor: true, ...peer('got-proxy') },
  'undici-proxy': { title: 'floor: bare undici proxy', isFloor: true, ...peer('undici-proxy') },
};
