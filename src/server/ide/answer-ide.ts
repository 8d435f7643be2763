/**
 * GET / and the files that the page loads: those of the package by a list made at the start, and our own three. A name
 * that is not on the list is not here, so no path leads anywhere else. Nothing of it concerns /graphql, its CORS or its CSRF rule.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { GatewayConfig } from '../../config/gateway-config.js';
import { randomId } from '../../base/randomness.js';
import { sendError } from '../http/http-errors.js';
import { altairScript } from './altair-script.js';
import { contentSecurityPolicy, idePage } from './ide-page.js';
import { panelScript } from './panel-script.js';
import { panelStyle } from './panel-style.js';

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

const immutable = 'public, max-age=31536000, immutable';

/** For everything: no guessing of types, no address for others, nobody else's page may load it. */
function secured(reply: FastifyReply): FastifyReply {
  return reply.headers({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  });
}

/** Reads a file when it is first asked for; all responses share its bytes. */
type ServedFile = () => Promise<Buffer>;

function servedFile(path: string): ServedFile {
  let bytes: Promise<Buffer> | null = null;
  return () => (bytes ??= readFile(path));
}

/** By path below `folder`, with slashes. Pages and their frames (scripts that users write) are left out. */
function servedFiles(folder: string): ReadonlyMap<string, ServedFile> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const named = paths.map((path) => [relative(folder, path).split(sep).join('/'), servedFile(path)] as const);
  return new Map(named.filter(([name]) => contentTypes.has(extname(name)) && !name.startsWith('iframe-sandbox/')));
}

/** Part of the addresses, so that a new version is never mistaken for the one that a browser keeps. */
function versionOf(folder: string): string {
  const text = readFileSync(join(folder, '..', '..', 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

function answerPackage(server: FastifyInstance, path: string, files: ReadonlyMap<string, ServedFile>): void {
  server.get<{ Params: { '*': string } }>(`${path}*`, async (request, reply) => {
    const name = request.params['*'];
    const file = files.get(name);
    if (file === undefined) return sendError(reply, 404);
    const type = contentTypes.get(extname(name)) ?? 'application/octet-stream';
    return secured(reply)
      .type(type)
      .header('cache-control', immutable)
      .send(await file());
  });
}

function answerText(server: FastifyInstance, path: string, [type, text]: readonly [type: string, text: string]): void {
  const contentType = contentTypes.get(type) ?? 'text/plain';
  server.get(path, async (_request, reply) =>
    secured(reply).type(contentType).header('cache-control', 'no-cache').send(text),
  );
}

export async function answerIde(server: FastifyInstance, config: GatewayConfig): Promise<void> {
  const { getDistDirectory, renderAltair } = await import('altair-static'); // only where it is wanted
  const folder = getDistDirectory();
  const packagePath = `/ide/altair-${versionOf(folder)}/`;
  const { basePath } = config.server;
  const places = {
    endpointURL: `${basePath}/graphql`,
    packagePath: `${basePath}${packagePath}`,
    scripts: [`${basePath}/ide/altair.js`, `${basePath}/ide/panel.js`],
    style: `${basePath}/ide/panel.css`,
  };
  answerPackage(server, packagePath, servedFiles(folder));
  answerText(server, '/ide/altair.js', ['.js', altairScript]);
  answerText(server, '/ide/panel.js', ['.js', panelScript]);
  answerText(server, '/ide/panel.css', ['.css', panelStyle]);
  server.get('/', async (_request, reply) => {
    const nonce = randomId();
    const headers = { 'content-security-policy': contentSecurityPolicy(nonce), 'cache-control': 'no-store' };
    return secured(reply)
      .headers(headers)
      .type('text/html; charset=utf-8')
      .send(idePage(renderAltair, config, { ...places, nonce }));
  });
}
