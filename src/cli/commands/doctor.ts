/** `doctor`: reports to an operator how their SuperOffice behaves, and which settings that touches. */
import { writeFileSync } from 'node:fs';
import { gatewayConfig } from '../../config/gateway-config.js';
import { InvalidSettingsError } from '../../config/invalid-settings-error.js';
import { needsDecision } from '../../doctor/probe.js';
import { reportJson, reportTable } from '../../doctor/report.js';
import { plannedRequests, runProbes } from '../../doctor/run-probes.js';
import { isValidId } from '../../entities/identifiers.js';
import { BadUserInputError, GatewayError } from '../../errors/gateway-error.js';
import { systemClock } from '../../base/clock.js';
import type { Command, CommandInput } from '../command.js';
import { authorizationIn, locationOf, tenantIn } from '../target.js';

function sessionIdOf(text: unknown): string | null {
  if (text === undefined) return null;
  if (typeof text === 'string' && isValidId(text)) return text;
  throw new InvalidSettingsError(['--session: expected the id of a chat session, from 1 to 2147483647']);
}

function writeReport(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch {
    throw new InvalidSettingsError(['--report: expected a file that can be written']);
  }
}

async function probeAndReport({ values, environment, stdout, stderr }: CommandInput): Promise<number> {
  const config = tenantIn(gatewayConfig(environment), values['tenant']);
  const sessionId = sessionIdOf(values['session']);
  const location = locationOf(config);
  const authorization = authorizationIn(values['credentials']);
  const path = values['report'];
  if (typeof path === 'string') writeReport(path, ''); // before any call: a path that cannot be written is a wrong option
  const calls = [...location.planned, ...plannedRequests(sessionId)];
  stderr(`At most ${calls.length} calls to SuperOffice, which read and change nothing:`);
  for (const call of calls) stderr(`  ${call}`);
  const baseUrl = await location.find();
  const report = await runProbes({ config, baseUrl, authorization, sessionId, clock: systemClock });
  stdout((values['json'] === true ? reportJson : reportTable)(report));
  if (typeof path === 'string') writeReport(path, `${reportJson(report)}\n`);
  return needsDecision(report.results) ? 1 : 0;
}

export const doctor: Command = {
  name: 'doctor',
  summary: 'reports how your SuperOffice behaves, and which settings that touches',
  help: `Usage: superoffice-chat-graphql doctor --credentials FILE [--tenant NAME] [--session ID] [--report FILE] [--json]

Probes the SuperOffice of SUPEROFFICE_URL or SUPEROFFICE_TENANT for behaviour that no documentation describes, with about two dozen calls, which change nothing.
The calls are listed on stderr before the first one is sent. No value of a record is printed.
  --credentials  a file with the value of Authorization (Bearer 8A:…, SOTicket 7T:…, Basic …); - is standard input
  --tenant       one of SUPEROFFICE_TENANTS
  --session      the chat session to read, preferably a finished one with messages and a company; default: an open
                 session of yours
  --report       writes how this server behaves, without names, texts, ids and hosts, for others and for emulate --like
  --json         for programs: {needsDecision, calls, findings: [{topic, title, seen, meaning, setting, verdict}]}
Exit code 0: nothing to decide. 1: something needs a decision. 2: wrong options or settings.`,
  usesSettings: true,
  options: {
    credentials: { type: 'string' },
    tenant: { type: 'string' },
    session: { type: 'string' },
    report: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async (input) => {
    try {
      return await probeAndReport(input);
    } catch (error) {
      if (error instanceof BadUserInputError)
        throw new InvalidSettingsError([
          '--credentials: expected Basic, SOTicket or Bearer with its token, on one line',
        ]);
      if (!(error instanceof GatewayError)) throw error;
      input.stderr(`The tenant cannot be probed. ${error.publicMessage}`);
      return 1;
    }
  },
};
