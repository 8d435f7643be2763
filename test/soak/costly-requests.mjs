/**
 * `npm run test:costly`: searches for the most costly requests, within all limits, of a client without credentials. Random requests are
 * drawn, and the most costly, in total and per byte, are varied further. Costs are CPU of the gateway's process, relative to a plain query
 * that is as new to it.
 * Arguments: minutes, seed, `introspection`. The last line is `N passed, N failed`: requests within the bound, and above it.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import fc from 'fast-check';
import { startEmulator } from '../../dist/emulator/index.js';

const [minutes = 1, seed = Date.now() % 1_000_000] = process.argv.slice(2, 4).map(Number);
const hasIntrospection = process.argv.includes('introspection');
const repeats = 6;
const maxBest = 12;
/** Of a body, somewhat below MAX_BODY_BYTES. */
const maxBytes = 250_000;
/** Approximate bytes of a request in addition to its body. */
const headerBytes = 200;
/** A request may cost as much as this many plain queries, or as plain queries of as many bytes. */
const maxCost = 20;
const plain = {
  query: 'query Plain($id: ID!) { chatSession(id: $id) { id status customerName } }',
  variables: { id: '192' },
};

const times = (count, text) => Array.from({ length: count }, (_, index) => text(index)).join(' ');
const fields = ['id', 'status', 'customerName', 'user { id name }', 'person { id fullName }', '__typename', 'nope'];
const ids = [1, 192, 'x', -1, 9e99, null, {}, [[]], '9'.repeat(100)];

/** Parts of selections of a session. */
const sessionParts = {
  equal: (count, pick) => times(count, () => fields[pick % fields.length]),
  aliased: (count, pick) => times(count, (n) => `a${n}: ${fields[pick % fields.length]}`),
  unknown: (count) => times(count, (n) => `nope${n}`),
  inline: (count, pick) => `${'... { '.repeat(count)} ${fields[pick % fields.length]} ${'} '.repeat(count)}`,
  onType: (count, pick) =>
    times(count, () => `... on ${pick % 2 ? 'ChatSession' : 'Nope'} { ${fields[pick % fields.length]} }`),
  spreads: (count, pick) => times(count, (n) => `...f${n % (1 + (pick % 40))}`),
  directives: (count, pick) => times(count, (n) => `id @include(if: $b${n % (1 + (pick % 30))})`),
  names: (count, pick) => `fieldProperties(names: [${times(count, (n) => `"${n}${'x'.repeat(pick % 50)}"`)}]) { name }`,
  messages: (count, pick) => `messages(after: "${'x'.repeat(count)}", last: ${pick}) { message }`,
  deep: (count) => `${'person { '.repeat(count % 14)} id ${'} '.repeat(count % 14)}`,
  text: (count, pick) => `a: customerName(x: "${'\\u00e9\\n'.repeat(count)}${pick}")`,
  block: (count) => `b: customerName(x: """${' \n'.repeat(count)}""")`,
};
const part = fc.record({
  kind: fc.constantFrom(...Object.keys(sessionParts)),
  count: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 1_200 })),
  pick: fc.nat(1_000),
});
const genome = fc.record({
  parts: fc.array(part, { minLength: 1, maxLength: 4 }),
  roots: fc.constantFrom(1, 2, 10, 49),
  field: fc.constantFrom(
    'chatSession',
    'chatSessions',
    '_entities',
    'myChatSessions',
    'chatTopic',
    '__schema',
    '__type',
  ),
  isByVariable: fc.boolean(),
  idCount: fc.constantFrom(1, 10, 100, 101, 5_000),
  id: fc.nat(ids.length - 1),
  fragments: fc.record({ count: fc.nat(60), part, next: fc.nat(3) }),
  booleans: fc.nat(60),
  extra: fc.constantFrom('none', 'variables', 'defaults', 'operations', 'whitespace', 'comments', 'mutation', 'unused'),
  extraCount: fc.nat(1_500),
});

const rendered = ({ kind, count, pick }) => sessionParts[kind](count, pick);

