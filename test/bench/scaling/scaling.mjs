/** The cost of a request as the load grows in one respect: measured, as tables, and as a number of replicas. */
import { clientsCurve, documentsCurve, fieldsCurve, sessionsCurve, warmUp } from './curves.mjs';
import { sessionLeaves } from './documents.mjs';
import { bend } from './figures.mjs';
import { startGateway } from './processes.mjs';

const full = { isQuick: false, rounds: 4, roundMs: 800, warmUpChunks: 12, perSecond: 200, clientsMs: 6_000 };
const quick = { isQuick: true, rounds: 3, roundMs: 600, warmUpChunks: 5, perSecond: 200, clientsMs: 2_000 };

/** Raises the limit for large responses, and switches load shedding off: the machine may have other work. */
export const raisedLimits = { MAX_UPSTREAM_CALLS: '200', MAX_EVENT_LOOP_DELAY_MS: '0' };

/** Share of a core: the rest is for peaks, and for a lost replica. */
const plannedShare = 0.5;

/** Limit of the slope of the second half of a curve, divided by that of the first; a square would have 3. */
const maxBend = 2;

const curves = [
  { name: 'sessions', of: sessionsCurve, isLine: true },
  { name: 'fields', of: fieldsCurve, isLine: true },
  { name: 'clients', of: clientsCurve, isLine: false },
  { name: 'documents', of: documentsCurve, isLine: false }, // last: it leaves a full heap behind
];

const pairs = (points) => points.map(({ amount, cpuMs }) => [amount, cpuMs]);

async function measured({ name, of, isLine }, parts) {
  const points = await of(parts);
  return { name, points, bend: isLine ? bend(pairs(points)) : null };
}

/** Requests that one core handles in a second, by operation. */
function capacityOf(byName) {
  const requestsPerSecond = (name, amount) =>
    Math.round(1_000 / byName[name].find((point) => point.amount === amount).cpuMs);
  const everything = byName.fields.at(-1).amount;
  return [
    { operation: 'one field of one session', perSecond: requestsPerSecond('fields', 1) },
    { operation: `${everything} fields of one session`, perSecond: requestsPerSecond('fields', everything) },
    { operation: '20 sessions, 8 fields each', perSecond: requestsPerSecond('sessions', 20) },
    { operation: '200 sessions, 8 fields each', perSecond: requestsPerSecond('sessions', 200) },
  ];
}

/**
 * @param stage see startGateway
 * @returns curves by name, each with its points (`amount`, `cpuMs` of a request); what one core handles in a second; `isLinear`: sessions
 * and fields cost no more at the end of their curves than before
 */
export async function measureScaling(stage, { isQuick = false } = {}) {
  const leaves = await sessionLeaves(stage.checkout);
  const results = [];
  const gateway = await startGateway(stage, raisedLimits);
  try {
    await warmUp({ gateway, leaves, effort: isQuick ? quick : full });
    for (const curve of curves) {
      results.push(await measured(curve, { gateway, leaves, effort: isQuick ? quick : full }));
    }
  } finally {
    await gateway.stop();
  }
  const byName = Object.fromEntries(results.map(({ name, points }) => [name, points]));
  const isLinear = results.every((curve) => curve.bend === null || curve.bend <= maxBend);
  return { isQuick, perSecond: full.perSecond, curves: results, capacity: capacityOf(byName), isLinear };
}

const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;

const columns = {
  sessions: [
    ['sessions', ({ amount }) => amount],
    ['CPU ms', ({ cpuMs }) => cpuMs.toFixed(2)],
    ['of a session', ({ amount, cpuMs }) => (cpuMs / amount).toFixed(3)],
    ['spread', ({ spreadPercent }) => `+${spreadPercent} %`],
  ],
  fields: [
    ['fields', ({ amount }) => amount],
    ['CPU ms', ({ cpuMs }) => cpuMs.toFixed(2)],
    ['of a field', ({ amount, cpuMs }) => (cpuMs / amount).toFixed(4)],
    ['spread', ({ spreadPercent }) => `+${spreadPercent} %`],
  ],
  clients: [
    ['clients', ({ amount }) => amount],
    ['CPU ms', ({ cpuMs }) => cpuMs.toFixed(2)],
    ['median', ({ medianMs }) => `${medianMs.toFixed(1)} ms`],
  ],
  documents: [
    ['documents', ({ amount }) => amount],
    ['CPU ms', ({ cpuMs }) => cpuMs.toFixed(2)],
    ['live', ({ liveBytes }) => megabytes(liveBytes)],
    ['resident', ({ residentBytes }) => megabytes(residentBytes)],
  ],
};

/** Explanations of the curves and of their bends. */
const reasons = {
  sessions: 'A line: each session is a call of its own. The first one includes the cost of the request itself.',
  fields: 'A line: a field costs its part of the response; the request and the call cost once.',
  clients:
    'A knee where a client comes back less often than every 4 s (here: more than 800 clients): no connection to SuperOffice serves two ' +
    'callers, and an idle one is closed after 4 s, so each request opens a new one.',
  documents:
    'A knee where the documents no longer fit into the 64 MiB of the document store, here at about 2,500: an evicted document is ' +
    'parsed and validated again. That is the most that any document costs; it does not rise further, and memory does not grow.',
};

function table(headings, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

function curveTable({ name, points, bend: bent }) {
  const own = columns[name];
  const rows = points.map((point) => own.map(([, valueOf]) => valueOf(point)));
  const slopeText = bent === null ? '' : ` Its second half is ${bent.toFixed(2)} times as steep as its first.`;
  return `${table(
    own.map(([heading]) => heading),
    rows,
  )}\n\n${reasons[name]}${slopeText}`;
}

function capacityTable({ capacity }) {
  const replicas = (perSecond) => Math.ceil(1_000 / (perSecond * plannedShare));
  const rows = capacity.map(({ operation, perSecond }) => [operation, perSecond, replicas(perSecond)]);
  return table(['operation', 'a second and core', 'replicas for 1,000 a second, at half load'], rows);
}

/** As Markdown. */
export const scalingTables = (result) => [...result.curves.map(curveTable), capacityTable(result)].join('\n\n');
