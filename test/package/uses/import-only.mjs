/** Importing does nothing: no output, nothing that listens or keeps the process up, no signal taken, no environment changed. */
import assert from 'node:assert/strict';

const environmentBefore = JSON.stringify(process.env);
const signals = ['SIGTERM', 'SIGINT', 'uncaughtException', 'unhandledRejection'];

const { errorCodes } = await import('superoffice-chat-graphql/error-codes');
const door = await import('superoffice-chat-graphql');

assert.deepEqual(door.errorCodes, errorCodes);
const openResources = process.getActiveResourcesInfo().filter((kind) => /Server|Socket|Timeout|Immediate/.test(kind));
assert.deepEqual(openResources, []);
assert.deepEqual(
  signals.map((name) => process.listenerCount(name)),
  [0, 0, 0, 0],
);
assert.equal(JSON.stringify(process.env), environmentBefore);
