/**
 * `npm run test:clients`: the policies of dist/client-policies in the clients that they are for, which ask a gateway on an
 * emulator over real HTTP. Nothing but loopback is spoken to, which is a test too.
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
import './conversations.test.mjs';
import './default-options.test.mjs';

after(() =>
  assert.deepEqual(
    [...spokenTo].filter((address) => !/^(127\.0\.0\.1|::1|localhost)$/.test(address)),
    [],
  ),
);
