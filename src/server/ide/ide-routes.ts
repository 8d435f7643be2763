/**
 * GET / and the files of the page: Altair's, listed at the start, and ours, from `page/`. A name that is not listed gets 404, so no
 * path leads to another file. These routes do not affect /graphql, its CORS or its CSRF rule.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { GatewayConfig } from '../../config/gateway-config.js';
import { randomId } from '../../base/randomness.js';
import { sendError } from '../http/http-errors.js';
import { contentSecurityPolicy, idePage } from './ide-page.js';

const contentTypes = new Map([
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff', 'font/woff'],
  ['.woff2', 'font/woff2'],
]);

const contentTypeOf = (name: string): string => contentTypes.get(extname(name)) ?? 'application/octet-stream';

/** Adds the security headers of all responses: no content sniffing, no referrer, no use by pages of other origins. */
function secured(reply: FastifyReply): FastifyReply {
  return reply.headers({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  });
}

/** Reads a file at its first request; all responses share its bytes. */
type ServedFile = () => Promise<Buffer>;

function servedFile(path: string): ServedFile {
  let bytes: Promise<Buffer> | null = null;
  return () => (bytes ??= readFile(path));
}

/** The files by path below `folder`, with slashes; without HTML and the frames for scripts that users write. */
function servedFiles(folder: string): ReadonlyMap<string, ServedFile> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map((path) => [relative(folder, path).split(sep).join('/'), servedFile(path)] as const);
  return new Map(files.filter(([name]) => contentTypes.has(extname(name)) && !name.startsWith('iframe-sandbox/')));
}

/** Part of the URLs, so that browsers never use cached files of another version. */
function versionOf(folder: string): string {
  const text = readFileSync(join(folder, '..', '..', 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

function registerAltairFiles(server: FastifyInstance, path: string, folder: string): void {
  const files = servedFiles(folder);
  server.get<{ Params: { '*': string } }>(`${path}*`, async (request, reply) => {
    const name = request.params['*'];
    const file = files.get(name);
    if (file === undefined) return sendError(reply, 404);
    return secured(reply)
      .type(contentTypeOf(name))
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(await file());
  });
}

/** `page/` is next to this module in src, in dist, and in the bundle of the command line. */
function registerOwnFile(server: FastifyInstance, name: string): void {
  const text = readFileSync(new URL(`page/${name}`, import.meta.url), 'utf8');
  server.get(`/ide/${name}`, async (_request, reply) =>
    secured(reply).type(contentTypeOf(name)).header('cache-control', 'no-cache').send(text),
  );
}

export async function registerIdeRoutes(server: FastifyInstance, config: GatewayConfig): Promise<void> {
  const { getDistDirectory, renderAltair } = await import('altair-static'); // loaded only if the page is on
  const folder = getDistDirectory();
  const altairPath = `/ide/altair-${versionOf(folder)}/`;
  registerAltairFiles(server, altairPath, folder);
  for (const name of ['altair.js', 'panel.js', 'panel.css']) registerOwnFile(server, name);
  server.get('/', async (_request, reply) => {
    const nonce = randomId();
    return secured(reply)
      .headers({ 'content-security-policy': contentSecurityPolicy(nonce), 'cache-control': 'no-store' })
      .type('text/html; charset=utf-8')
      .send(idePage(renderAltair, config, { altairPath, nonce }));
  });
}
