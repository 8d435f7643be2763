/**
 * `npm run test:clients`: the policies of dist/client-policies in their clients, which send requests to a gateway on an
 * emulator over real HTTP. Only loopback is contacted; a test checks this.
 */
import { spokenTo } from './quiet-environment.mjs';
import assert from 'node:assert/strict';
import { after } from 'node:test';
import './apollo.test.mjs';
import './urql.test.mjs';
import './relay.test.mjs';
import './types.test.mjs';
import './arguments.test.mjs';
import './changing-lists.test.mjs';
import './connections.test.mjs';
import './console.test.mjs';
import './conversations.test.mjs';
import './default-options.test.mjs';
import './filtered-lists.test.mjs';
import './list-changes.test.mjs';
import './live.test.mjs';
import './mutations.test.mjs';
import './partial-results.test.mjs';
import './refetching.test.mjs';
import './sending.test.mjs';
import './trusted-documents.test.mjs';

after(() =>
  assert.deepEqual(
    [...spokenTo].filter((address) => !/^(127\.0\.0\.1|::1|localhost)$/.test(address)),
    [],
  ),
);
