/**
 * The messages that an agent has written and that are not in the conversation yet. Each is shown at once, sent under a key of its own, and sent
 * again under the same key: it arrives once, whatever was lost. Independent of React.
 */
import type { ApolloClient } from '@apollo/client';
import {
  ConversationDocument,
  SendMessageDocument,
  type SendMessageMutation,
} from 'superoffice-chat-graphql-client/console';
import { troubleOf, type Trouble } from './trouble.ts';

export interface Unsent {
  readonly key: string;
  readonly sessionId: string;
  readonly text: string;
  /** The last message that the agent saw; null: none. */
  readonly lastMessageId: string | null;
  /** Its id at SuperOffice; null: it has not arrived, as far as it is known. */
  readonly id: string | null;
  /** Why it did not arrive; null: it is on its way, or has arrived. */
  readonly trouble: Trouble | null;
  /** When it was written, in milliseconds. */
  readonly writtenMs: number;
}

/** The gateway remembers keys for ten minutes. Later, only the agent can decide whether a message is to be sent again. */
const keptMs = 9 * 60_000;

const maxMessages = 100;

const isConnectionLost = ({ trouble }: Unsent): boolean =>
  trouble?.code === 'OFFLINE' || trouble?.code === 'NO_CONNECTION';

export class Outbox {
  #messages: readonly Unsent[] = [];
  readonly #listeners = new Set<() => void>();
  /** What is sent to one session is sent one after the other. */
  readonly #sending = new Map<string, Promise<void>>();

  constructor(
    private readonly client: ApolloClient,
    private readonly options: {
      /** Reads the conversation on; null: a stream does. */
      readonly readOn: ((sessionId: string) => Promise<void>) | null;
      readonly onSignOut: (trouble: Trouble) => void;
    },
  ) {}

  /** For React: the same list until something changes. */
  readonly messages = (): readonly Unsent[] => this.#messages;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  write(sessionId: string, text: string): void {
    const shown = this.client.readQuery({ query: ConversationDocument, variables: { sessionId } });
    const lastMessageId = shown?.chatMessages?.at(-1)?.id ?? null;
    const message = {
      key: crypto.randomUUID(),
      sessionId,
      text,
      lastMessageId,
      id: null,
      trouble: null,
      writtenMs: Date.now(),
    };
    this.#set([...this.#messages, message].slice(-maxMessages));
    void this.#enqueue(message);
  }

  sendAgain(key: string): void {
    const message = this.#change(key, { trouble: null });
    if (message) void this.#enqueue(message);
  }

  discard(key: string): void {
    this.#set(this.#messages.filter((message) => message.key !== key));
  }

  /** The connection is back. */
  sendAllAgain(): void {
    for (const message of this.#messages)
      if (isConnectionLost(message) && Date.now() - message.writtenMs < keptMs) this.sendAgain(message.key);
  }

  #enqueue(message: Unsent): Promise<void> {
    const { sessionId } = message;
    const sending = (this.#sending.get(sessionId) ?? Promise.resolve()).then(() => this.#send(message));
    this.#sending.set(sessionId, sending);
    return sending;
  }

  async #send({ key, sessionId, text, lastMessageId }: Unsent): Promise<void> {
    const variables = { sessionId, message: text, lastMessageId, key };
    const outcome = await this.client
      .mutate({ mutation: SendMessageDocument, variables })
      .then(outcomeOf, (error: unknown) => ({ trouble: troubleOf(error) }));
    if (outcome.trouble?.mustSignIn) return this.options.onSignOut(outcome.trouble);
    await this.options.readOn?.(sessionId).catch(() => undefined); // the next round reads it
    this.#change(key, outcome);
  }

  #change(key: string, change: Partial<Unsent>): Unsent | undefined {
    this.#set(this.#messages.map((message) => (message.key === key ? { ...message, ...change } : message)));
    return this.#messages.find((message) => message.key === key);
  }

  #set(messages: readonly Unsent[]): void {
    this.#messages = messages;
    for (const listener of this.#listeners) listener();
  }
}

function outcomeOf({
  data,
  error,
}: ApolloClient.MutateResult<SendMessageMutation>): Pick<Unsent, 'trouble'> & Partial<Unsent> {
  if (error) return { trouble: troubleOf(error) };
  const [first] = data?.addChatMessage?.userErrors ?? []; // SuperOffice did nothing, and said why
  if (first) return { trouble: { code: first.code, title: 'It was not sent', advice: first.message } };
  return { trouble: null, id: data?.addChatMessage?.message?.id ?? null };
}
