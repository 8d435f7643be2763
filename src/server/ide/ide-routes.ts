/**
 * GET / and the files of the page: Altair's, and ours from `page/`. These routes do not affect /graphql, its CORS or its CSRF rule.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { GatewayConfig } from '../../config/gateway-config.js';
import { randomId } from '../../base/randomness.js';
import { registerFiles, secured, servedNames } from './ide-files.js';
import { contentSecurityPolicy, idePage } from './ide-page.js';

function versionOfPackage(folder: string): string {
  const text = readFileSync(join(folder, '..', '..', 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

function hashOfFiles(folder: string): string {
  const hash = createHash('sha256');
  for (const name of servedNames(folder)) hash.update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}

/** Next to this module in src, in dist, and in the bundle of the command line. */
const pageFolder = (): string => fileURLToPath(new URL('page', import.meta.url));

export async function registerIdeRoutes(server: FastifyInstance, config: GatewayConfig): Promise<void> {
  const { getDistDirectory, renderAltair } = await import('altair-static'); // loaded only if the page is on
  const altairFolder = getDistDirectory();
  const altairPath = `/ide/altair-${versionOfPackage(altairFolder)}/`;
  const pagePath = `/ide/page-${hashOfFiles(pageFolder())}/`;
  registerFiles(server, altairPath, altairFolder);
  registerFiles(server, pagePath, pageFolder());
  server.get('/', async (_request, reply) => {
    const nonce = randomId();
    return secured(reply)
      .headers({ 'content-security-policy': contentSecurityPolicy(nonce), 'cache-control': 'no-store' })
      .type('text/html; charset=utf-8')
      .send(idePage(renderAltair, config, { altairPath, pagePath, nonce }));
  });
}
