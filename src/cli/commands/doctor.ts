/** `doctor`: reports to an operator how their SuperOffice behaves, and which settings that touches. */
import { writeFileSync } from 'node:fs';
import { gatewayConfig } from '../../config/gateway-config.js';
import { InvalidSettingsError } from '../../config/invalid-settings-error.js';
import { needsDecision } from '../../doctor/probe.js';
import type { ProbeTarget } from '../../doctor/probe-client.js';
import { reportJson, reportTable, type Report } from '../../doctor/report.js';
import { plannedRequests, runProbes } from '../../doctor/run-probes.js';
import { watchWebhooks } from '../../doctor/webhooks/watch-webhooks.js';
import { isValidId } from '../../entities/identifiers.js';
import { BadUserInputError, GatewayError } from '../../errors/gateway-error.js';
import { systemClock } from '../../base/clock.js';
import type { Command, CommandInput } from '../command.js';
import { authorizationIn, locationOf, lockoutWarning, tenantIn } from '../target.js';

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

type Location = ReturnType<typeof locationOf>;

type Target = Omit<ProbeTarget, 'baseUrl'>;

async function probed(target: Target, location: Location, { stderr }: CommandInput): Promise<Report> {
  const calls = [...location.planned, ...plannedRequests(target.sessionId)];
  stderr(`At most ${calls.length} calls to SuperOffice, which read and change nothing:`);
  for (const call of calls) stderr(`  ${call}`);
  return runProbes({ ...target, baseUrl: await location.find() });
}

/** A number of an option. */
function numberIn(text: unknown, expectation: string, isValid: (value: number) => boolean): number {
  const value = typeof text === 'string' && text !== '' ? Number(text) : NaN;
  if (!isValid(value)) throw new InvalidSettingsError([expectation]);
  return value;
}

const isPort = (value: number): boolean => Number.isInteger(value) && value > 0 && value < 65_536;

/** @returns null: it was not confirmed */
async function watched(target: Target, location: Location, { values, stderr }: CommandInput): Promise<Report | null> {
  const url = values['webhooks'];
  if (typeof url !== 'string' || !URL.canParse(url))
    throw new InvalidSettingsError(['--webhooks: expected the https URL that leads to the port of --listen']);
  const port = numberIn(values['listen'], '--listen: expected a port', isPort);
  const minutes = numberIn(values['minutes'], '--minutes: expected up to 60', (value) => value > 0 && value <= 60);
  if (values['yes'] !== true) {
    stderr(`${lockoutWarning}\nNothing was registered. Repeat the command with --yes.`);
    return null;
  }
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return watchWebhooks({
    ...{ port, url: url.replace(/\/+$/, ''), durationMs: minutes * 60_000, signal: stopping.signal },
    target: { ...target, baseUrl: await location.find() },
    onReady: () =>
      stderr(`The webhook is registered. Chat for ${minutes} minutes, with replies and a transfer; Ctrl+C ends it.`),
  });
}

async function probeAndReport(input: CommandInput): Promise<number> {
  const { values, environment, stdout } = input;
  const config = tenantIn(gatewayConfig(environment), values['tenant']);
  const sessionId = sessionIdOf(values['session']);
  const location = locationOf(config);
  const authorization = authorizationIn(values['credentials']);
  const path = values['report'];
  if (typeof path === 'string') writeReport(path, ''); // before any call: a path that cannot be written is a wrong option
  const target = { config, authorization, sessionId, clock: systemClock };
  const report = await (values['webhooks'] === undefined ? probed : watched)(target, location, input);
  if (report === null) return 1;
  stdout((values['json'] === true ? reportJson : reportTable)(report));
  if (typeof path === 'string') writeReport(path, `${reportJson(report)}\n`);
  return needsDecision(report.results) ? 1 : 0;
}

export const doctor: Command = {
  name: 'doctor',
  summary: 'reports how your SuperOffice behaves, and which settings that touches',
  help: `Usage: superoffice-chat-graphql doctor --credentials FILE [--tenant NAME] [--session ID] [--report FILE] [--json]
       superoffice-chat-graphql doctor --credentials FILE --webhooks URL --listen PORT [--minutes 5] --yes

Probes the SuperOffice of SUPEROFFICE_URL or SUPEROFFICE_TENANT for behaviour that no documentation describes, with about two dozen calls, which change nothing.
The calls are listed on stderr before the first one is sent. No value of a record is printed.
  --credentials  a file with the value of Authorization (Bearer 8A:…, SOTicket 7T:…, Basic …); - is standard input
  --tenant       one of SUPEROFFICE_TENANTS
  --session      the chat session to read, preferably a finished one with messages and a company; default: an open
                 session of yours
  --report       writes how this server behaves, without names, texts, ids and hosts, for others and for emulate --like
  --webhooks     instead, registers a webhook at this https URL, watches the chats of five minutes, and deletes it: which events
                 come, how late, and what signs them. Each costs two calls, at most 300 in all; --yes, because it may lock users out
  --listen       the port to which the URL leads
  --json         for programs: {needsDecision, calls, findings: [{topic, title, seen, meaning, setting, verdict}]}
Exit code 0: nothing to decide. 1: something needs a decision. 2: wrong options or settings.`,
  usesSettings: true,
  options: {
    credentials: { type: 'string' },
    tenant: { type: 'string' },
    session: { type: 'string' },
    report: { type: 'string' },
    webhooks: { type: 'string' },
    listen: { type: 'string' },
    minutes: { type: 'string', default: '5' },
    yes: { type: 'boolean' },
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
