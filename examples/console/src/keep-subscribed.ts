/**
 * Keeps a subscription open: it subscribes again when the stream ends, at once when the browser is online again. Independent of React.
 */
import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client';

const firstDelayMs = 1_000;
const maxDelayMs = 30_000;

export interface StreamOptions<Data, Variables extends OperationVariables> {
  readonly query: TypedDocumentNode<Data, Variables>;
  /** Called at each start. */
  readonly variables: () => Variables;
  readonly onData: (data: Data) => void;
  /** Receives the error, or null; returns false: the stream stays closed. */
  readonly onEnd: (error: unknown) => boolean;
}

export function keepSubscribed<Data, Variables extends OperationVariables>(
  client: ApolloClient,
  { query, variables, onData, onEnd }: StreamOptions<Data, Variables>,
): { close(): void } {
  let subscription: { unsubscribe(): void } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let delayMs = firstDelayMs;

  const open = () => {
    clearTimeout(timer);
    const options: ApolloClient.SubscribeOptions = { query, variables: variables() };
    subscription = client.subscribe(options).subscribe({
      next: ({ data, error }) => {
        if (error) return again(error);
        delayMs = firstDelayMs;
        if (data) onData(data as Data); // of the query that was sent
      },
      error: again,
      complete: () => again(null),
    });
  };
  const again = (error: unknown) => {
    stop();
    if (!onEnd(error)) return close();
    timer = setTimeout(open, delayMs);
    delayMs = Math.min(maxDelayMs, 2 * delayMs);
  };
  const atOnce = () => {
    stop();
    open();
  };
  const stop = () => {
    clearTimeout(timer);
    subscription?.unsubscribe();
  };
  const close = () => {
    window.removeEventListener('online', atOnce);
    stop();
  };
  window.addEventListener('online', atOnce);
  open();
  return { close };
}
