/** Before anything is measured: all peers give the same answers, and the floor at least asks for the same sessions. */
import assert from 'node:assert/strict';
import { insist, requestsTo } from '../load/requests.mjs';
import { queries, requestOf } from '../queries.mjs';

const compared = [0, 1, 57];

async function answersOf({ url }, queryName) {
  const requests = requestsTo(url, queryName, 1);
  const texts = [];
  for (const start of compared) texts.push(JSON.parse(await insist(requests, start)));
  await requests.close();
  return texts;
}

function assertAboutTheSame(responses, queryName, name) {
  const idsOf = (response) => response.map(({ ChatSessionId }) => String(ChatSessionId));
  const wanted = compared.map((start) => requestOf(queryName, start).ids);
  assert.deepEqual(responses.map(idsOf), wanted, `${name} answers ${queryName} about other sessions`);
}

/**
 * @param isFloor whether a gateway answers with what it was given, without GraphQL
 * @throws {AssertionError} two of them answer differently
 */
export async function compareAnswers(gateways, { isFloor }) {
  for (const queryName of Object.keys(queries)) {
    const responses = new Map();
    for (const gateway of gateways) responses.set(gateway.name, await answersOf(gateway, queryName));
    const full = gateways.filter(({ name }) => !isFloor(name)).map(({ name }) => name);
    for (const name of full)
      assert.deepEqual(
        responses.get(name).map(({ data }) => data),
        responses.get(full[0]).map(({ data }) => data),
        `${name} answers ${queryName} differently from ${full[0]}`,
      );
    for (const { name } of gateways.filter(({ name }) => isFloor(name)))
      assertAboutTheSame(responses.get(name), queryName, name);
  }
}
