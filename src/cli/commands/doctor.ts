/** `doctor`: tells an operator how this particular SuperOffice behaves, and which settings that touches. */
import { readFileSync } from 'node:fs';
import { gatewayConfig, type GatewayConfig } from '../../config/gateway-config.js';
import type { TenantConfig } from '../../config/tenant-config.js';
import { InvalidSettingsError } from '../../config/invalid-settings-error.js';
import { askedServer } from '../../doctor/asked-server.js';
import { examination, plannedCalls, settingsOf } from '../../doctor/examination.js';
import { needsDecision } from '../../doctor/finding.js';
import { reportJson, reportTable } from '../../doctor/report.js';
import { isValidId } from '../../entities/identifiers.js';
import { BadUserInputError, GatewayError } from '../../errors/gateway-error.js';
import { systemClock } from '../../base/clock.js';
import { gatewayLogger } from '../../observability/logger.js';
import { gatewayMetrics } from '../../observability/metrics.js';
import { tenantEndpoints } from '../../superoffice/tenant/tenant-endpoints.js';
import type { Command, CommandInput } from '../command.js';

const standardInput = 0;

/** By file only, so that it is in no list of processes and in no history. */
function authorizationIn(path: unknown): string {
  const expectation = '--credentials: expected a file with the value of Authorization, or - for standard input';
  if (typeof path !== 'string' || path === '') throw new InvalidSettingsError([expectation]);
  try {
    return readFileSync(path === '-' ? standardInput : path, 'utf8').trim();
  } catch {
    throw new InvalidSettingsError([expectation]);
  }
}

function sessionIdOf(text: unknown): string | null {
  if (text === undefined) return null;
  if (typeof text === 'string' && isValidId(text)) return text;
  throw new InvalidSettingsError(['--session: expected the id of a chat session, from 1 to 2147483647']);
}

/** @throws {GatewayError} the tenant does not run, or its state cannot be had */
async function hostOf(tenant: TenantConfig, { superoffice }: GatewayConfig): Promise<string> {
  const logger = gatewayLogger({ level: 'silent', secretHeaders: [] });
  const options = { tenant, config: superoffice, clock: systemClock, logger, metrics: gatewayMetrics() };
  using endpoints = tenantEndpoints(options);
  return (await endpoints.current(AbortSignal.timeout(superoffice.totalTimeoutMs))).baseUrl;
}

/** Where the SuperOffice is that is to be examined, and what has to be asked before to know it. */
function placeOf(config: GatewayConfig): { readonly asked: readonly string[]; find(): Promise<string> } {
  const { baseUrl, tenant } = config.superoffice;
  if (baseUrl !== null) return { asked: [], find: async () => baseUrl };
  if (tenant !== null) return { asked: ["the tenant's state"], find: () => hostOf(tenant, config) };
  throw new InvalidSettingsError(['SUPEROFFICE_URL or SUPEROFFICE_TENANT: expected the SuperOffice to examine']);
}

async function examine({ values, environment, say, complain }: CommandInput): Promise<number> {
  const config = gatewayConfig(environment);
  const sessionId = sessionIdOf(values['session']);
  const place = placeOf(config);
  const authorization = authorizationIn(values['credentials']);
  const calls = [...place.asked, ...plannedCalls(sessionId)];
  complain(`At most ${calls.length} calls to SuperOffice, which read and change nothing:`);
  for (const call of calls) complain(`  ${call}`);
  const baseUrl = await place.find();
  using server = askedServer({ config: config.superoffice, baseUrl, authorization, clock: systemClock });
  const findings = await examination(server, sessionId, settingsOf(config));
  say((values['json'] === true ? reportJson : reportTable)(findings, server.calls));
  return needsDecision(findings) ? 1 : 0;
}

export const doctor: Command = {
  name: 'doctor',
  summary: 'tells how your SuperOffice behaves, and which settings that touches',
  help: `Usage: superoffice-chat-graphql doctor --credentials FILE [--session ID] [--json]

Asks the SuperOffice of SUPEROFFICE_URL or SUPEROFFICE_TENANT what is written down nowhere: a dozen calls at most, which only read.
They are listed on stderr before the first one is made. Nothing of what the records hold is printed.
  --credentials  a file with the value of Authorization (Bearer 8A:…, SOTicket 7T:…, Basic …); - is standard input
  --session      the chat session to look at, best a finished one with messages and a company; left out: an open one
                 of yours
  --json         for programs: {needsDecision, calls, findings: [{topic, asked, seen, meaning, setting, verdict}]}
Exit code 0: nothing to decide. 1: something needs a decision. 2: wrong words or settings.`,
  usesSettings: true,
  options: { credentials: { type: 'string' }, session: { type: 'string' }, json: { type: 'boolean' } },
  run: async (input) => {
    try {
      return await examine(input);
    } catch (error) {
      if (error instanceof BadUserInputError)
        throw new InvalidSettingsError([
          '--credentials: expected Basic, SOTicket or Bearer with its token, on one line',
        ]);
      if (!(error instanceof GatewayError)) throw error;
      input.complain(`The tenant cannot be examined. ${error.publicMessage}`);
      return 1;
    }
  },
};
