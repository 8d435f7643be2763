/** Builds the rules for all operations from the settings: which may be executed, and how each is logged. */
import type { Clock } from '../../base/clock.js';
import type { GatewayConfig } from '../../config/gateway-config.js';
import { typeDefs } from '../../subgraph/type-defs.js';
import { auditLog } from './audit-log.js';
import { operationGate } from './operation-gate.js';
import { operationLog } from './operation-log.js';
import { personalFields } from './personal-fields.js';
import type { OperationRules } from './pipeline.js';

export const operationRules = (config: GatewayConfig, clock: Clock): OperationRules => ({
  gate: operationGate(config),
  maxBorrowedFields: config.limits.maxRecursiveSelections,
  clock,
  log: operationLog(clock),
  audit: config.auditLog ? auditLog(personalFields(typeDefs(config))) : null,
});
