/**
 * The metrics of the gateway, for Prometheus. Each label has a bounded number of values, and none identifies a person, a session or a
 * caller. Where several tenants are served, each has metrics of its own, with its name as a label.
 */
import {
  AggregatorRegistry,
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  Registry,
  type GaugeConfiguration,
} from 'prom-client';
import { packageVersion } from '../base/version.js';
import { droppedLines } from './log-output.js';

const secondsBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];
const charsBuckets = [50, 100, 200, 400, 800, 1200, 1800, 3000];

/** A gauge whose value is read at each scrape, because updating it with every call would cost more. */
function observableGauge(configuration: GaugeConfiguration<never>) {
  let read = (): number => 0;
  const gauge = new Gauge<never>({
    ...configuration,
    collect(): void {
      this.set(read());
    },
  });
  return Object.assign(gauge, { readFrom: (source: () => number): void => void (read = source) });
}

/** Factories of metrics of one registry. */
function metricFactories(registry: Registry) {
  const common = (name: string, help: string) => ({ name: `superoffice_chat_${name}`, help, registers: [registry] });
  return {
    counter: <const Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
      new Counter({ ...common(name, help), labelNames }),
    gauge: (name: string, help: string) => new Gauge(common(name, help)),
    labelled: <const Label extends string>(name: string, help: string, labelNames: Label[]) =>
      new Gauge({ ...common(name, help), labelNames }),
    observable: (name: string, help: string) => observableGauge(common(name, help)),
    seconds: <const Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
      new Histogram({ ...common(`${name}_seconds`, help), buckets: secondsBuckets, labelNames }),
    chars: (name: string, help: string) => new Histogram({ ...common(`${name}_chars`, help), buckets: charsBuckets }),
  };
}

type MetricFactories = ReturnType<typeof metricFactories>;

/** Metrics of clients' requests. */
const operationMetrics = ({ counter, observable, seconds }: MetricFactories) => ({
  operations: counter('operations_total', 'GraphQL operations by outcome: ok, partial, failed, client_left.', [
    'outcome',
    'client',
  ]),
  errors: counter('errors_total', 'Errors in responses, by code.', ['code']),
  operationSeconds: seconds('operation_duration', 'Duration of GraphQL operations.'),
  operationsInFlight: observable('operations_in_flight', 'HTTP requests to /graphql in progress.'),
  untrustedDocuments: counter(
    'untrusted_documents_total',
    'Requests with a document that is not in TRUSTED_DOCUMENTS, including refused requests.',
  ),
  redisAvailable: observable(
    'redis_available',
    'Whether replicas share limits and signals: 1, or 0 while Redis is away or is not configured.',
  ),
  refusals: counter('refusals_total', 'Requests refused before execution, by reason.', ['reason']),
});

/** Metrics of subscriptions. */
const streamMetrics = ({ counter, labelled, seconds }: MetricFactories) => ({
  streams: labelled('streams', 'Open subscriptions, by transport: websocket, sse, multipart.', ['transport']),
  streamEvents: counter('stream_events_total', 'Events of subscriptions by outcome: sent, unchanged, failed.', [
    'outcome',
  ]),
  streamDelay: seconds('stream_event_delay', 'Time from the signal of a change to the event that shows it.'),
  signals: counter('signals_total', 'Signals of changes, by origin (webhook, mutation) and kind.', ['origin', 'kind']),
  signalReads: counter(
    'signal_reads_total',
    'Callers with subscriptions per signal: those that read, and those spared.',
    ['outcome'],
  ),
  missedChanges: counter('missed_changes_total', 'Changes that no webhook reported.'),
  liveSource: labelled('live_source', 'Where changes are learnt from: 1 for the source in use.', ['source']),
  webhooks: counter(
    'webhooks_total',
    'Webhooks by outcome: accepted, test, ignored, duplicate, late, tenant, signature.',
    ['outcome'],
  ),
});

/** Metrics of calls to SuperOffice. */
const upstreamMetrics = ({ counter, gauge, observable, seconds, chars }: MetricFactories) => ({
  upstreamCalls: counter(
    'upstream_calls_total',
    'Metered calls including retries; outcome is ok, CLIENT_LEFT or an error code.',
    ['operation', 'outcome', 'client'],
  ),
  upstreamSeconds: seconds('upstream_call_duration', 'Duration of single attempts of calls.', ['operation']),
  retries: counter('upstream_retries_total', 'Attempts after the first one.', ['operation']),
  callsSaved: counter('upstream_calls_saved_total', 'Loads that were served by the call of another load.'),
  inFlight: observable('upstream_in_flight', 'Calls to SuperOffice in flight.'),
  waiting: observable('upstream_waiting', 'Calls that wait for a call in flight to end, or for memory.'),
  callRefusals: counter(
    'call_refusals_total',
    'Calls that were not sent, by reason: calls, minute, queue, rate, memory.',
    ['reason'],
  ),
  peakRate: observable(
    'upstream_peak_calls_per_second',
    'Most calls, including retries, in any second of the last minute.',
  ),
  heldBytes: observable(
    'held_bytes',
    'Bytes of responses that requests in progress hold or expect; MAX_HELD_BYTES is the limit.',
  ),
  breakerState: gauge('upstream_breaker_state', 'Circuit to SuperOffice: 0 closed, 1 half-open, 2 open.'),
  tenantStates: counter(
    'tenant_states_total',
    'Requests for the state of the tenant; outcome is running, not_running or an error code.',
    ['outcome'],
  ),
  logins: counter('logins_total', 'Logins with service credentials; outcome is ok or an error code.', ['outcome']),
  selectLength: chars('select_length', 'Characters of $select as sent.'),
  unrecognizedNames: counter('unrecognized_names_total', 'Enum names of SuperOffice that no published list has.'),
});

let processRegistry: Registry | null = null;

/** Metrics of the process. Created once, because default metrics observe node until the process ends. */
function processMetrics(): Registry {
  if (processRegistry === null) {
    processRegistry = new Registry();
    collectDefaultMetrics({ register: processRegistry });
    new Counter({
      name: 'superoffice_chat_log_lines_dropped_total',
      help: 'Log lines that were dropped because stdout was not read.',
      registers: [processRegistry],
      collect(): void {
        this.reset();
        this.inc(droppedLines());
      },
    });
  }
  return processRegistry;
}

/**
 * Each gateway has a registry of its own, so that the counters of two gateways in one process do not add up.
 * @param tenant the label of one of several tenants; default: the metrics are the process's, too
 */
export function gatewayMetrics(tenant?: string) {
  const own = new Registry();
  const factories = metricFactories(own);
  const metrics = { ...operationMetrics(factories), ...streamMetrics(factories), ...upstreamMetrics(factories) };
  if (tenant !== undefined) {
    own.setDefaultLabels({ tenant });
    return { registry: own, ...metrics };
  }
  factories
    .labelled('info', 'Always 1; the label is the running version.', ['version'])
    .set({ version: packageVersion() }, 1);
  return { registry: Registry.merge([processMetrics(), own]), ...metrics };
}

export type GatewayMetrics = ReturnType<typeof gatewayMetrics>;

export const metricsType = Registry.PROMETHEUS_CONTENT_TYPE;

/** @returns one text: the metrics of several tenants differ by their label */
export async function joinedMetrics(metrics: readonly GatewayMetrics[]): Promise<string> {
  const [only, ...others] = metrics.map(({ registry }) => registry);
  if (only && others.length === 0) return only.metrics();
  const all = metrics.map(({ registry }) => registry.getMetricsAsJSON());
  return AggregatorRegistry.aggregate(await Promise.all(all)).metrics();
}
