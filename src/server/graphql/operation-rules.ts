/** What goes for every operation: which may be executed, and what is done beside it. */
import type { GatewayConfig } from '../../config/gateway-config.js';
import type { Clock } from '../../base/clock.js';
import type { GatewayMetrics } from '../../observability/metrics.js';
import { personalFields } from './personal-fields.js';
import { typeDefs } from '../../subgraph/type-defs.js';
import { operationGate } from './operation-gate.js';
import { auditLog } from './audit-log.js';
import { errorOrigin } from './error-causes.js';
import { explainedAnswer } from './explained-response.js';
import { legacyMediaType } from './legacy-media-type.js';
import { operationLog } from './operation-log.js';
import { operationTrace } from './operation-trace.js';
import type { OperationRules } from './watched-operations.js';

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
