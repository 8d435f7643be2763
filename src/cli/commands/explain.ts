/** `explain`: prints the calls to SuperOffice that a query would make, without making them. */
import { readFileSync } from 'node:fs';
import { getOperationAST, GraphQLError, parse, validate, type GraphQLSchema } from 'graphql';
import { wellFormedJson } from '../../base/well-formed-json.js';
import { gatewayConfig, type GatewayConfig } from '../../config/gateway-config.js';
import { GatewayError } from '../../errors/gateway-error.js';
import { operationPlan } from '../../plan/document-plan.js';
import { checkLimits } from '../../plan/limits.js';
import { callPlan, type CallPlan, type PlannedOperation } from '../../explain/call-plan.js';
import { subgraphSchema } from '../../subgraph/subgraph-schema.js';
import { isRecord } from '../../base/json-record.js';
import type { Command } from '../command.js';

/** A file or an option that cannot be used; the message names it. */
class WrongInputError extends Error {}

const conditions = {
  always: 'always     ',
  maybe: 'if present ',
  each: 'for each   ',
} as const;

function totalText({ atLeast, atMost }: CallPlan): string {
  const calls = (count: number): string => `${count} call${count === 1 ? '' : 's'}`;
  if (atLeast === atMost) return `${calls(atLeast)} to SuperOffice, retries not counted.`;
  const most = atMost === null ? 'more with longer lists' : `at most ${atMost}`;
  return `At least ${calls(atLeast)} to SuperOffice, ${most}, retries not counted.`;
}

/** @returns the minimum seconds that so many calls take; 0 when their rate is not limited */
const secondsFor = (calls: number, { superoffice: { maxCallsPerSecond: limit } }: GatewayConfig): number =>
  limit === 0 ? 0 : Math.max(0, Math.ceil(calls / limit) - 1);

function rateText({ atLeast, atMost }: CallPlan, config: GatewayConfig): readonly string[] {
  const [few, many] = [secondsFor(atLeast, config), secondsFor(atMost ?? atLeast, config)];
  if (many === 0) return [];
  const time = few === many ? `${few}` : `${few} to ${many}`;
  return [
    `At MAX_UPSTREAM_CALLS_PER_SECOND=${config.superoffice.maxCallsPerSecond} they take ${time} seconds at least.`,
  ];
}

const recordsText = (records: number | null): string | null =>
  records === null || records === 1 ? null : `(${records} records at most)`;

/** The plan as text for people. */
function planText(plan: CallPlan, config: GatewayConfig): string {
  const lines = plan.calls.map(({ operation, id, select, records, condition }) =>
    [conditions[condition], operation, id, select === null ? null : `$select=${select}`, recordsText(records)]
      .filter((part) => part !== null)
      .join(' '),
  );
  return [totalText(plan), ...rateText(plan, config), ...(lines.length > 0 ? ['', ...lines] : [])].join('\n');
}

/** @throws {WrongInputError} it cannot be read */
function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new WrongInputError(`${path} cannot be read.`);
  }
}

function readVariables(path: unknown): Readonly<Record<string, unknown>> {
  if (typeof path !== 'string') return {};
  const text = readFile(path);
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch {
    // thrown below
  }
  throw new WrongInputError(`${path} is not a JSON object of variables.`);
}

/** @throws {GraphQLError | GatewayError | WrongInputError} the document is refused, as the gateway would refuse it */
function checkOperation(planned: PlannedOperation, schema: GraphQLSchema, { limits }: GatewayConfig): void {
  const { document, variables, operationName } = planned;
  const [problem] = validate(schema, document);
  if (problem) throw problem;
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new WrongInputError('Name one operation of the document with --operation.');
  checkLimits(operationPlan({ schema, document, node: operation }), variables, limits);
}

const refusals = [GraphQLError, GatewayError, WrongInputError];

export const explain: Command = {
  name: 'explain',
  summary: 'prints the calls that a query would make, without making them',
  help: `Usage: superoffice-chat-graphql explain QUERY.graphql [--variables FILE.json] [--operation NAME] [--json]

Prints the calls to SuperOffice that the query makes, each with its $select and whether it is made always, only if
a record exists, or for each item of a list; and their minimum and maximum number. No request is sent.
  --variables  a JSON file with the variables
  --operation  the operation to explain, if the document has several
  --json       for programs: {atLeast, atMost, secondsAtLeast, calls: [{operation, id, select, records, condition}]}
Like the gateway, it applies MAX_UPSTREAM_CALLS_PER_SECOND, SELECT_MAX_LENGTH, SESSION_CHANGES, EXPOSE_SESSION_KEY, MUTATIONS, ARCHIVE and the limits of operations.`,
  usesSettings: false,
  takesPositionals: true,
  options: { variables: { type: 'string' }, operation: { type: 'string' }, json: { type: 'boolean' } },
  run: async ({ values, positionals, environment, stdout, stderr }) => {
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0) {
      stderr('Name one file with a query.');
      return 2;
    }
    try {
      const config = gatewayConfig(environment);
      const document = parse(readFile(path), { maxTokens: config.limits.maxTokens });
      const operationName = typeof values['operation'] === 'string' ? values['operation'] : undefined;
      const planned = { document, variables: readVariables(values['variables']), operationName };
      const schema = subgraphSchema(config);
      checkOperation(planned, schema, config);
      const { errors, ...plan } = await callPlan(schema, config, planned);
      const json = { ...plan, secondsAtLeast: secondsFor(plan.atLeast, config) };
      stdout(values['json'] ? wellFormedJson(JSON.stringify(json)) : planText({ errors, ...plan }, config));
      for (const { message } of errors) stderr(message);
      return errors.length > 0 ? 1 : 0;
    } catch (error) {
      if (!refusals.some((kind) => error instanceof kind) || !(error instanceof Error)) throw error;
      stderr(error.message);
      return 1;
    }
  },
};
