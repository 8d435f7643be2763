/** Check before all measurements: all peers have the same responses, and the bare proxies at least the same sessions. */
import assert from 'node:assert/strict';
import { sendUntilAccepted, requestsTo } from '../load/requests.mjs';
import { queries, requestOf } from '../queries.mjs';

const compared = [0, 1, 57];

async function responsesOf({ url }, queryName) {
  const requests = requestsTo(url, queryName, 1);
  const texts = [];
  for (const start of compared) texts.push(JSON.parse(await sendUntilAccepted(requests, start)));
  await requests.close();
  return texts;
}

function assertSameSessions(responses, queryName, name) {
  const idsOf = (response) => response.map(({ ChatSessionId }) => String(ChatSessionId));
  const expected = compared.map((start) => requestOf(queryName, start).ids);
  assert.deepEqual(responses.map(idsOf), expected, `${name} returns other sessions for ${queryName}`);
}

/**
 * @param isFloor whether a gateway forwards bodies, without GraphQL
 * @throws {AssertionError} two of them respond differently
 */
export async function compareResponses(gateways, { isFloor }) {
  for (const queryName of Object.keys(queries)) {
    const responses = new Map();
    for (const gateway of gateways) responses.set(gateway.name, await responsesOf(gateway, queryName));
    const full = gateways.filter(({ name }) => !isFloor(name)).map(({ name }) => name);
    for (const name of full)
      assert.deepEqual(
        responses.get(name).map(({ data }) => data),
        responses.get(full[0]).map(({ data }) => data),
        `${name} responds to ${queryName} differently from ${full[0]}`,
      );
    for (const { name } of gateways.filter(({ name }) => isFloor(name)))
      assertSameSessions(responses.get(name), queryName, name);
  }
}
