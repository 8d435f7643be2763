/** The doctor's probes against an emulator, on a chat session with all that they check. */
import { gatewayConfig } from '../../src/config/gateway-config.js';
import type { ProbeTarget } from '../../src/doctor/probe-client.js';
import type { ProbeResult } from '../../src/doctor/probe.js';
import type { Report } from '../../src/doctor/report.js';
import { runProbes } from '../../src/doctor/run-probes.js';
import { startEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/index.js';
import { systemClock } from '../../src/base/clock.js';
import { authorization } from './query-gateway.js';

/** Texts of the chat below that must not be printed. */
export const privateTexts = [
  'Kari Nordmann',
  'kari@example.com',
  'Fjordveien',
  'Bergen',
  'What does it cost?',
  'Fjord AS',
];

export const probedSessionId = '1192';

/** Idle since summer, with messages, a company, texts in two languages, and no participant typing. */
export function putProbedSession(emulator: Emulator): void {
  const id = Number(probedSessionId);
  emulator.putSession({
    ChatSessionId: id,
    TopicId: 2,
    User: { AssociateId: 701, FullName: 'Terje Nordmann' },
    CustomerName: 'Kari Nordmann',
    CustomerEmail: 'kari@example.com',
    CustomerConsented: true,
    Status: 'UserLast',
    InitialQueuePos: 2,
    AlertLevel: 1,
    Rank: 3,
    Flags: '',
    WhenRequested: '2026-07-01T11:58:00Z',
    WhenStarted: '2026-07-01T11:59:00Z',
    WhenEnded: null,
    WhenIdle: '2026-07-01T12:00:07Z',
    WhenFetched: '2026-07-01T12:01:00Z',
    Contact: {
      ContactId: 5,
      Name: 'Fjord AS',
      CategoryName: 'NO:"Kunde";US:"Customer"',
      Address: { Street: { Address1: 'Fjordveien 1', City: 'Bergen' }, Postal: null },
    },
    Ticket: { TicketId: 7, CategoryName: 'NO:"Salg";US:"Sales"' },
  });
  const message = { ChatSessionId: id, Message: 'What does it cost?', Author: 'Kari Nordmann' };
  emulator.putMessages(id, [
    { ...message, ChatMessageId: 1, WhenPosted: '2026-07-01T11:58:05' },
    { ...message, ChatMessageId: 2, WhenPosted: '2026-07-01T12:00:07' },
  ]);
}

export interface DoctorRun extends Report {
  /** The results by id. */
  readonly byId: Readonly<Record<string, ProbeResult>>;
  /** Requests that the emulator recorded. */
  readonly requests: readonly string[];
}

export interface DoctorRunOptions {
  readonly settings?: Readonly<Record<string, string>>;
  readonly sessionId?: string | null;
  readonly credentials?: string;
  /** Runs before the first request. */
  prepare?(emulator: Emulator): void;
}

/** The target with these settings. */
export function probeTarget(settings: Readonly<Record<string, string>>, more: Partial<ProbeTarget> = {}): ProbeTarget {
  const config = gatewayConfig(settings);
  const baseUrl = config.superoffice.baseUrl ?? '';
  return { config, baseUrl, authorization, sessionId: probedSessionId, clock: systemClock, ...more };
}

/** All probes against an emulator with these options. */
export async function runDoctor(emulated: EmulatorOptions, options: DoctorRunOptions = {}): Promise<DoctorRun> {
  const { settings, sessionId = probedSessionId, credentials = authorization, prepare } = options;
  await using emulator = await startEmulator(emulated);
  putProbedSession(emulator);
  prepare?.(emulator);
  const target = { authorization: credentials, sessionId };
  const report = await runProbes(probeTarget({ SUPEROFFICE_URL: `${emulator.url}/Cust1`, ...settings }, target));
  const byId = Object.fromEntries(report.results.map((result) => [result.id, result]));
  return { ...report, byId, requests: emulator.requests };
}
