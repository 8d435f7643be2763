/** The client as the gateway creates it, with its log as text and without jitter. */
import { gatewayConfig } from '../../src/config/gateway-config.js';
import type { SuperOfficeConfig } from '../../src/config/superoffice-config.js';
import { systemClock } from '../../src/base/clock.js';
import { gatewayMetrics } from '../../src/observability/metrics.js';
import { gatewayLogger } from '../../src/observability/logger.js';
import type { AgentCall } from '../../src/superoffice/agent-call.js';
import { superOfficeClient, type ClientSession } from '../../src/superoffice/client.js';
import { fixedEndpoints } from '../../src/superoffice/endpoints.js';
import { forwardedHeaders, type IncomingHeaders } from '../../src/superoffice/forwarded-headers.js';
import { secretHeaders } from '../../src/superoffice/request-headers.js';

type Environment = Readonly<Record<string, string>>;

export const sampleCredentials: IncomingHeaders = { authorization: 'Basic dGplMDpUamUw' };

/** The configuration of a gateway in front of this SuperOffice. */
export function configFor(url: string, environment: Environment = {}): SuperOfficeConfig & { baseUrl: string } {
  const { superoffice } = gatewayConfig({ SUPEROFFICE_URL: url, ...environment });
  return { ...superoffice, baseUrl: superoffice.baseUrl ?? '' };
}

export interface LogLine {
  readonly msg: string;
  readonly attempt: number;
  readonly status: number | null;
  readonly bytes: number;
  readonly code?: string;
}

export interface OpenClient extends Disposable {
  session(incoming?: IncomingHeaders, signal?: AbortSignal): ClientSession;
  /** The whole log. */
  logText(): string;
  logLines(): readonly LogLine[];
}

export function openClient(url: string, environment: Environment = {}): OpenClient {
  const lines: string[] = [];
  const stream = { write: (line: string) => void lines.push(line) };
  const logger = gatewayLogger({ level: 'debug', secretHeaders, stream });
  const config = configFor(url, environment);
  const client = superOfficeClient({
    config,
    endpoints: fixedEndpoints(config.baseUrl),
    clock: systemClock,
    random: () => 0,
    metrics: gatewayMetrics(),
  });
  return {
    session: (incoming = sampleCredentials, signal = new AbortController().signal) => {
      const forwarded = forwardedHeaders(incoming, { ...config, defaultAuthorization: null });
      return client.session({ forwarded, principal: 'one', quotaKey: 'one', signal, logger, maxCalls: 100 });
    },
    logText: () => lines.join(''),
    logLines: () => lines.map((line) => JSON.parse(line) as LogLine), // our own lines
    [Symbol.dispose]: () => client[Symbol.dispose](),
  };
}

/** A call for one session, as the loader creates it. */
export function readCall(id = '192', select = 'ChatSessionId'): AgentCall {
  return {
    agent: 'Chat',
    operation: 'GetChatSessionEntity',
    id,
    query: `chatSessionEntityId=${id}&$select=${select}`,
    expected: null,
  };
}
