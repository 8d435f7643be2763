/**
 * An action with an `idempotencyKey` is done once: for ten minutes a repeat by the same caller, with the same key and arguments, does nothing
 * again, and reads what it selects with the caller's rights. What is kept is the id and the reason, never a response. A repeat waits for an
 * action in progress; after an unknown outcome it looks before it acts.
 */
import { hash } from 'node:crypto';
import type { GraphQLResolveInfo } from 'graphql';
import { deadlineWithin, untilAborted } from '../base/deadline.js';
import type { GatewayContext } from '../context.js';
import { ConcurrentRequestError, KeyMismatchError } from '../errors/idempotency-errors.js';
import { BadUserInputError } from '../errors/gateway-error.js';
import { ForbiddenError, UpstreamOutcomeUnknownError, UpstreamRejectedError } from '../errors/upstream-errors.js';
import type { ActionState, KeptOutcome, KeyedRequest } from '../execution/action-outcomes.js';
import type { ChatUserErrorCode } from '../generated/resolver-types.js';
import { callerIds } from './caller.js';

export interface ActionOutcome extends KeptOutcome {
  readonly code: ChatUserErrorCode | null;
}

/** After an unknown outcome: whether the action was done; null: it was not. */
type Look = (before: string | null) => Promise<ActionOutcome | null>;

export interface KeyedAction<Payload> {
  /** What a look has to know from before the action. Default: nothing. */
  prepare?(): Promise<string | null>;
  act(): Promise<{ readonly payload: Payload; readonly outcome: ActionOutcome }>;
  /** The payload of an action that was done before. */
  again(outcome: ActionOutcome): Promise<Payload>;
  /** `act`: it does no harm twice. `refuse`: nothing shows whether it was done. */
  readonly afterUnknown: 'act' | 'refuse' | Look;
}

const maxWaitMs = 10_000;

interface KeyedArguments {
  readonly idempotencyKey?: string | null;
  /** Says where a look begins, not what is done. */
  readonly lastMessageId?: string | null;
}

/** @throws {BadUserInputError} the key is not accepted */
function keyedRequest(action: string, { idempotencyKey, ...given }: KeyedArguments): KeyedRequest | null {
  if (typeof idempotencyKey !== 'string') return null;
  if (!/^[\x21-\x7e]{1,255}$/.test(idempotencyKey))
    throw new BadUserInputError('`idempotencyKey` is not accepted: 1 to 255 characters of ASCII, without spaces.');
  const args = { ...given, lastMessageId: undefined };
  return { key: idempotencyKey, fingerprint: hash('sha256', JSON.stringify([action, args]), 'base64url') };
}

type Resolve = (root: unknown, args: KeyedArguments, context: GatewayContext, info: GraphQLResolveInfo) => unknown;

/** The resolvers of mutations, with the key that their field has. */
export function withKeys<Resolvers extends object>(resolvers: Resolvers): Resolvers {
  const given = resolvers as Record<string, Resolve>; // of mutations
  const keyed = Object.entries(given).map(([name, resolve]): [string, Resolve] => [
    name,
    async (root, args, context, info) => {
      const request = keyedRequest(name, args);
      return resolve(root, args, request === null ? context : { ...context, keyed: request }, info);
    },
  ]);
  return Object.fromEntries(keyed) as Resolvers; // the same names
}

/** The caller's account where SuperOffice names it, so that a renewed token is the same caller; otherwise the credentials. */
async function callerKey(context: GatewayContext): Promise<string> {
  const unnamed = (error: unknown): null => {
    if (error instanceof ForbiddenError || error instanceof UpstreamRejectedError) return null;
    throw error;
  };
  const ids = await callerIds(context).catch(unnamed);
  return ids === null ? `credentials ${context.actions.caller}` : `user ${ids.associateId}`;
}

/** One attempt of the action that a key belongs to. */
class Attempt<Payload> {
  constructor(
    private readonly action: KeyedAction<Payload>,
    private readonly context: GatewayContext,
    private readonly key: string,
  ) {}

  #set(state: ActionState | null): void {
    const { keyed, actions } = this.context;
    actions.outcomes.set(this.key, { fingerprint: keyed?.fingerprint ?? '', state });
  }

  /** Others wait until it has ended, whatever the end is. */
  #run(attempt: () => Promise<Payload>): Promise<Payload> {
    const running = attempt();
    this.#set({ kind: 'running', ended: running.catch(() => null) });
    return running;
  }

  async #act(before: string | null): Promise<Payload> {
    const failed = (error: unknown): never => {
      this.#set(error instanceof UpstreamOutcomeUnknownError ? { kind: 'unknown', before } : null);
      throw error;
    };
    const { payload, outcome } = await this.action.act().catch(failed);
    this.#set({ kind: 'done', outcome });
    return payload;
  }

  first(): Promise<Payload> {
    return this.#run(async () => {
      const unprepared = (error: unknown): never => {
        this.#set(null);
        throw error;
      };
      const before = await Promise.resolve(this.action.prepare?.() ?? null).catch(unprepared);
      return this.#act(before);
    });
  }

  afterUnknown(before: string | null): Promise<Payload> {
    const { afterUnknown, again } = this.action;
    if (afterUnknown === 'refuse')
      throw new UpstreamOutcomeUnknownError('a repeat of an action of which nothing shows whether it was done');
    if (afterUnknown === 'act') return this.#run(() => this.#act(before));
    return this.#run(async () => {
      const unseen = (error: unknown): never => {
        this.#set({ kind: 'unknown', before });
        throw error;
      };
      const outcome = await afterUnknown(before).catch(unseen);
      if (outcome === null) return this.#act(before);
      this.#set({ kind: 'done', outcome });
      return again(outcome);
    });
  }
}

async function waitFor(ended: Promise<unknown>, { signal, actions }: GatewayContext): Promise<void> {
  const expired = (): Error => new ConcurrentRequestError();
  using deadline = deadlineWithin(signal, { limitMs: maxWaitMs, clock: actions.outcomes.clock, expired });
  await untilAborted(ended, deadline.signal);
}

/** @throws {KeyMismatchError} @throws {ConcurrentRequestError} */
export async function once<Payload>(action: KeyedAction<Payload>, context: GatewayContext): Promise<Payload> {
  const { keyed, actions } = context;
  if (keyed === null) return (await action.act()).payload;
  const key = hash('sha256', JSON.stringify([await callerKey(context), keyed.key]), 'base64url');
  for (;;) {
    const entry = actions.outcomes.get(key);
    const attempt = new Attempt(action, context, key);
    if (entry === undefined) return attempt.first();
    if (entry.fingerprint !== keyed.fingerprint) throw new KeyMismatchError();
    if (entry.state.kind === 'done') return action.again(entry.state.outcome as ActionOutcome); // as `act` gave it
    if (entry.state.kind === 'unknown') return attempt.afterUnknown(entry.state.before);
    await waitFor(entry.state.ended, context);
  }
}