function argumentsOf({ field, isByVariable, idCount, id }) {
  const value = JSON.stringify(ids[id]).replace(/"([^"]+)":/g, '$1:');
  const reference = `{__typename: "ChatSession", id: ${value}}`;
  const list = (item) => `[${times(idCount, () => item)}]`;
  if (field === 'chatSession' || field === 'chatTopic') return isByVariable ? '(id: $id)' : `(id: ${value})`;
  if (field === 'chatSessions') return isByVariable ? '(ids: $ids)' : `(ids: ${list(value)})`;
  if (field === '_entities') return isByVariable ? '(representations: $all)' : `(representations: ${list(reference)})`;
  return field === '__type' ? '(name: "ChatSession")' : '';
}

const introspection = '{ types { name fields { name args { name type { name ofType { name } } } type { name } } } }';

function extraOf({ extra, extraCount }) {
  if (extra === 'operations') return times(extraCount / 8, (n) => `query q${n} { __typename }`);
  if (extra === 'whitespace') return ' \n\t,'.repeat(extraCount);
  if (extra === 'comments') return '# comment\n'.repeat(extraCount);
  if (extra === 'unused') return times(extraCount / 8, (n) => `fragment u${n} on ChatSession { id }`);
  return extra === 'mutation' ? 'mutation m { closeChatSession(id: 1) { userErrors { code } } }' : '';
}

function bodyOf(genes) {
  const { parts, roots, field, idCount, id, fragments, booleans, extra, extraCount } = genes;
  const selection = field === '__schema' ? introspection : `{ ${parts.map(rendered).join(' ')} }`;
  const typed = field === '_entities' ? `{ ... on ChatSession ${selection} }` : selection;
  const root = times(roots, (n) => `r${n}: ${field}${argumentsOf(genes)} ${typed}`);
  const variables = [
    ...['$id: ID!', '$ids: [ID!]!', '$all: [_Any!]!'],
    ...Array.from({ length: booleans }, (_, n) => `$b${n}: Boolean! = true`),
    ...(extra === 'variables' ? Array.from({ length: extraCount / 4 }, (_, n) => `$v${n}: ID`) : []),
    ...(extra === 'defaults' ? [`$d: [ID!] = [${'1 '.repeat(extraCount)}]`] : []),
  ];
  const bodies = times(fragments.count, (n) => {
    const next = times(fragments.next, () => `...f${n + 1}`);
    return `fragment f${n} on ChatSession { ${rendered(fragments.part)} ${n + 1 < fragments.count ? next : ''} }`;
  });
  const values = {
    id: ids[id],
    ids: Array(idCount).fill(ids[id]),
    all: Array(idCount).fill({ __typename: 'ChatSession', id: ids[id] }),
  };
  return {
    operationName: 'o',
    query: `query o(${variables}) { ${root} } ${bodies} ${extraOf(genes)}`,
    variables: values,
  };
}

function send(url, agent, body) {
  const text = JSON.stringify(body);
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk) => (bytes += chunk.length));
      response.on('end', () => resolve({ sent: Buffer.byteLength(text), bytes, status: response.statusCode }));
    })
      .on('error', () => resolve({ sent: Buffer.byteLength(text), bytes: 0, status: 0 })) // a body over the limit
      .end(text);
  });
}

/** Nanoseconds of all threads. */
const cpuOf = (pid) =>
  readdirSync(`/proc/${pid}/task`)
    .map((thread) => Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]))
    .reduce((sum, ns) => sum + ns, 0);

async function measured({ pid, url, agent }, body) {
  let salt = 0;
  const one = () => send(url, agent, { ...body, query: `${' '.repeat((salt += 1))}${body.query}` }); // new each time
  await one();
  const before = cpuOf(pid);
  let response;
  for (let count = 0; count < repeats; count += 1) response = await one();
  return { cpu: (cpuOf(pid) - before) / repeats, ...response };
}

async function plainCost(gateway) {
  const costs = [];
  for (let count = 0; count < 9; count += 1) costs.push((await measured(gateway, plain)).cpu);
  return costs.sort((a, b) => a - b)[4];
}

