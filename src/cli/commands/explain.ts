/** `explain`: the calls to SuperOffice that a query would make, without making them. */
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
  maybe: 'if there is',
  each: 'for each   ',
} as const;

function totalText({ atLeast, atMost }: CallPlan): string {
  const calls = (count: number): string => `${count} call${count === 1 ? '' : 's'}`;
  if (atLeast === atMost) return `${calls(atLeast)} to SuperOffice, retries not counted.`;
  const most = atMost === null ? 'at most as many as its lists are long' : `at most ${atMost}`;
  return `At least ${calls(atLeast)} to SuperOffice, ${most}, retries not counted.`;
}

/** @returns seconds that so many calls take at least; 0 where their rate is not limited */
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

/** For people. */
function planText(plan: CallPlan, config: GatewayConfig): string {
  const lines = plan.calls.map(({ operation, id, select, condition }) =>
    [conditions[condition], operation, id, select === null ? null : `$select=${select}`]
      .filter((part) => part !== null)
      .join(' '),
  );
  return [totalText(plan), ...rateText(plan, config), ...(lines.length > 0 ? ['', ...lines] : [])].join('\n');
}

/** What a file says, as text that can be shown. @throws {WrongInputError} it cannot be read */
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
    // said below
  }
  throw new WrongInputError(`${path} is not a JSON object of variables.`);
}

/** @throws {GraphQLError | GatewayError | WrongInputError} the document is refused, as the gateway would refuse it */
function checkOperation(planned: PlannedOperation, schema: GraphQLSchema, { limits }: GatewayConfig): void {
  const { document, variables, operationName } = planned;
  const [problem] = validate(schema, document);
  if (problem) throw problem;
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new WrongInputError('Which operation? Name one with --operation.');
  checkLimits(operationPlan({ schema, document, node: operation }), variables, limits);
}

const refusals = [GraphQLError, GatewayError, WrongInputError];

export const explain: Command = {
  name: 'explain',
  summary: 'prints the calls that a query would make, without making them',
  help: `Usage: superoffice-chat-graphql explain QUERY.graphql [--variables FILE.json] [--operation NAME] [--json]

Prints which calls to SuperOffice the query makes, each with its $select: always, if there is something to read
on, or for each item of some list; and how many they are at least and at most. Nothing is sent anywhere.
  --variables  a JSON file with the variables
  --operation  which one, if the document has several
  --json       for programs: {atLeast, atMost, secondsAtLeast, calls: [{operation, id, select, condition}]}
It obeys MAX_UPSTREAM_CALLS_PER_SECOND, SELECT_MAX_LENGTH, EXPOSE_SESSION_KEY, MUTATIONS and the limits of operations, like the gateway.`,
  usesSettings: false,
  takesWords: true,
  options: { variables: { type: 'string' }, operation: { type: 'string' }, json: { type: 'boolean' } },
  run: async ({ values, words, environment, say, complain }) => {
    const [path, ...others] = words;
    if (path === undefined || others.length > 0) {
      complain('Name one file with a query.');
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
      say(values['json'] ? wellFormedJson(JSON.stringify(json)) : planText({ errors, ...plan }, config));
      for (const { message } of errors) complain(message);
      return errors.length > 0 ? 1 : 0;
    } catch (error) {
      if (!refusals.some((kind) => error instanceof kind) || !(error instanceof Error)) throw error;
      complain(error.message);
      return 1;
    }
  },
};
