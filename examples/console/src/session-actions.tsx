/**
 * The buttons of one conversation: what its agent, or the agent whom it waits for, can do.
 */
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import {
  AcceptTransferDocument,
  CloseSessionDocument,
  PickUpDocument,
  RejectTransferDocument,
  ReturnToQueueDocument,
  TransferDocument,
  UpdateSessionDocument,
  type ListedSessionFragment,
} from 'superoffice-chat-graphql-client/console';
import { Person } from './person.tsx';
import { Transfer } from './transfer.tsx';

interface SessionActionsProps {
  readonly session: ListedSessionFragment;
  readonly isBusy: boolean;
  readonly act: <Data extends Record<string, unknown>, Variables extends OperationVariables>(
    mutation: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ) => Promise<void>;
}

export function SessionActions({ session, isBusy, act }: SessionActionsProps) {
  const { id, status } = session;
  if (status === 'IN_QUEUE')
    return (
      <button type="button" className="primary" disabled={isBusy} onClick={() => void act(PickUpDocument, { id })}>
        Pick up
      </button>
    );
  if (status !== 'CUSTOMER_LAST' && status !== 'USER_LAST') return null;
  if (session.isOfferedToMe)
    return (
      <span role="group" aria-label="Offer">
        <button
          type="button"
          className="primary"
          disabled={isBusy}
          onClick={() => void act(AcceptTransferDocument, { id })}
        >
          Take over
        </button>
        <button type="button" disabled={isBusy} onClick={() => void act(RejectTransferDocument, { id })}>
          Decline
        </button>
      </span>
    );
  if (!session.isMine) return null;
  return (
    <>
      <Transfer isBusy={isBusy} onTransfer={(toAssociateId) => void act(TransferDocument, { id, toAssociateId })} />
      <Person
        person={session.person}
        isBusy={isBusy}
        onLink={(personId) => void act(UpdateSessionDocument, { id, input: { personId } })}
      />
      <button type="button" disabled={isBusy} onClick={() => void act(ReturnToQueueDocument, { id })}>
        Back to the queue
      </button>
      <button type="button" disabled={isBusy} onClick={() => void act(CloseSessionDocument, { id })}>
        Close conversation
      </button>
    </>
  );
}
