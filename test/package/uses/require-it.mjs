/** CommonJS takes it by `require` too, on every node that the package is for: none of its modules awaits at the top. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const { buildSchema } = createRequire(import.meta.url)('superoffice-chat-graphql');
assert.ok(buildSchema().getQueryType());
