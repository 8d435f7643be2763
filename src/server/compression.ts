/** Compresses responses for clients that accept it. Requests are never decompressed, so none of them is a bomb. */
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Below that, it costs more than it saves. */
const minBytes = 8_192;

/** A quarter of the time of the usual one, for a twentieth more bytes. */
const brotliQuality = 4;

export async function compressResponses(server: FastifyInstance): Promise<void> {
  await server.register(compress, {
    threshold: minBytes,
    encodings: ['br', 'gzip'],
    globalDecompression: false,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } },
  });
}
