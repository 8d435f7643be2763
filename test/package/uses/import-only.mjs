/** An import has no effect: no output, no listener or handle that keeps the process alive, no signal listener, no change of the environment. */
import assert from 'node:assert/strict';

const environmentBefore = JSON.stringify(process.env);
const signals = ['SIGTERM', 'SIGINT', 'uncaughtException', 'unhandledRejection'];

const { errorCodes } = await import('superoffice-chat-graphql/error-codes');
const entryPoint = await import('superoffice-chat-graphql');

assert.deepEqual(entryPoint.errorCodes, errorCodes);
const openResources = process.getActiveResourcesInfo().filter((kind) => /Server|Socket|Timeout|Immediate/.test(kind));
assert.deepEqual(openResources, []);
assert.deepEqual(
  signals.map((name) => process.listenerCount(name)),
  [0, 0, 0, 0],
);
assert.equal(JSON.stringify(process.env), environmentBefore);
