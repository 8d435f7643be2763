/** One attempt of a call: runs the HTTP exchange, classifies the response, and decides whether the connection may be used again. */
import { eventLoopBudget } from '../base/event-loop-budget.js';
import type { Clock } from '../base/clock.js';
import type { SuperOfficeConfig } from '../config/superoffice-config.js';
import { GatewayError } from '../errors/gateway-error.js';
import { UpstreamInvalidResponseError, UpstreamUnavailableError } from '../errors/upstream-errors.js';
import type { CircuitBreaker } from '../http/circuit-breaker.js';
import { gotTransport, type HttpProgress, type HttpRequest } from '../http/got-transport.js';
import { failure, type Outcome } from '../http/outcome.js';
import { readRetryAfterSeconds } from '../http/retry-policy.js';
import { outcomeOfTransportError } from '../http/transport-errors.js';
import { outcomeOf, outcomeOfAction, type UpstreamResponse } from './response-errors.js';
import { mismatchOf, type ExpectedResponse } from './expected-response.js';

export interface AttemptResult {
  /** false: this process refused the attempt and did not send it. */
  readonly isSent: boolean;
  readonly outcome: Outcome;
  /** null: no response. */
  readonly status: number | null;
  /** Size of the response body, decompressed. */
  readonly bytes: number;
  /** The response's Date header. */
  readonly date?: string | undefined;
}

/** The result of an attempt that an open circuit does not let through. */
export const notSent = (call: string, { retryAfterSeconds }: CircuitBreaker): AttemptResult => {
  const error = new UpstreamUnavailableError(`${call}: not sent, the circuit is open`, retryAfterSeconds);
  return { isSent: false, outcome: failure(error), status: null, bytes: 0 };
};

export interface Attempts extends Disposable {
  /** @param expected null: any JSON is accepted */
  send(request: HttpRequest, expected: ExpectedResponse | null): Promise<AttemptResult>;
}

/** Bytes of responses to parse in one iteration of the event loop; each response costs as much extra work as `bytesPerResponse`. */
const maxBytesPerIteration = 32_768;
const bytesPerResponse = 2_048;

interface HttpResult {
  readonly progress: HttpProgress;
  readonly body: Buffer;
}

function responseOf({ status, headers }: HttpProgress, body: Buffer, nowMs: number): UpstreamResponse {
  return {
    status: status ?? 0,
    contentType: headers['content-type']?.toString(),
    retryAfterSeconds: readRetryAfterSeconds(headers['retry-after']?.toString(), nowMs),
    body,
    isCloseDelimited: headers['content-length'] === undefined && headers['transfer-encoding'] === undefined,
  };
}

function outcomeOfError(call: string, error: unknown, { connection, status }: HttpProgress): Outcome {
  if (error instanceof GatewayError) return failure(error);
  const isOnReusedSocket = connection?.isReused() === true;
  return outcomeOfTransportError(call, error, { hasResponse: status !== null, isOnReusedSocket });
}

export function attemptsOver(config: SuperOfficeConfig, clock: Clock): Attempts {
  const transport = gotTransport(config);
  const budget = eventLoopBudget(maxBytesPerIteration);

  /** Keeps a connection only if its response matches the request: a server that is one response behind would send this one to the next request. */
  function outcomeOfResponse({ call }: HttpRequest, expected: ExpectedResponse | null, received: HttpResult): Outcome {
    const { progress, body } = received;
    const outcome = outcomeOf(call, responseOf(progress, body, clock.now()));
    const mismatch = expected !== null && outcome.kind === 'value' ? mismatchOf(outcome.value, expected) : null;
    if (mismatch === null) progress.connection?.release();
    else progress.connection?.close();
    return mismatch === null ? outcome : failure(new UpstreamInvalidResponseError(`${call}: ${mismatch}`));
  }

  async function exchange(
    request: HttpRequest,
    expected: ExpectedResponse | null,
    progress: HttpProgress,
  ): Promise<Outcome> {
    try {
      const body = await transport.send(request, progress);
      const nextIteration = budget.take(bytesPerResponse + body.length);
      if (nextIteration) await nextIteration; // what waits for this response then runs in the same iteration
      return outcomeOfResponse(request, expected, { progress, body });
    } catch (error) {
      progress.connection?.close();
      return outcomeOfError(request.call, error, progress);
    }
  }

  return {
    async send(request, expected) {
      const progress: HttpProgress = { connection: null, status: null, headers: {}, bytes: 0 };
      const received = await exchange(request, expected, progress);
      const mayHaveArrived = progress.connection?.wasConnected() === true;
      const outcome = request.isAction
        ? outcomeOfAction(request.call, received, { mayHaveArrived, isAborted: request.signal.aborted })
        : received;
      const { status, bytes, headers } = progress;
      return { isSent: true, outcome, status, bytes, date: headers['date']?.toString() };
    },
    [Symbol.dispose]: () => transport[Symbol.dispose](),
  };
}
