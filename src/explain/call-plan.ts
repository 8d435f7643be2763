/**
 * Calculates which calls a query would make, without calling SuperOffice: a dry run executes the operation with the gateway's own
 * resolvers and loaders on generated responses, once as if no record existed and once as if all did. So a plan always matches the
 * real execution.
 */
import { getOperationAST, type DocumentNode, type GraphQLError, type GraphQLSchema } from 'graphql';
import { reads } from '../catalog/catalog.js';
import type { GatewayConfig } from '../config/gateway-config.js';
import { CallerTopics } from '../live/caller-topics.js';
import { firstEvent } from '../live/stream-event.js';
import { executeOperation } from '../execution/execute-operation.js';
import { systemClock } from '../base/clock.js';
import { gatewayLogger } from '../observability/logger.js';
import { gatewayMetrics } from '../observability/metrics.js';
import { allRecordsExist, firstGeneratedId, noRecordsExist } from './dry-run-responses.js';
import { selectionOf, type AgentCall } from '../superoffice/agent-call.js';
import { dryRunSession } from './dry-run-session.js';
import { ActionOutcomes } from '../execution/action-outcomes.js';
import { knownCallers } from '../superoffice/caller-ids.js';
import { selectWriter } from '../superoffice/select-text.js';
import { createContext, type SharedParts } from '../server/graphql/create-context.js';

/** always: whatever SuperOffice responds · maybe: only if a record exists · each: for every item of a list */
export type Condition = 'always' | 'maybe' | 'each';

export interface PlannedCall {
  readonly operation: string;
  /** null: the call reads the caller's own records, or a record whose id comes from SuperOffice. */
  readonly id: string | null;
  /** The value of `$select`, or the columns of an archive; null: the call has none. */
  readonly select: string | null;
  /** Records that SuperOffice counts for the call, at most; null: as many as a list has. */
  readonly records: number | null;
  readonly condition: Condition;
}

export interface CallPlan {
  readonly calls: readonly PlannedCall[];
  /** Metered calls without retries. */
  readonly atLeast: number;
  /** null: it depends on the length of SuperOffice's lists. */
  readonly atMost: number | null;
  /** GraphQL errors of the operation; the plan holds for the fields without errors. */
  readonly errors: readonly GraphQLError[];
}

export interface PlannedOperation {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: string | undefined;
}

const unlimited = { maxUpstreamCalls: 1_000_000, maxRepresentations: 1_000_000 };

type RememberedParts = Pick<SharedParts, 'actionOutcomes' | 'knownCallers'>;

/** What a gateway remembers: nothing yet, in each run. */
const nothingRemembered = ({ superoffice }: GatewayConfig): RememberedParts => ({
  actionOutcomes: new ActionOutcomes(systemClock),
  knownCallers: superoffice.ownCredentials === null ? knownCallers(systemClock) : null,
});

function dryRunParts(config: GatewayConfig): Omit<SharedParts, 'client' | keyof RememberedParts> {
  return {
    writeSelect: selectWriter(config.superoffice.selectMaxLength),
    principalKeysOf: () => ({ principal: 'dry-run', quotaKey: 'dry-run' }),
    readContext: {
      baseTimeZone: config.baseTimeZone,
      customerGoneAfterMs: config.customerGoneAfterMs,
      reportUnrecognized: () => undefined,
    },
    clock: systemClock,
    logger: gatewayLogger({ level: 'silent', secretHeaders: [] }),
    metrics: gatewayMetrics(),
    limits: { maxAnswerRecords: Number.MAX_SAFE_INTEGER, forCallers: unlimited, forRouter: unlimited },
    hasPatch: config.superoffice.hasPatch,
    archive: config.archiveAccess && { ...config.archiveAccess, isDryRun: true },
    isAudited: false,
    announce: () => undefined,
  };
}

