/**
 * Values that consoles derive from a session: the customer's display name, how long the session waited,
 * whether it is open, whether the customer is gone.
 * "Now" is the instant of the request, so that the values of one response agree.
 */
import type { ChatSessionCarrier } from '../superoffice/carriers.js';
import type { CarrierView, PropertyOf } from './carrier-view.js';
import { readText } from './conversions.js';
import { readDateTime } from './date-time.js';
import type { ReadContext } from './read-context.js';
import { isOver, isWaiting, readStatus } from './session-status.js';

type View = CarrierView<ChatSessionCarrier>;

function instantMs(view: View, property: PropertyOf<ChatSessionCarrier>, readContext: ReadContext): number | null {
  const text = readDateTime(view.read(property), readContext, {});
  return text === null ? null : Date.parse(text);
}

/** The properties that name the customer, best first. */
export const customerNames = ['CustomerName', 'CustomerAlias', 'CustomerEmail', 'CustomerCompanyName'] as const;

export function readCustomerDisplayName(view: View, readContext: ReadContext): string | null {
  for (const property of customerNames) {
    const name = readText(view.read(property), readContext, {});
    if (name !== null) return name.trim();
  }
  return null;
}

const maxInt32 = 2_147_483_647;

/** Seconds, rounded down and at least 0, because SuperOffice's clock may be ahead of ours. null: over 68 years, so the date is wrong. */
function secondsBetween(fromMs: number, toMs: number): number | null {
  const seconds = Math.max(0, Math.floor((toMs - fromMs) / 1000));
  return seconds > maxInt32 ? null : seconds;
}

export function readWaitSeconds(view: View, readContext: ReadContext): number | null {
  const requested = instantMs(view, 'WhenRequested', readContext);
  const started = instantMs(view, 'WhenStarted', readContext);
  const ended = instantMs(view, 'WhenEnded', readContext);
  return requested === null ? null : secondsBetween(requested, started ?? ended ?? readContext.nowMs);
}

export function readDurationSeconds(view: View, readContext: ReadContext): number | null {
  const started = instantMs(view, 'WhenStarted', readContext);
  const ended = instantMs(view, 'WhenEnded', readContext);
  return started === null ? null : secondsBetween(started, ended ?? readContext.nowMs);
}

export function readIsWaiting(view: View, readContext: ReadContext): boolean | null {
  return isWaiting(readStatus(view.read('Status'), readContext, {}));
}

export function readIsOpen(view: View, readContext: ReadContext): boolean | null {
  const over = isOver(readStatus(view.read('Status'), readContext, {}));
  return over === null ? null : !over;
}

export function readIsCustomerGone(view: View, readContext: ReadContext): boolean | null {
  const fetched = instantMs(view, 'WhenFetched', readContext);
  return fetched === null ? null : readContext.nowMs - fetched > readContext.customerGoneAfterMs;
}
