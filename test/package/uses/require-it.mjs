/** CommonJS can `require` it on every supported Node: none of its modules has a top-level await. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const { buildSchema } = createRequire(import.meta.url)('superoffice-chat-graphql');
assert.ok(buildSchema().getQueryType());