/** @returns executes the operation with the responses of `respond`, and returns the calls and the errors */
function dryRuns(
  schema: GraphQLSchema,
  config: GatewayConfig,
  { document, variables, operationName }: PlannedOperation,
) {
  const parts = dryRunParts(config);
  const node = getOperationAST(document, operationName);
  if (!node) throw new Error('the document has no such operation');
  return async (respond: (call: AgentCall) => unknown) => {
    const session = dryRunSession(respond);
    const client = { session: () => session };
    const request = {
      requestId: 'dry-run',
      isRouter: true,
      isExplained: false,
      signal: new AbortController().signal,
    };
    const forwarded = { headers: {}, hasCredentials: true };
    const context = createContext({ ...parts, ...nothingRemembered(config), client }, { ...request, forwarded });
    const contextValue = { ...context, event: firstEvent(new CallerTopics(systemClock)) }; // of queries, nothing reads it
    const { errors = [] } = await executeOperation({ schema, document, node, variables, contextValue });
    return { calls: session.calls, errors };
  };
}

const idOf = ({ id }: AgentCall): string | null => (id === '' || Number(id) >= firstGeneratedId ? null : id);

const keyOf = (call: AgentCall): string => `${call.operation} ${idOf(call) ?? ''} ${selectionOf(call) ?? ''}`;

/** SuperOffice counts each item of a list as a record. */
function recordsOf({ expected }: AgentCall): number | null {
  if (expected?.kind === 'rows') return expected.top;
  return expected?.kind === 'list' ? (expected.ids?.size ?? null) : 1;
}

/** Each kind of call once, with its number. */
function countByKind(
  calls: readonly AgentCall[],
): ReadonlyMap<string, { readonly call: AgentCall; readonly count: number }> {
  const kinds = new Map<string, { call: AgentCall; count: number }>();
  for (const call of calls) kinds.set(keyOf(call), { call, count: (kinds.get(keyOf(call))?.count ?? 0) + 1 });
  return kinds;
}

/** The calls of each dry run. */
interface DryRuns {
  /** No record exists, except the caller's own topics in the second run. */
  readonly empty: readonly (readonly AgentCall[])[];
  /** All records exist. */
  readonly full: readonly AgentCall[];
  /** As `full`, with longer lists. */
  readonly longer: readonly AgentCall[];
}

function plannedCalls({ empty, full, longer }: DryRuns): readonly PlannedCall[] {
  const [few, many] = [countByKind(full), countByKind(longer)];
  const kinds = new Map([...countByKind(empty.flat()), ...few]);
  function conditionOf(key: string): Condition {
    const isAlways = few.has(key) && empty.every((calls) => calls.some((call) => keyOf(call) === key));
    if (isAlways) return 'always';
    return (many.get(key)?.count ?? 0) > (few.get(key)?.count ?? 0) ? 'each' : 'maybe';
  }
  return [...kinds].map(([key, { call }]): PlannedCall => {
    const { operation } = call;
    const [select, records] = [selectionOf(call), recordsOf(call)];
    return { operation, id: idOf(call), select, records, condition: conditionOf(key) };
  });
}

/**
 * Plans the calls as if all responses arrived at once. In a real execution the order of SuperOffice's responses, and ids that refer to
 * the same record, can change which fields share a call and its `$select`.
 * The document must be valid; GraphQL errors of the execution are part of the plan.
 * @throws {Error} the document does not have the operation
 */
export async function callPlan(
  schema: GraphQLSchema,
  config: GatewayConfig,
  planned: PlannedOperation,
): Promise<CallPlan> {
  const dryRun = dryRuns(schema, config, planned);
  const none = await dryRun(noRecordsExist([]));
  const topicIds = none.calls.filter(({ operation }) => operation === reads.chatTopic.name).map(({ id }) => Number(id));
  const ownTopics = await dryRun(noRecordsExist(topicIds));
  const full = await dryRun(allRecordsExist({ itemsPerStatus: 1 }));
  const longer = await dryRun(allRecordsExist({ itemsPerStatus: 2 }));
  const counts = [none, ownTopics, full].map(({ calls }) => calls.length);
  return {
    calls: plannedCalls({ empty: [none.calls, ownTopics.calls], full: full.calls, longer: longer.calls }),
    atLeast: Math.min(...counts),
    atMost: longer.calls.length > full.calls.length ? null : Math.max(...counts),
    errors: none.errors,
  };
}
