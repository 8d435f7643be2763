/**
 * The person in SuperOffice that the customer is; the agent links them by the person's id.
 */
import type { FormEvent } from 'react';
import type { ListedSessionFragment } from 'superoffice-chat-graphql-client/console';

interface PersonProps {
  readonly person: ListedSessionFragment['person'];
  readonly isBusy: boolean;
  readonly onLink: (personId: string | null) => void;
}

export function Person({ person, isBusy, onLink }: PersonProps) {
  if (person)
    return (
      <span role="group" aria-label="Person">
        {person.fullName}
        <button type="button" disabled={isBusy} onClick={() => onLink(null)}>
          Unlink
        </button>
      </span>
    );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onLink(String(new FormData(event.currentTarget).get('person')).trim());
  };
  return (
    <form className="person" onSubmit={submit}>
      <label htmlFor="person">Person (id)</label>
      <input id="person" name="person" inputMode="numeric" pattern="[0-9]+" required size={8} />
      <button type="submit" disabled={isBusy}>
        Link
      </button>
    </form>
  );
}
