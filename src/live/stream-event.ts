/** One event of a stream, as resolvers of subscriptions see it: what may have changed, and what they make of it. */
import type { GatewayContext } from '../context.js';
import type { Signal, SignalKind } from '../signals/signal.js';
import type { Projection } from '../superoffice/projection.js';

/** How a session may have changed since the stream last read it. */
export interface Movement {
  readonly kinds: Set<SignalKind>;
  /** It was read once more already, or SuperOffice reports a change that is known: if nothing is found, that is final. */
  isFinal: boolean;
}

/** What is known when a signal arrives. */
export interface Knowledge {
  /** Topics of the caller; null: not known. */
  readonly topics: ReadonlySet<string> | null;
  /** The stream is being read, so what it has sent is out of date. */
  readonly isReading: boolean;
}

/** What a stream keeps between its events: ids and hashes, never a value of a record. */
export interface StreamState {
  /** The sessions that it is about; null: the caller's list. */
  readonly sessionIds: readonly string[] | null;
  /** What it reads of sessions; null: it reads no sessions. */
  readonly projection: Projection | null;
  /** Whether it shows anything that a new message changes and that is not a property of the session. */
  readonly showsMessages: boolean;
  /** @returns false: nothing that the stream shows can have changed, so nothing is read */
  isMovedBy(signal: Signal, knowledge: Knowledge): boolean;
}

/** Topics in which the caller has a role. */
export interface TopicsOfCaller {
  /** null: not known. */
  readonly ids: ReadonlySet<string> | null;
  /** Reads them, unless they were read recently. */
  refresh(context: GatewayContext): Promise<void>;
}

export interface EventInput {
  /** How sessions may have changed, by id. */
  readonly moved: ReadonlyMap<string, Movement>;
  /** Anything may have changed: everything is read and compared. */
  readonly isAllMoved: boolean;
  /** The client has to get everything: it has received nothing yet, or an error since. */
  readonly isReset: boolean;
  readonly topics: TopicsOfCaller;
}

/** The first event of a stream. @param topics of the caller; they are read */
export const firstEvent = (topics: TopicsOfCaller): StreamEvent =>
  new StreamEvent({ moved: new Map(), isAllMoved: true, isReset: true, topics }, { state: null });

export class StreamEvent {
  /** Nothing has changed: the client gets no event. */
  isUnchanged = false;
  /** The same as the event before, it is not sent. Otherwise it is sent although the response may be equal. */
  isCompared = false;
  /** No event follows. */
  isLast = false;
  /** Sessions in which something has changed, by id. */
  changedIds: readonly string[] = [];
  /** Called when the event was executed, so that what a failed event has read is read again. */
  commit: () => void = () => undefined;
  /** Sessions that are read once more a little later, because SuperOffice may report a change before it can be read. */
  readonly recheckedIds: string[] = [];

  constructor(
    readonly input: EventInput,
    private readonly holder: { state: StreamState | null },
  ) {}

  /** The state of the stream, created in its first event. */
  stateOf<State extends StreamState>(create: () => State): State {
    return (this.holder.state ??= create()) as State; // each field creates its own kind of state
  }

  /** Reads the session once more, unless that was done already. */
  recheck(sessionId: string): void {
    if (this.input.moved.get(sessionId)?.isFinal === false) this.recheckedIds.push(sessionId);
  }
}
