/** A SuperOffice of several tenants whose sessions have a version: a client knows whether what it has is current. */
import { createServer } from 'node:http';

const pathOf = /^\/(\w+)\/.*chatSessionEntityId=(\d+)/i;

/** @returns `url`, `calls()` of streams, `change(tenant, id)`, `versionOf(tenant, id)`, `foreign()`, `close()` */
export async function startUpstream({ latencyMs }) {
  const versions = new Map();
  const keyOf = (tenant, id) => `${tenant.toLowerCase()} ${id}`;
  const versionOf = (tenant, id) => versions.get(keyOf(tenant, id)) ?? 0;
  let [calls, foreign] = [0, 0];
  const server = createServer((request, response) => {
    request.resume();
    const { authorization = '' } = request.headers;
    if (!authorization.endsWith('.query')) calls += 1; // those of streams
    const [, tenant = '', id = '0'] = pathOf.exec(request.url) ?? [];
    if (!authorization.startsWith(`Bearer 8A:${tenant}.`)) foreign += 1;
    const record = { ChatSessionId: Number(id), TopicId: 1, Status: 'UserLast', CustomerName: tenant };
    const body = JSON.stringify({ ...record, LastMessage: `version ${versionOf(tenant, id)}` });
    setTimeout(() => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
      response.end(body);
    }, latencyMs);
  });
  server.keepAliveTimeout = 120_000;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', 20_000, resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    calls: () => calls,
    foreign: () => foreign,
    versionOf,
    change: (tenant, id) => versions.set(keyOf(tenant, id), versionOf(tenant, id) + 1),
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}
