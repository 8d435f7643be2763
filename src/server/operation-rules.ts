/** What goes for every operation: which may be executed, and what is done beside it. */
import type { GatewayConfig } from '../config/gateway-config.js';
import type { Clock } from '../observability/clock.js';
import type { GatewayMetrics } from '../observability/metrics.js';
import { personalFields } from '../subgraph/personal-fields.js';
import { typeDefs } from '../subgraph/type-defs.js';
import { operationGate } from './operation-gate.js';
import { auditLog } from './plugins/audit-log.js';
import { errorOrigin } from './plugins/error-origin.js';
import { explainedAnswer } from './plugins/explained-answer.js';
import { legacyMediaType } from './plugins/legacy-media-type.js';
import { operationLog } from './plugins/operation-log.js';
import { operationTrace } from './plugins/operation-trace.js';
import type { OperationRules } from './plugins/watched-operations.js';

export const operationRules = (config: GatewayConfig, clock: Clock, metrics: GatewayMetrics): OperationRules => ({
  gate: operationGate(config),
  maxBorrowedFields: config.limits.maxRecursiveSelections,
  watches: [
    errorOrigin,
    operationLog(clock, metrics),
    operationTrace,
    legacyMediaType,
    explainedAnswer,
    ...(config.auditLog ? [auditLog(personalFields(typeDefs(config)))] : []),
  ],
});
