/**
 * An action with an `idempotencyKey` is done once: for ten minutes a repeat by the same caller, with the same key and arguments, does nothing
 * again, and reads what it selects with the caller's rights. What is kept is the id and the reason, never a response. A repeat waits for an
 * action in progress; after an unknown outcome it looks before it acts.
 */
import { hash } from 'node:crypto';
import type { GraphQLResolveInfo } from 'graphql';
import { deadlineWithin, pause, untilAborted } from '../base/deadline.js';
import type { GatewayContext } from '../context.js';
import { ConcurrentRequestError, KeyMismatchError } from '../errors/idempotency-errors.js';
import { BadUserInputError } from '../errors/gateway-error.js';
import {
  ForbiddenError,
  TransferReachedAnotherError,
  UpstreamOutcomeUnknownError,
  UpstreamRejectedError,
} from '../errors/upstream-errors.js';
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
  /** The payload of an action that was done before. @param hasLooked a look has just read the record */
  again(outcome: ActionOutcome, hasLooked: boolean): Promise<Payload>;
  /** `act`: it does no harm twice. `refuse`: nothing shows whether it was done. */
  readonly afterUnknown: 'act' | 'refuse' | Look;
}

/** How long a repeat waits for the first request. */
const maxWaitMs = 10_000;

/** How long SuperOffice may still be working on a call that the gateway has given up. */
const settlingMs = 3_000;

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
  const args = Object.entries(given)
    .filter(([name, value]) => name !== 'lastMessageId' && (value ?? null) !== null)
    .sort(([one], [other]) => (one < other ? -1 : 1));
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

type UnknownState = Extract<ActionState, { readonly kind: 'unknown' }>;

/** One attempt of the action that a key belongs to. */
class Attempt<Payload> {
  #running: ActionState | null = null;

  constructor(
    private readonly action: KeyedAction<Payload>,
    private readonly context: GatewayContext,
    private readonly names: { readonly caller: string; readonly key: string },
  ) {}

  /** Only as long as the entry is this attempt's. @param state null: nothing was done */
  async #set(state: ActionState | null): Promise<void> {
    const { keyed, actions } = this.context;
    const { caller, key } = this.names;
    const current = actions.outcomes.get(key)?.state ?? null;
    if (current?.kind === 'running' && current !== this.#running) return;
    if (state === null) await actions.outcomes.delete(key);
    else await actions.outcomes.set(key, { caller, fingerprint: keyed?.fingerprint ?? '', state });
  }

  /** Others wait until it has ended, whatever the end is. @param former the state where the attempt does not get to act */
  #run(former: UnknownState | null, attempt: () => Promise<Payload>): Promise<Payload> {
    const running = Promise.resolve().then(attempt);
    const ended = running.catch(() => null).then(() => this.#release(former));
    this.#running = { kind: 'running', ended };
    void this.#set(this.#running);
    return running;
  }

  /** An attempt that ended before it acted. */
  async #release(former: UnknownState | null): Promise<void> {
    const { outcomes } = this.context.actions;
    if (outcomes.get(this.names.key)?.state === this.#running) await this.#set(former);
  }

  /** @param former what an earlier attempt has left */
  async #act(before: string | null, former: UnknownState | null): Promise<Payload> {
    const failed = async (error: unknown): Promise<never> => {
      await this.#set(this.#stateAfter(error, before) ?? former);
      throw error;
    };
    if (before !== null && this.#running?.kind === 'running') await this.#set(Object.assign(this.#running, { before }));
    const { payload, outcome } = await this.action.act().catch(failed);
    await this.#set({ kind: 'done', outcome });
    return payload;
  }

  /** null: nothing was done. */
  #stateAfter(error: unknown, before: string | null): ActionState | null {
    if (error instanceof TransferReachedAnotherError) return { kind: 'error', error: error.withoutName() };
    if (!(error instanceof UpstreamOutcomeUnknownError)) return null;
    const sinceMs = this.context.actions.outcomes.clock.monotonicMs();
    return { kind: 'unknown', before, sinceMs, mayBeInProgress: error.mayBeInProgress };
  }

  first(): Promise<Payload> {
    return this.#run(null, async () => this.#act((await this.action.prepare?.()) ?? null, null));
  }

  async afterUnknown(former: UnknownState): Promise<Payload> {
    const { afterUnknown, again } = this.action;
    const { before } = former;
    if (afterUnknown === 'refuse') {
      await this.#set(former);
      throw new UpstreamOutcomeUnknownError('a repeat of an action of which nothing shows whether it was done');
    }
    return this.#run(former, async () => {
      await this.#settled(former);
      const outcome = afterUnknown === 'act' ? null : await afterUnknown(before);
      if (outcome === null) return this.#act(before, former);
      await this.#set({ kind: 'done', outcome });
      return again(outcome, true);
    });
  }

  /** Until SuperOffice has finished what it may still be working on. */
  async #settled({ sinceMs, mayBeInProgress }: UnknownState): Promise<void> {
    const { actions, signal } = this.context;
    const waitMs = sinceMs + settlingMs - actions.outcomes.clock.monotonicMs();
    if (mayBeInProgress && waitMs > 0) await pause(waitMs, signal);
  }
}

/** @throws {ConcurrentRequestError} */
async function waitFor(ended: Promise<unknown>, untilMs: number, { signal, actions }: GatewayContext): Promise<void> {
  const expired = (): Error => new ConcurrentRequestError();
  const limitMs = Math.max(1, untilMs - actions.outcomes.clock.monotonicMs());
  using deadline = deadlineWithin(signal, { limitMs, clock: actions.outcomes.clock, expired });
  await untilAborted(ended, deadline.signal);
}

/** @throws {KeyMismatchError} @throws {ConcurrentRequestError} */
export async function once<Payload>(action: KeyedAction<Payload>, context: GatewayContext): Promise<Payload> {
  const { keyed, actions } = context;
  if (keyed === null) return (await action.act()).payload;
  const caller = await callerKey(context);
  const key = hash('sha256', JSON.stringify([caller, keyed.key]), 'base64url');
  const untilMs = actions.outcomes.clock.monotonicMs() + maxWaitMs;
  for (;;) {
    const known = actions.outcomes.claim(key, caller, keyed.fingerprint);
    const entry = known instanceof Promise ? await known : known;
    const attempt = new Attempt(action, context, { caller, key });
    if (entry === undefined) return attempt.first();
    const { fingerprint, state } = entry;
    if (fingerprint !== keyed.fingerprint) throw new KeyMismatchError();
    if (state.kind === 'done') return action.again(state.outcome as ActionOutcome, false); // as `act` gave it
    if (state.kind === 'error') throw state.error;
    if (state.kind === 'unknown') return attempt.afterUnknown(state);
    await waitFor(state.ended, untilMs, context);
  }
}
