/** The operations of one WebSocket: each subscription is admitted exactly as if it were sent by POST. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { GraphQLError, parse, type ExecutionArgs, type GraphQLFormattedError } from 'graphql';
import { CloseCode, type ServerOptions, type SubscribePayload } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Clock } from '../../base/clock.js';
import { randomId } from '../../base/randomness.js';
import type { AdmittedSubscription, Delivery, GatewayContext } from '../../context.js';
import { CallerRefusedError } from '../../errors/caller-errors.js';
import { GatewayError } from '../../errors/gateway-error.js';
import type { LiveStream, StreamEnd } from '../../live/live-stream.js';
import type { Authenticator, IdentifiedCaller } from '../authentication/authenticator.js';
import type { RouterCheck } from '../authentication/router-access.js';
import type { AdmitDocument } from '../documents/document-admission.js';
import { plainError, withRequestId } from '../graphql/format-error.js';
import { textOf, type Respond } from '../graphql/graphql-route.js';
import type { Client, RequestContexts } from '../graphql/request-context.js';
import type { TenantRequest } from '../tenants/tenants.js';
import { connectionHeaders } from './connection-headers.js';
import type { OpenStream } from './stream-operations.js';

export interface SocketParts {
  readonly respond: Respond;
  readonly contexts: RequestContexts;
  readonly open: OpenStream;
  /** null: every document is admitted. */
  readonly admitDocument: AdmitDocument | null;
  /** null: SuperOffice authenticates the callers. */
  readonly callers: Authenticator | null;
  readonly router: RouterCheck;
  readonly credentialsHeader: string;
  /** Names the tenant; null: no header does. */
  readonly tenantHeader: string | null;
  addressOf(request: IncomingMessage): string;
  /** Whether the gateway stops, or has too much to do. */
  isBusy(): boolean;
  /** Counts an operation among those in progress. @returns ends it; null: there are too many */
  begin(tenant: TenantRequest): (() => void) | null;
  readonly clock: Clock;
}

const maxOperations = 20;

/** Codes of the protocol; a client returns from 1012, 1013 and 4403, and gives up at all others. */
const credentialsEnded = [4403, 'Credentials ended'] as const;
const closeCodes: Partial<Record<StreamEnd, readonly [code: number, reason: string]>> = {
  restart: [1012, 'Service restart'],
  credentials: credentialsEnded,
};

type Operations = Pick<ServerOptions, 'onConnect' | 'onSubscribe' | 'subscribe' | 'onNext' | 'onError'>;

/** The errors that graphql-ws sends as they are; only their class is checked. */
const asError = (error: GraphQLFormattedError): GraphQLError =>
  Object.assign(new GraphQLError(error.message), { formatted: error });
const formattedOf = (error: GraphQLError): GraphQLFormattedError =>
  'formatted' in error ? (error.formatted as GraphQLFormattedError) : error.toJSON(); // asError sets it

/** What graphql-ws requires of an operation that is admitted already. */
const anySubscription = parse('subscription { stream }');

const busyError = plainError('REQUEST_CONCURRENCY_LIMITED');

const limitError = plainError(
  'REQUEST_CONCURRENCY_LIMITED',
  `At most ${maxOperations} subscriptions are accepted on one connection. Close others, or open another connection.`,
);

/** The operations of one WebSocket: it belongs to one caller. */
export class SocketOperations {
  #headers: IncomingHttpHeaders = {};
  #caller: IdentifiedCaller | undefined;
  /** Ids of subscriptions that are being admitted: graphql-ws would accept the same id again once the client has completed it. */
  readonly #admitting = new Set<string>();
  readonly #streams = new Set<LiveStream>();

  constructor(
    private readonly parts: SocketParts,
    private readonly upgrade: IncomingMessage,
    private readonly socket: WebSocket,
  ) {}

  /** For graphql-ws. */
  get options(): Operations {
    return {
      onConnect: async ({ connectionParams }) => {
        await this.#identify(connectionParams);
        return true;
      },
      onSubscribe: (context, id, payload) => {
        const isOpen = (): boolean => id in context.subscriptions && this.socket.readyState === this.socket.OPEN;
        const count = Object.keys(context.subscriptions).length;
        return this.#subscribe(id, payload, { isOpen, isOneTooMany: count > maxOperations });
      },
      subscribe: ({ rootValue }) => rootValue as AsyncGenerator<never>, // the stream, as onSubscribe returns it
      onNext: (...[, , , , result]) => result as object, // with formatted errors
      onError: (...[, , , errors]) => errors.map(formattedOf),
    };
  }

