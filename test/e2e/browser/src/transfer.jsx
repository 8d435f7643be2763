/**
 * The colleagues who can receive the conversation, fetched when the agent opens the list. A colleague without an associate id,
 * which the gateway cannot identify, cannot be chosen.
 */
import { useLazyQuery } from '@apollo/client/react';
import { transferTargets } from './operations.js';

export function Transfer({ isBusy, onTransfer }) {
  const [load, { data, error, loading }] = useLazyQuery(transferTargets, { fetchPolicy: 'network-only' });
  const targets = data?.transferTargets;
  if (!targets)
    return (
      <button type="button" disabled={isBusy || loading} onClick={() => load()}>
        {error ? 'Look for colleagues again' : 'Hand over'}
      </button>
    );
  return (
    <span role="group" aria-label="Hand over to">
      {targets.map(({ id, name, associateId }) => (
        <button key={id} type="button" disabled={isBusy || !associateId} onClick={() => onTransfer(associateId)}>
          {name}
        </button>
      ))}
    </span>
  );
}
