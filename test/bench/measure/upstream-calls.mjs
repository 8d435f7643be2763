/** Upstream calls and bytes of one request: what SuperOffice meters. */
import { sendUntilAccepted, requestTo } from '../load/requests.mjs';
import { queries, repeatedWall, requestOf } from '../queries.mjs';

/** column → body */
const bodies = () => [
  ...Object.keys(queries).map((name) => [name, requestOf(name, 3).body]),
  ['20 aliases on 5 sessions', repeatedWall()],
];

/** @returns column → `{ calls, bytes }` of one request */
async function callsOf({ url }, upstream) {
  const columns = {};
  for (const [column, body] of bodies()) {
    const request = requestTo(url, body);
    await upstream.count();
    await sendUntilAccepted(request, 0);
    columns[column] = await upstream.count();
    await request.close();
  }
  return columns;
}

/** @returns gateway → column → `{ calls, bytes }` */
export async function countUpstreamCalls(gateways, upstream) {
  const byGateway = {};
  for (const gateway of gateways) byGateway[gateway.name] = await callsOf(gateway, upstream);
  return byGateway;
}