  get isIdle(): boolean {
    return this.#streams.size === 0;
  }

  /** The socket is closed. */
  end(): void {
    for (const stream of this.#streams) stream.end('left');
  }

  async #identify(payload: unknown): Promise<void> {
    const { callers, credentialsHeader, tenantHeader } = this.parts;
    const names = [credentialsHeader, ...(tenantHeader === null ? [] : [tenantHeader])];
    this.#headers = connectionHeaders(this.upgrade.headers, payload, names);
    try {
      this.#caller = await callers?.identify(this.#headers[credentialsHeader]);
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      if (error instanceof CallerRefusedError) this.socket.close(CloseCode.Unauthorized, 'Unauthorized');
      else this.socket.close(1013, 'Try again later');
    }
  }

  async #subscribe(
    id: string,
    payload: SubscribePayload,
    { isOpen, isOneTooMany }: { isOpen(): boolean; readonly isOneTooMany: boolean },
  ): Promise<ExecutionArgs | readonly GraphQLError[]> {
    const address = this.parts.addressOf(this.upgrade);
    const client: Client = { requestId: randomId(), headers: this.#headers, caller: this.#caller, address };
    const refuse = (errors: readonly GraphQLFormattedError[]): readonly GraphQLError[] =>
      errors.map((error) => asError(withRequestId(error, client.requestId)));
    if (this.#admitting.has(id)) {
      this.socket.close(CloseCode.SubscriberAlreadyExists, `Subscriber for ${id} already exists`);
      return refuse([plainError('BAD_REQUEST')]);
    }
    const problem = isOneTooMany ? limitError : this.#obstacle();
    if (problem) return refuse([problem]);
    this.#admitting.add(id);
    const admitted = await this.#admitCounted(payload, client).finally(() => this.#admitting.delete(id));
    if (!('plan' in admitted)) return refuse(admitted);
    if (!isOpen()) return refuse([plainError('BAD_REQUEST')]); // the client has completed it meanwhile
    try {
      const rootValue = this.#open(client, admitted);
      return { schema: admitted.plan.schema, document: anySubscription, rootValue };
    } catch (error) {
      if (error instanceof GatewayError) return refuse([plainError(error.code, error.publicMessage)]);
      throw error;
    }
  }

  /** Why no subscription is accepted now; null: there is no reason. */
  #obstacle(): GraphQLFormattedError | null {
    const { expiresAtMs = null } = this.#caller ?? {};
    if (expiresAtMs !== null && expiresAtMs <= this.parts.clock.now()) {
      this.socket.close(...credentialsEnded);
      return plainError('UNAUTHENTICATED');
    }
    return this.parts.isBusy() ? busyError : null;
  }

  async #admitCounted(
    payload: SubscribePayload,
    client: Client,
  ): Promise<AdmittedSubscription | readonly GraphQLFormattedError[]> {
    const end = this.parts.begin(client);
    if (end === null) return [busyError];
    return this.#admit(payload, client).finally(end);
  }

  /** @returns the errors, or the subscription that may be executed */
  async #admit(
    payload: SubscribePayload,
    client: Client,
  ): Promise<AdmittedSubscription | readonly GraphQLFormattedError[]> {
    const { respond, contexts, admitDocument } = this.parts;
    let admitted: AdmittedSubscription | null = null;
    const delivery: Delivery = { isSingle: false, subscribe: (subscription) => void (admitted = subscription) };
    const body: unknown = { ...payload };
    const sent = { method: 'POST', url: '/graphql', headers: this.#headers, body, raw: {} };
    const problem = admitDocument?.(sent) ?? null;
    if (problem) return [problem];
    const contextOf = (): GatewayContext => contexts.ofMessage(client, delivery);
    const response = await respond({ sent, requestId: client.requestId, contextOf });
    if (admitted !== null) return admitted;
    const { errors = [] } = JSON.parse(textOf(response)) as { readonly errors?: readonly GraphQLFormattedError[] }; // of the gateway
    return errors.length > 0 ? errors : [plainError('BAD_REQUEST')];
  }

  #open(client: Client, subscription: AdmittedSubscription): LiveStream {
    const announcesEnd = this.parts.router.isRouter(this.#headers);
    const onEnd = (end: StreamEnd): void => {
      this.#streams.delete(stream);
      const code = closeCodes[end];
      if (code !== undefined && !announcesEnd) this.socket.close(...code);
    };
    const stream = this.parts.open({ client, subscription, transport: 'websocket', announcesEnd, onEnd });
    this.#streams.add(stream);
    return stream;
  }
}
