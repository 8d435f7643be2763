/**
 * The actions of one conversation. Independent of the screen: what is busy, what went wrong, and what SuperOffice did not do.
 */
import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { readOn } from './rounds.ts';
import { troubleOf, type Trouble } from './trouble.ts';

export interface ActionOptions {
  readonly isLive: boolean;
  readonly onSignOut: (trouble: Trouble) => void;
  /** What is on the screen is out of date. */
  readonly onStale: () => void;
}

interface ActionState {
  readonly isBusy: boolean;
  /** Why SuperOffice did nothing. */
  readonly notice?: string | undefined;
  readonly trouble?: Trouble | undefined;
}

/** The result of every action of the gateway. */
type ActionResult = Record<string, unknown>;

const noticeOf = (data: ActionResult | null | undefined): string | undefined => {
  const [payload] = Object.values(data ?? {}).filter((value) => typeof value === 'object');
  const { userErrors = [] } = (payload ?? {}) as { userErrors?: readonly { message: string }[] }; // each operation selects them
  return userErrors[0]?.message;
};

/** An action is not repeated automatically: it may have succeeded. The conversation is read afterwards. */
export function useActions(id: string, { isLive, onSignOut, onStale }: ActionOptions) {
  const client = useApolloClient();
  const [state, setState] = useState<ActionState>({ isBusy: false });
  const act = async <Data extends ActionResult, Variables extends OperationVariables>(
    mutation: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<void> => {
    setState({ isBusy: true });
    const options = { mutation, variables } as ApolloClient.MutateOptions<Data, Variables>; // Apollo's type depends on Variables
    const { data, error } = await client
      .mutate(options)
      .catch((thrown: unknown) => ({ data: undefined, error: thrown }));
    const trouble = error ? troubleOf(error) : undefined;
    if (trouble?.mustSignIn) return onSignOut(trouble);
    const notice = noticeOf(data);
    setState({ isBusy: false, trouble, notice });
    if (notice !== undefined) onStale();
    if (!isLive) await readOn(client, id).catch(() => undefined); // the next round, or the stream, reads it
  };
  return { act, ...state };
}
