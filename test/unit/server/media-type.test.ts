/** What a client accepts, and the content type that it gets. */
import { expect, it } from '@jest/globals';
import { mediaTypeFor } from '../../../src/server/http/media-type.js';

const old = 'application/json';
const current = 'application/graphql-response+json';

it.each<readonly [accept: string | undefined, response: string | null, error: string, isLegacy: boolean]>([
  [undefined, old, old, false],
  ['*/*', old, old, false],
  ['application/*', old, old, false],
  [old, old, old, true],
  [current, current, current, false],
  [`${current},${old};q=0.9`, current, current, false],
  [`${old}, ${current}`, old, current, false],
  [`${current};q=0.5, ${old}`, old, current, false],
  [`${old}; charset=utf-8`, old, old, true],
  ['APPLICATION/JSON', old, old, true],
  [`${old};q=0`, null, old, false],
  ['text/html', null, old, false],
  ['', null, old, false],
])('Accept %p', (accept, response, error, isLegacy) => {
  const mediaType = mediaTypeFor(accept);
  expect([mediaType.isRefused, mediaType.isLegacy]).toEqual([response === null, isLegacy]);
  if (response !== null) expect(mediaType.contentType).toBe(`${response}; charset=utf-8`);
  expect(mediaType.errorType).toBe(`${error}; charset=utf-8`);
});
