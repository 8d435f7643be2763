/**
 * What the gateway counts, for Prometheus. Labels have a bounded number of values, and none of them knows a person, a session
 * or a caller.
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry, type GaugeConfiguration } from 'prom-client';
import { packageVersion } from '../base/version.js';
import { droppedLines } from './log-output.js';

const secondsBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];
const charsBuckets = [50, 100, 200, 400, 800, 1200, 1800, 3000];

/** A gauge that is read when Prometheus asks: what changes with every call need not be told with every call. */
function readingGauge(configuration: GaugeConfiguration<never>) {
  let read = (): number => 0;
  const gauge = new Gauge<never>({
    ...configuration,
    collect(): void {
      this.set(read());
    },
  });
  return Object.assign(gauge, { readFrom: (source: () => number): void => void (read = source) });
}

/** Makers of metrics of one registry. */
function makersFor(registry: Registry) {
  const common = (name: string, help: string) => ({ name: `superoffice_chat_${name}`, help, registers: [registry] });
  return {
    counter: <const Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
      new Counter({ ...common(name, help), labelNames }),
    gauge: (name: string, help: string) => new Gauge(common(name, help)),
    labelled: <const Label extends string>(name: string, help: string, labelNames: Label[]) =>
      new Gauge({ ...common(name, help), labelNames }),
    /** Of what is told when somebody asks. */
    reading: (name: string, help: string) => readingGauge(common(name, help)),
    seconds: <const Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
      new Histogram({ ...common(`${name}_seconds`, help), buckets: secondsBuckets, labelNames }),
    chars: (name: string, help: string) => new Histogram({ ...common(`${name}_chars`, help), buckets: charsBuckets }),
  };
}

type Makers = ReturnType<typeof makersFor>;

/** In front: what clients do. */
const operationMetrics = ({ counter, reading, seconds }: Makers) => ({
  operations: counter('operations_total', 'GraphQL operations, by how they ended: ok, partial, failed, client_left.', [
    'outcome',
    'client',
  ]),
  errors: counter('errors_total', 'Errors in responses, by code.', ['code']),
  operationSeconds: seconds('operation_duration', 'Duration of GraphQL operations.'),
  operationsInFlight: reading('operations_in_flight', 'HTTP requests to /graphql that are being worked on.'),
  untrustedDocuments: counter(
    'untrusted_documents_total',
    'Requests with a document that is not in TRUSTED_DOCUMENTS, the refused ones included.',
  ),
  refusals: counter('refusals_total', 'Requests refused before execution, by reason.', ['reason']),
});

/** Behind: what SuperOffice sees of it. */
const upstreamMetrics = ({ counter, gauge, reading, seconds, chars }: Makers) => ({
  upstreamCalls: counter(
    'upstream_calls_total',
    'Metered calls, retries included; outcome is ok, CLIENT_LEFT or an error code.',
    ['operation', 'outcome', 'client'],
  ),
  upstreamSeconds: seconds('upstream_call_duration', 'Duration of single attempts of calls.', ['operation']),
  retries: counter('upstream_retries_total', 'Attempts after the first one.', ['operation']),
  callsSaved: counter('upstream_calls_saved_total', 'Loads answered by a call that another load had made.'),
  inFlight: reading('upstream_in_flight', 'Calls to SuperOffice in flight.'),
  waiting: reading('upstream_waiting', 'Calls that wait for one in flight to end, or for memory.'),
  callRefusals: counter(
    'call_refusals_total',
    'Calls that were not made, by reason: calls, minute, queue, rate, memory.',
    ['reason'],
  ),
  peakRate: reading(
    'upstream_peak_calls_per_second',
    'Most calls, retries included, in any second of the last minute.',
  ),
  heldBytes: reading(
    'held_bytes',
    'Bytes of responses that requests in work hold or expect; MAX_HELD_BYTES is the limit.',
  ),
  breakerState: gauge('upstream_breaker_state', 'Circuit to SuperOffice: 0 closed, 1 half-open, 2 open.'),
  tenantStates: counter(
    'tenant_states_total',
    'Requests for the state of the tenant; outcome is running, not_running or an error code.',
    ['outcome'],
  ),
  logins: counter('logins_total', "Logins with the gateway's own credentials; outcome is ok or an error code.", [
    'outcome',
  ]),
  selectLength: chars('select_length', 'Characters of $select as sent.'),
  unrecognizedNames: counter('unrecognized_names_total', 'Enum names of SuperOffice that no published list has.'),
});

let ofProcess: Registry | null = null;

/** What is measured of the process as a whole: once, because each measurement observes node until the process ends. */
function processMetrics(): Registry {
  if (ofProcess === null) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
    new Counter({
      name: 'superoffice_chat_log_lines_dropped_total',
      help: 'Lines of the log on stdout that were dropped because it was not read.',
      registers: [ofProcess],
      collect(): void {
        this.reset();
        this.inc(droppedLines());
      },
    });
  }
  return ofProcess;
}

/** Counters of its own, so that two gateways in one process do not add up. */
export function gatewayMetrics() {
  const own = new Registry();
  const makers = makersFor(own);
  makers
    .labelled('info', 'Always 1; its label says which version runs.', ['version'])
    .set({ version: packageVersion() }, 1);
  const metrics = { ...operationMetrics(makers), ...upstreamMetrics(makers) };
  return { registry: Registry.merge([processMetrics(), own]), ...metrics };
}

export type GatewayMetrics = ReturnType<typeof gatewayMetrics>;
