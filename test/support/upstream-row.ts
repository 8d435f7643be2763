/**
 * The steps of every row of the upstream matrix: one operation reads a session with the fault and another session; a second one
 * reads a healthy session; then the gateway stops.
 */
import { comesTrue } from './eventually.js';
import { leftOpen, openHandles } from './open-handles.js';
import { gatewayAt, type GraphqlError } from './query-gateway.js';
import { sessionAnswer } from './raw-answers.js';
import { scriptedUpstream, write, type Script, type ScriptedOptions } from './scripted-upstream.js';

export const faultyId = '13';

/** Short for tests, long enough for a busy machine. */
export const shortDeadlines = {
  CONNECT_TIMEOUT_MS: '200',
  ATTEMPT_TIMEOUT_MS: '400',
  UPSTREAM_TIMEOUT_MS: '2000',
  OPERATION_TIMEOUT_MS: '5000',
};

export const healthy: Script = ({ id }) => [write(sessionAnswer(id))];

/** The fault for the faulty session, healthy responses for all others. */
export const onlyFor =
  (id: string, fault: Script): Script =>
  (request) =>
    request.id === id ? fault(request) : healthy(request);

export interface RowResult {
  /** The faulty session in the response. */
  readonly faulty: unknown;
  readonly headers: Headers;
  readonly errors: readonly GraphqlError[];
  /** Codes of the errors, each with its path. */
  readonly codes: readonly string[];
  /** Upstream calls for the faulty session. */
  readonly calls: number;
  readonly log: string;
  readonly survivors: {
    readonly sibling: unknown;
    readonly siblingCalls: number;
    /** Data of the next query. */
    readonly next: unknown;
    /** Open sockets at the upstream after the gateway has stopped. */
    readonly sockets: number;
    readonly handles: readonly string[];
  };
  /** Connections with the fault that are still open when the client has its response. */
  readonly faultyConnections: number;
}

/** The expected `survivors` of every row. */
export const allSurvived: RowResult['survivors'] = {
  sibling: { status: 'CLOSED' },
  siblingCalls: 1,
  next: { status: 'CLOSED' },
  sockets: 0,
  handles: [],
};

interface RowOptions {
  readonly settings?: Readonly<Record<string, string>>;
  /** Selection of the faulty session. */
  readonly fields?: string;
  readonly upstream?: ScriptedOptions;
  /** true: waits until the faulty connection has closed; false: it may be used again. */
  readonly closes?: boolean;
}

/** Logged attempts for a session: for faults where no request reaches the upstream. */
export const attemptsLogged = (log: string, id: string): number =>
  log.split('\n').filter((line) => line.includes('"event":"upstream"') && line.includes(`chatSessionEntityId=${id}&`))
    .length;

export const codesOf = (errors: readonly GraphqlError[]): readonly string[] =>
  errors.map(({ path, extensions }) => `${path?.join('.')}: ${extensions.code}`);

export async function rowResult(fault: Script, options: RowOptions = {}): Promise<RowResult> {
  const { settings = {}, fields = 'status', closes = false } = options;
  const before = openHandles();
  await using upstream = await scriptedUpstream(onlyFor(faultyId, fault), options.upstream);
  const gateway = await gatewayAt(upstream.url, settings);
  const open = (): number => upstream.requestsFor(faultyId).filter(upstream.isOpen).length;

  const query = `{ faulty: chatSession(id: ${faultyId}) { ${fields} } sibling: chatSession(id: 192) { status } }`;
  const {
    data,
    headers,
    errors = [],
  } = await gateway.query(query).catch(async (error: unknown) => {
    await gateway[Symbol.asyncDispose]();
    throw error;
  });
  if (closes) await comesTrue(() => open() === 0, 500);
  const faultyConnections = open();
  const next = await gateway.query('{ chatSession(id: 193) { status } }');
  await gateway[Symbol.asyncDispose]();

  await comesTrue(() => upstream.openSockets() === 0);
  const sockets = upstream.openSockets();
  await upstream[Symbol.asyncDispose]();
  return {
    faulty: data.faulty,
    headers,
    errors,
    codes: codesOf(errors),
    calls: upstream.requestsFor(faultyId).length,
    log: gateway.log(),
    survivors: {
      sibling: data.sibling,
      siblingCalls: upstream.requestsFor('192').length,
      next: next.data.chatSession,
      sockets,
      handles: await leftOpen(before),
    },
    faultyConnections,
  };
}
