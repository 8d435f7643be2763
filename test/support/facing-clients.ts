/**
 * A gateway and an untrusted client: sends the request of a test, then a healthy query, and returns the response and the calls
 * that it cost.
 */
import { connect } from 'node:net';
import { sendPlain, type PlainAnswer } from './plain-http.js';
import { authorization, gatewayOnEmulator, type GatewayWithEmulator, type GraphqlError } from './query-gateway.js';

type Headers = Readonly<Record<string, string>>;
type Settings = Readonly<Record<string, string>>;

/** Any JSON: each test asserts what it expects. */
interface ResponseBody {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data?: any;
  readonly errors?: readonly GraphqlError[];
}

export interface Faced extends PlainAnswer, ResponseBody {
  /** Codes of all errors, in order. */
  readonly codes: readonly string[];
  readonly bytes: number;
  /** The calls that SuperOffice got meanwhile. */
  readonly calls: readonly string[];
  /** A healthy query afterwards succeeded. */
  readonly isWell: boolean;
}

const healthy = '{ chatSession(id: 192) { status } }';

/** The test shares its process with the gateway, so a late event loop must not shed load. */
export const calm: Settings = { MAX_EVENT_LOOP_DELAY_MS: '0' };

export async function isWell(gateway: Pick<GatewayWithEmulator, 'query'>): Promise<boolean> {
  const { status, data } = await gateway.query(healthy);
  return status === 200 && data?.chatSession?.status === 'CLOSED';
}

function parsed(text: string): ResponseBody {
  try {
    return JSON.parse(text) as ResponseBody; // JSON from the wire
  } catch {
    return {}; // not JSON: the test sees it in `text`
  }
}

export async function facing(
  act: (gateway: GatewayWithEmulator) => Promise<PlainAnswer | null>,
  settings: Settings = {},
): Promise<Faced> {
  await using gateway = await gatewayOnEmulator({}, { ...calm, ...settings });
  const response = await act(gateway);
  if (response === null) throw new Error('there was no response');
  const calls = [...gateway.emulator.requests];
  const body = parsed(response.text);
  const codes = body.errors?.map(({ extensions }) => extensions.code) ?? [];
  return { ...response, ...body, codes, bytes: response.text.length, calls, isWell: await isWell(gateway) };
}

export const json: Headers = { 'content-type': 'application/json', authorization };

/** The body is sent unchanged. */
export function facingBody(
  body: string | Uint8Array,
  headers: Headers = json,
  settings: Settings = {},
): Promise<Faced> {
  return facing(({ url }) => sendPlain(`${url}/graphql`, { body, headers }), settings);
}

/** A well-formed request. */
export function facingQuery(
  query: string,
  variables: object = {},
  { headers = json, settings = {} }: { headers?: Headers; settings?: Settings } = {},
): Promise<Faced> {
  return facingBody(JSON.stringify({ query, variables }), headers, settings);
}

/** Sends bytes unchanged; resolves with all received bytes when the gateway has closed the connection. */
export function sendBytes(url: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text, 'latin1'));
    let received = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => (received += chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(received));
  });
}

/** A whole request as text with these headers; it closes the connection. */
export function requestBytes(headers: readonly string[], body: string): string {
  return ['POST /graphql HTTP/1.1', 'Connection: close', ...headers, '', body].join('\r\n');
}

export const repeated = (count: number, one: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => one(index)).join(' ');

/** Milliseconds of the fastest try, so that other load of the machine does not count. */
export async function fastestMs(tries: number, act: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < tries; index += 1) {
    const startedMs = performance.now();
    await act();
    times.push(performance.now() - startedMs);
  }
  return Math.min(...times);
}
