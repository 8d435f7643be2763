/** The doctor at an emulator: a chat that tells all that can be told, and what is found out on it. */
import { gatewayConfig } from '../../src/config/gateway-config.js';
import { askedServer } from '../../src/doctor/asked-server.js';
import { examination, settingsOf } from '../../src/doctor/examination.js';
import type { Finding } from '../../src/doctor/finding.js';
import { startEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/index.js';
import { systemClock } from '../../src/base/clock.js';
import { authorization } from './query-gateway.js';

/** Texts of the chat below: none may be printed. */
export const privateTexts = [
  'Kari Nordmann',
  'kari@example.com',
  'Fjordveien',
  'Bergen',
  'What does it cost?',
  'Fjord AS',
];

export const patientId = '1192';

/** Ended in summer, with messages, a company, texts in two languages, and nobody typing. */
export function putPatient(emulator: Emulator): void {
  const id = Number(patientId);
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

export interface Examined {
  /** By topic. */
  readonly findings: Readonly<Record<string, Finding>>;
  readonly calls: number;
  /** As the emulator recorded them. */
  readonly requests: readonly string[];
}

export interface ExaminedAs {
  readonly settings?: Readonly<Record<string, string>>;
  readonly sessionId?: string | null;
  readonly credentials?: string;
  /** Before the first call. */
  prepare?(emulator: Emulator): void;
}

/** An examination of an emulator with these readings. */
export async function examined(readings: EmulatorOptions, as: ExaminedAs = {}): Promise<Examined> {
  const { settings = {}, sessionId = patientId, credentials = authorization, prepare } = as;
  await using emulator = await startEmulator(readings);
  putPatient(emulator);
  prepare?.(emulator);
  const config = gatewayConfig({ SUPEROFFICE_URL: `${emulator.url}/Cust1`, ...settings });
  const baseUrl = config.superoffice.baseUrl ?? '';
  using server = askedServer({
    config: config.superoffice,
    baseUrl,
    authorization: credentials,
    clock: systemClock,
  });
  const findings = await examination(server, sessionId, settingsOf(config));
  return {
    findings: Object.fromEntries(findings.map((finding) => [finding.topic, finding])),
    calls: server.calls,
    requests: emulator.requests,
  };
}
