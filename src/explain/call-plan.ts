/**
 * What a query would cost, without asking SuperOffice: the operation is executed by the code that always does, resolvers and
 * loaders and all, with answers that are made up: once as if nothing were there, once as if everything were. So a plan cannot
 * drift from what is done.
 */
import { getOperationAST, type DocumentNode, type GraphQLError, type GraphQLSchema } from 'graphql';
import { reads } from '../catalog/catalog.js';
import type { GatewayConfig } from '../config/gateway-config.js';
import { executeOperation } from '../execution/execute-operation.js';
import { systemClock } from '../base/clock.js';
import { gatewayLogger } from '../observability/logger.js';
import { gatewayMetrics } from '../observability/metrics.js';
import { allRecordsExist, firstInventedId, noRecordsExist } from './dry-run-responses.js';
import type { AgentCall } from '../superoffice/agent-call.js';
import { dryRunSession } from './dry-run-session.js';
import { selectWriter } from '../superoffice/select-text.js';
import { createContext, type SharedParts } from '../server/graphql/create-context.js';

/** always: whatever SuperOffice answers · maybe: when there is something to read on · each: for every item of some list */
export type Condition = 'always' | 'maybe' | 'each';

export interface PlannedCall {
  readonly operation: string;
  /** null: of the caller's own, or of a record that SuperOffice names. */
  readonly id: string | null;
  /** The value of `$select`; null: there is none. */
  readonly select: string | null;
  readonly condition: Condition;
}

export interface CallPlan {
  readonly calls: readonly PlannedCall[];
  /** Metered calls, retries not counted. */
  readonly atLeast: number;
  /** null: it depends on how long SuperOffice's lists are. */
  readonly atMost: number | null;
  /** What GraphQL says about the operation; the plan holds for the rest. */
  readonly errors: readonly GraphQLError[];
}

export interface PlannedOperation {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: string | undefined;
}

const beyondAnyLimit = { maxUpstreamCalls: 1_000_000, maxRepresentations: 1_000_000 };

function rehearsalParts(config: GatewayConfig): Omit<SharedParts, 'client'> {
  return {
    writeSelect: selectWriter(config.superoffice.selectMaxLength),
    principalKeysOf: () => ({ principal: 'rehearsal', quotaKey: 'rehearsal' }),
    readContext: {
      baseTimeZone: config.baseTimeZone,
      customerGoneAfterMs: config.customerGoneAfterMs,
      reportUnrecognized: () => undefined,
    },
    clock: systemClock,
    logger: gatewayLogger({ level: 'silent', secretHeaders: [] }),
    metrics: gatewayMetrics(),
    limits: { maxAnswerRecords: Number.MAX_SAFE_INTEGER, ofCaller: beyondAnyLimit, ofRouter: beyondAnyLimit },
    isAudited: false,
  };
}

/** @returns executes the operation with these answers, and says which calls it made */
function rehearsals(
  schema: GraphQLSchema,
  config: GatewayConfig,
  { document, variables, operationName }: PlannedOperation,
) {
  const parts = rehearsalParts(config);
  const node = getOperationAST(document, operationName);
  if (!node) throw new Error('the document has no such operation');
  return async (answer: (call: AgentCall) => unknown) => {
    const session = dryRunSession(answer);
    const client = { session: () => session };
    const request = {
      requestId: 'rehearsal',
      isRouter: true,
      isExplained: false,
      signal: new AbortController().signal,
    };
    const forwarded = { headers: {}, hasCredentials: true };
    const contextValue = createContext({ ...parts, client }, { ...request, forwarded });
    const { errors = [] } = await executeOperation({ schema, document, node, variables, contextValue });
    return { calls: session.calls, errors };
  };
}

const idOf = ({ id }: AgentCall): string | null => (id === '' || Number(id) >= firstInventedId ? null : id);

const keyOf = (call: AgentCall): string => `${call.operation} ${idOf(call) ?? ''} ${call.select ?? ''}`;

/** Each kind of call once, with how often it is made. */
function counted(
  calls: readonly AgentCall[],
): ReadonlyMap<string, { readonly call: AgentCall; readonly count: number }> {
  const kinds = new Map<string, { call: AgentCall; count: number }>();
  for (const call of calls) kinds.set(keyOf(call), { call, count: (kinds.get(keyOf(call))?.count ?? 0) + 1 });
  return kinds;
}

interface Rehearsals {
  /** One for each way in which there may be nothing. */
  readonly empty: readonly (readonly AgentCall[])[];
  /** Everything is there: lists of some length, and longer ones. */
  readonly full: readonly AgentCall[];
  readonly longer: readonly AgentCall[];
}

function plannedCalls({ empty, full, longer }: Rehearsals): readonly PlannedCall[] {
  const [few, many] = [counted(full), counted(longer)];
  const kinds = new Map([...counted(empty.flat()), ...few]);
  function conditionOf(key: string): Condition {
    const isAlways = few.has(key) && empty.every((calls) => calls.some((call) => keyOf(call) === key));
    if (isAlways) return 'always';
    return (many.get(key)?.count ?? 0) > (few.get(key)?.count ?? 0) ? 'each' : 'maybe';
  }
  return [...kinds].map(([key, { call }]): PlannedCall => {
    const { operation, select = null } = call;
    return { operation, id: idOf(call), select, condition: conditionOf(key) };
  });
}

/**
 * As if all answers came at once. Which places share a call, and what it selects for them, can differ with the order in which
 * SuperOffice answers, and with records that turn out to be the same one.
 * @throws nothing of GraphQL: its errors are part of the plan. The document must be valid, and have the operation.
 */
export async function callPlan(
  schema: GraphQLSchema,
  config: GatewayConfig,
  planned: PlannedOperation,
): Promise<CallPlan> {
  const rehearse = rehearsals(schema, config, planned);
  const none = await rehearse(noRecordsExist([]));
  const topicIds = none.calls.filter(({ operation }) => operation === reads.chatTopic.name).map(({ id }) => Number(id));
  const held = await rehearse(noRecordsExist(topicIds));
  const full = await rehearse(allRecordsExist({ itemsPerStatus: 1 }));
  const longer = await rehearse(allRecordsExist({ itemsPerStatus: 2 }));
  const counts = [none, held, full].map(({ calls }) => calls.length);
  return {
    calls: plannedCalls({ empty: [none.calls, held.calls], full: full.calls, longer: longer.calls }),
    atLeast: Math.min(...counts),
    atMost: longer.calls.length > full.calls.length ? null : Math.max(...counts),
    errors: none.errors,
  };
}