async function startGateway(emulatorUrl) {
  const env = {
    ...{ PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', SUPEROFFICE_URL: emulatorUrl },
    ...{ MAX_EVENT_LOOP_DELAY_MS: '0', INTROSPECTION: String(hasIntrospection) },
  };
  const child = spawn(process.execPath, ['dist/cli/main.js', 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise((resolve) => {
    child.stdout.on('data', (text) => {
      const [, found] = /listens on (http:\/\/[\d.:]+\d)/.exec(String(text)) ?? [];
      if (found) resolve(found);
    });
  });
  return { child, pid: child.pid, url, agent: new Agent({ keepAlive: true }) };
}

/** The genes with one or two of another. */
function varied(random, genes, other) {
  const names = Object.keys(genes);
  const changed = { ...genes };
  for (let count = 1 + Math.floor(random() * 2); count > 0; count -= 1) {
    const name = names[Math.floor(random() * names.length)];
    changed[name] = other[name];
  }
  return changed;
}

function seeded(state) {
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

const emulator = await startEmulator();
const gateway = await startGateway(emulator.url);
for (let warmUp = 0; warmUp < 150; warmUp += 1) {
  const [drawn] = fc.sample(genome, { numRuns: 1, seed: warmUp });
  const body = warmUp % 2 ? plain : bodyOf(drawn);
  if (JSON.stringify(body).length < maxBytes) await measured(gateway, body);
}
let unit = await plainCost(gateway);
const random = seeded(seed);
const until = performance.now() + minutes * 60_000;
const bytesOf = (body) => headerBytes + Buffer.byteLength(JSON.stringify(body));
const plainBytes = bytesOf(plain);
const perByteOf = ({ cost, body }) => (cost * plainBytes) / bytesOf(body);
/** Cost in total, and per byte. */
const rankings = [({ cost }) => cost, perByteOf];
let best = rankings.map(() => []);
let count = 0;
while (performance.now() < until) {
  count += 1;
  const [drawn] = fc.sample(genome, { numRuns: 1, seed: seed + count });
  const parent = best[count % 2][Math.floor(random() * maxBest)];
  const genes = parent && random() < 0.7 ? varied(random, parent.genes, drawn) : drawn;
  const body = bodyOf(genes);
  if (bytesOf(body) > maxBytes) continue;
  const found = { genes, body, ...(await measured(gateway, body)) };
  found.cost = found.cpu / unit;
  best = best.map((all, index) =>
    [...all, found].sort((a, b) => rankings[index](b) - rankings[index](a)).slice(0, maxBest),
  );
  if (count % 500 === 0) unit = await plainCost(gateway);
}

// A high cost may have been a garbage collection: the most costly are measured again.
unit = await plainCost(gateway);
const results = [];
for (const found of new Set(best.flat())) {
  const costs = [];
  for (let round = 0; round < 5; round += 1) costs.push((await measured(gateway, found.body)).cpu / unit);
  const cost = costs.sort((a, b) => a - b)[2];
  results.push({ ...found, cost, perByte: perByteOf({ ...found, cost }) });
}
console.log(
  `seed ${seed}: ${count} requests in ${minutes} minutes; a plain query takes ${(unit / 1e6).toFixed(2)} ms of CPU`,
);
for (const ranking of rankings) {
  results.sort((a, b) => ranking(b) - ranking(a));
  for (const { cost, perByte, body, bytes, status, genes } of results.slice(0, 6)) {
    const sent = Buffer.byteLength(JSON.stringify(body));
    console.log(
      `${cost.toFixed(1)} x plain, ${perByte.toFixed(2)} per byte: ${sent} bytes, status ${status}, ${bytes} bytes: ${JSON.stringify(genes)}`,
    );
  }
  console.log('');
}
gateway.agent.destroy();
gateway.child.kill('SIGTERM');
await new Promise((resolve) => gateway.child.once('exit', resolve));
await emulator.close();
const above = results.filter(({ cost, perByte }) => cost > maxCost && perByte > 1).length;
console.log(`${count - above} passed, ${above} failed`);
process.exitCode = above === 0 ? 0 : 1;
