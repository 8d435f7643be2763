/** One SuperOffice: its data, its webhooks, its simulated customers. Each tenant may have one of its own. */
import { chatSteps, type ChatSteps } from './chat-steps.js';
import type { Clock } from './clock.js';
import type { EmulatorOptions, SiteControls } from './emulator-options.js';
import type { JsonRecord } from './json-record.js';
import { CustomerScript } from './script/customer-script.js';
import { Webhooks } from './webhooks/webhooks.js';
import { ChatWorld } from './world/chat-world.js';
import { postMessage } from './world/conversation.js';
import { knownSession } from './world/expected-session.js';

export interface Site {
  readonly world: ChatWorld;
  readonly webhooks: Webhooks;
  /** Null: customers do nothing by themselves. */
  readonly script: CustomerScript | null;
}

interface SiteOptions extends Pick<EmulatorOptions, 'world'> {
  readonly script?: EmulatorOptions['script'] | undefined;
  /** What webhooks say that they are from. */
  readonly contextIdentifier: string;
}

export function newSite(
  { world: kind, script, contextIdentifier }: SiteOptions,
  clock: Clock,
  signal: AbortSignal,
): Site {
  const world = new ChatWorld(clock, kind === 'empty');
  const webhooks = new Webhooks({ clock, signal, contextIdentifier });
  world.events.onEvent = (event) => webhooks.publish(event);
  world.events.takeCommitDelayMs = () => webhooks.faults.take(['before-commit'])?.delayMs ?? null;
  return { world, webhooks, script: script ? new CustomerScript(world, script.seed) : null };
}

export function controlsOf({ world, webhooks }: Site): SiteControls & ChatSteps {
  return {
    ...chatSteps(world),
    putSession: (record) => world.sessions.put(record),
    putMessages: (sessionId, records) => world.messages.put(sessionId, records),
    addMessage: (sessionId, message) => addMessage(world, sessionId, message),
    setTopics: (associateId, topicIds) => void world.roles.set(associateId, topicIds),
    putTopic: (record) => world.topics.put(record),
    webhooks: () => webhooks.all,
    injectWebhookFault: (fault) => webhooks.faults.add(fault),
  };
}

/** @throws {TypeError} there is no such session */
function addMessage(world: ChatWorld, sessionId: number, message: JsonRecord): number {
  const session = knownSession(world, sessionId);
  const blank = { Type: 'ToUser', Message: '', Author: '', ReadByCustomer: 0, SpecialType: '', SpecialParam: '' };
  const stored = postMessage(world, session, { ...blank, WhenPosted: world.now(), ...message });
  return Number(stored['ChatMessageId']);
}
