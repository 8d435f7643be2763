/**
 * A page of 50 sessions by the archive, compared with 50 aliases of one query, in the same run: `node test/bench/archive/archive.mjs`, on a built
 * checkout. CPU of the gateway per request, in alternating slices of several starts, and bytes of the archive's response. Ends with exit
 * code 1 when a target is missed. Linux only.
 */
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { startGateway } from '../gateways/start.mjs';
import { closedLoop } from '../load/closed-loop.mjs';
import { bodiesTo } from '../load/requests.mjs';
import { gatewayCore, keepOffGatewayCore } from '../machine.mjs';
import { processorMsOf } from '../measure/processor-time.mjs';
import { median, quantile } from '../measure/statistics.mjs';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));
const [count, starts, rounds, sliceMs] = [50, 3, 8, 1_000];

const fields = 'id topicId status whenRequested lastMessage user { id fullName } contact { id name }';
const page = `{ findChatSessions(filter: { topicIds: ["1"] }, first: ${count}) { nodes { ${fields} } } }`;
const aliases = `{ ${Array.from({ length: count }, (_, index) => `a${index}: chatSession(id: ${index + 1}) { ${fields} }`).join(' ')} }`;

/** What SuperOffice sends, with native values. */
const cells = (id) => ({
  chatSessionId: id,
  'chatTopic/chatTopicId': 1,
  status: 5,
  whenRequested: '2026-11-24T08:00:00',
  lastMessage: `A message of ordinary length, number ${id}`,
  associateId: 7,
  'associate/fullName': 'Kari Nordmann',
  contactId: '12',
  'contact/name': 'Bakery & Sons',
});

const entity = (id) => ({
  ChatSessionId: id,
  TopicId: 1,
  Status: 'CustomerLast',
  WhenRequested: '2026-11-24T08:00:00',
  LastMessage: `A message of ordinary length, number ${id}`,
  User: { AssociateId: 7, FullName: 'Kari Nordmann' },
  Contact: { ContactId: 12, Name: 'Bakery & Sons' },
});

function archiveBody(columns, top) {
  const row = (id) => ({
    PrimaryKey: id,
    EntityName: 'chat',
    Column: Object.fromEntries(
      columns.map((name) => [
        name,
        { RawValue: cells(id)[name], DisplayValue: String(cells(id)[name]), TooltipHint: '', LinkHint: '' },
      ]),
    ),
    TableRight: { Mask: 1, Reason: '' },
  });
  return JSON.stringify({ value: Array.from({ length: top }, (_, index) => row(index + 1)) });
}

const seen = { columns: new Set(), bytes: 0, calls: 0 };
const bodies = new Map();

async function respond(request, response) {
  const form = new URLSearchParams(await text(request));
  const [, id] = /chatSessionEntityId=(\d+)/.exec(request.url) ?? [];
  const key = id ?? form.toString();
  if (!bodies.has(key)) {
    const columns = form.get('$select')?.split(',') ?? [];
    columns.forEach((column) => seen.columns.add(column));
    bodies.set(key, id ? JSON.stringify(entity(Number(id))) : archiveBody(columns, Number(form.get('$top'))));
  }
  const body = bodies.get(key);
  seen.calls += 1;
  if (!id) seen.bytes = Buffer.byteLength(body);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

async function cpuPerRequest(gateway, query, durationMs) {
  const sender = bodiesTo(gateway.url, () => JSON.stringify({ query }), 4);
  const startMs = processorMsOf(gateway.pid);
  const { responses } = await closedLoop(sender, { durationMs, atOnce: 4 });
  await sender.close();
  return (processorMsOf(gateway.pid) - startMs) / responses;
}

keepOffGatewayCore();
const server = createServer((request, response) => void respond(request, response));
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const stage = { checkout, upstreamUrl: `http://127.0.0.1:${server.address().port}`, core: gatewayCore };
const ratios = [];
const costs = { page: [], aliases: [] };
for (let start = 0; start < starts; start += 1) {
  const gateway = await startGateway('ours', stage, { settings: { ARCHIVE: 'all', LOG_LEVEL: 'warn' } });
  for (const query of [page, aliases]) await cpuPerRequest(gateway, query, 3_000);
  for (let round = 0; round < rounds; round += 1) {
    const one = await cpuPerRequest(gateway, page, sliceMs);
    const other = await cpuPerRequest(gateway, aliases, sliceMs);
    costs.page.push(one);
    costs.aliases.push(other);
    ratios.push(one / other);
  }
  await gateway.stop();
}
server.close();
server.closeAllConnections();

const selected = ['chatSessionId', 'chatTopic/chatTopicId', 'status', 'whenRequested', 'lastMessage', 'associateId'];
const needed = [...selected, 'associate/fullName', 'contactId', 'contact/name'];
const smallest = Buffer.byteLength(archiveBody(needed, count));
const write = (line) => process.stdout.write(`${line}\n`);
write(
  `CPU ms per request: page ${median(costs.page).toFixed(2)}, ${count} aliases ${median(costs.aliases).toFixed(2)}`,
);
const targets = [
  [`a page of ${count} / ${count} aliases`, median(ratios), 0.35],
  ['bytes of the archive / the smallest response in FULL mode', seen.bytes / smallest, 1.1],
  ['columns that are not needed', [...seen.columns].filter((column) => !needed.includes(column)).length, 0],
];
write(`ratio from ${quantile(ratios, 0.1).toFixed(3)} to ${quantile(ratios, 0.9).toFixed(3)}, ${ratios.length} slices`);
for (const [what, found, most] of targets)
  write(`${found <= most ? 'met   ' : 'MISSED'} ${what}: ${found.toFixed(3)} (at most ${most})`);
process.exitCode = targets.every(([, found, most]) => found <= most) ? 0 : 1;
