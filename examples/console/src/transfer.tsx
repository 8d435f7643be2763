/**
 * The colleagues who can receive the conversation, fetched when the agent opens the list. A colleague without an associate id,
 * which the gateway cannot identify, cannot be chosen.
 */
import { useLazyQuery } from '@apollo/client/react';
import { TransferTargetsDocument } from 'superoffice-chat-graphql-client/console';

interface TransferProps {
  readonly isBusy: boolean;
  readonly onTransfer: (toAssociateId: string) => void;
}

export function Transfer({ isBusy, onTransfer }: TransferProps) {
  const [load, { data, error, loading }] = useLazyQuery(TransferTargetsDocument, { fetchPolicy: 'network-only' });
  const targets = data?.transferTargets;
  if (!targets)
    return (
      <button type="button" disabled={isBusy || loading} onClick={() => void load()}>
        {error ? 'Look for colleagues again' : 'Hand over'}
      </button>
    );
  return (
    <span role="group" aria-label="Hand over to">
      {targets.map(({ id, name, associateId }) => (
        <button
          key={id}
          type="button"
          disabled={isBusy || associateId === null}
          onClick={() => associateId !== null && onTransfer(associateId)}
        >
          {name}
        </button>
      ))}
    </span>
  );
}
