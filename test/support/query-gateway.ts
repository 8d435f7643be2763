/** A gateway on its own emulator, both on free ports, and queries over real HTTP. */
import { gatewayConfig } from '../../src/config/gateway-config.js';
import { startEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/index.js';
import { systemClock, type Clock } from '../../src/base/clock.js';
import { gatewayLogger } from '../../src/observability/logger.js';
import { startGateway } from '../../src/server/gateway.js';
import { secretHeaders } from '../../src/superoffice/request-headers.js';

export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
}

export interface GraphqlResponse {
  readonly status: number;
  readonly headers: Headers;
  // The shape of the data is what each test asserts.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly errors: readonly GraphqlError[] | undefined;
  readonly extensions: Readonly<Record<string, unknown>> | undefined;
}

export interface RunningGateway extends AsyncDisposable {
  readonly url: string;
  /** The whole log, as text. */
  readonly log: () => string;
  query(document: string, variables?: object, headers?: Readonly<Record<string, string>>): Promise<GraphqlResponse>;
}

export const authorization = 'Basic dGplMDpUamUw';

export async function queryAt(
  url: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<GraphqlResponse> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Pick<GraphqlResponse, 'data' | 'errors' | 'extensions'>; // JSON from the wire
  const { data, errors, extensions } = answer;
  return { status: response.status, headers: response.headers, data, errors, extensions };
}

/**
 * The gateway shares its process with busy tests, so a late event loop must not shed load. fetch keeps its connections open, and
 * shutdown waits for them.
 */
const calm = { HOST: '127.0.0.1', PORT: '0', MAX_EVENT_LOOP_DELAY_MS: '0', DRAIN_TIMEOUT_MS: '300' };

/** @param upstreamUrl null: the settings name a tenant
 * @param settings as in the environment */
export async function gatewayAt(
  upstreamUrl: string | null,
  settings: Readonly<Record<string, string>> = {},
  clock: Clock = systemClock,
): Promise<RunningGateway> {
  const config = gatewayConfig({ ...calm, ...(upstreamUrl !== null && { SUPEROFFICE_URL: upstreamUrl }), ...settings });
  const lines: string[] = [];
  const stream = { write: (line: string) => void lines.push(line) };
  const logger = gatewayLogger({ level: config.logLevel, secretHeaders, stream });
  const gateway = await startGateway({ config, baseUrl: config.superoffice.baseUrl, logger, clock });
  return {
    url: gateway.url,
    log: () => lines.join(''),
    query: (query, variables = {}, headers = { authorization }) => queryAt(gateway.url, { query, variables }, headers),
    [Symbol.asyncDispose]: () => gateway.stop(),
  };
}

export interface GatewayWithEmulator extends RunningGateway {
  readonly emulator: Emulator;
}

/** The emulator ends with the gateway. */
export const withEmulator = (gateway: RunningGateway, emulator: Emulator): GatewayWithEmulator => ({
  ...gateway,
  emulator,
  [Symbol.asyncDispose]: async () => {
    await gateway[Symbol.asyncDispose]();
    await emulator.close();
  },
});

export async function gatewayOnEmulator(
  options: EmulatorOptions = {},
  settings: Readonly<Record<string, string>> = {},
  clock: Clock = systemClock,
): Promise<GatewayWithEmulator> {
  const emulator = await startEmulator(options);
  const gateway = await gatewayAt(emulator.url, settings, clock);
  return withEmulator(gateway, emulator);
}
