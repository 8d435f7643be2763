/**
 * The files of the page, below paths that contain their version, so that browsers keep them for ever. A name that is not listed gets 404, so
 * no path leads to another file.
 */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply } from 'fastify';
import Negotiator from 'negotiator';
import { sendError } from '../http/http-errors.js';

interface FileKind {
  readonly type: string;
  readonly isText: boolean;
}

const text = (type: string): FileKind => ({ type, isText: true });
const binary = (type: string): FileKind => ({ type, isText: false });

const kinds = new Map<string, FileKind>([
  ['.js', text('text/javascript; charset=utf-8')],
  ['.css', text('text/css; charset=utf-8')],
  ['.json', text('application/json; charset=utf-8')],
  ['.svg', text('image/svg+xml')],
  ['.png', binary('image/png')],
  ['.ico', binary('image/x-icon')],
  ['.woff', binary('font/woff')],
  ['.woff2', binary('font/woff2')],
]);

/** Frames for scripts that users write, and the compiler's settings. */
const unserved = /^iframe-sandbox\/|^tsconfig\.json$/;

/** Measured with Altair's largest file of 3.1 MB: 800 kB after 0.3 s; quality 4 takes 0.1 s and leaves 900 kB. */
const brotliQuality = 9;

const compressors = {
  br: async (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } }),
  gzip: async (bytes: Buffer) => promisify(gzip)(bytes),
  identity: async (bytes: Buffer) => bytes,
};

type Encoding = keyof typeof compressors;

/** What the client accepts, the smallest first. */
function encodingFor(acceptEncoding: string | undefined): Encoding {
  const accepted = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } }).encodings(['br', 'gzip']);
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : 'identity';
}

interface ServedFile {
  readonly kind: FileKind;
  /** Reads and compresses it once: all responses share the bytes. */
  body(encoding: Encoding): Promise<Buffer>;
}

function servedFile(path: string, kind: FileKind): ServedFile {
  const bodies = new Map<Encoding, Promise<Buffer>>();
  return {
    kind,
    body: (encoding) => {
      const body = bodies.get(encoding) ?? readFile(path).then(compressors[encoding]);
      bodies.set(encoding, body);
      return body;
    },
  };
}

/** The paths below `folder`, with slashes, of the files that are served. */
export function servedNames(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const names = paths.map((path) => relative(folder, path).split(sep).join('/'));
  return names.filter((name) => kinds.has(extname(name)) && !unserved.test(name)).sort();
}

function servedFiles(folder: string): ReadonlyMap<string, ServedFile> {
  const files = servedNames(folder).flatMap((name) => {
    const kind = kinds.get(extname(name));
    return kind ? [[name, servedFile(join(folder, name), kind)] as const] : [];
  });
  return new Map(files);
}

/** Adds the security headers of all responses: no content sniffing, no referrer, no use by pages of other origins. */
export function secured(reply: FastifyReply): FastifyReply {
  return reply.headers({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  });
}

/** @param path ends with a slash, and changes with the content of `folder` */
export function registerFiles(server: FastifyInstance, path: string, folder: string): void {
  const files = servedFiles(folder);
  server.get<{ Params: { '*': string } }>(`${path}*`, async (request, reply) => {
    const file = files.get(request.params['*']);
    if (file === undefined) return sendError(reply, 404);
    const { kind } = file;
    secured(reply).type(kind.type).header('cache-control', 'public, max-age=31536000, immutable');
    if (!kind.isText) return reply.send(await file.body('identity'));
    const encoding = encodingFor(request.headers['accept-encoding']);
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    const vary = [reply.getHeader('vary'), 'accept-encoding'].filter(Boolean).join(', '); // CORS adds Origin
    return reply.header('vary', vary).send(await file.body(encoding));
  });
}
