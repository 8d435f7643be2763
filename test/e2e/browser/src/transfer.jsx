/**
 * To whom the conversation can be handed. Colleagues are fetched when the agent asks for them; one without an associate id, of
 * whom the gateway cannot tell who it is, cannot be chosen.
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
