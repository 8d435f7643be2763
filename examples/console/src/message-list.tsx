/**
 * The messages, oldest first, and those that are not in the conversation yet. Screen readers read new ones. Texts are shown as text, whatever
 * they contain.
 */
import { useEffect, useRef } from 'react';
import type { ChatMessageSpecialType, LineFragment } from 'superoffice-chat-graphql-client/console';
import type { Unsent } from './outbox.ts';

const notices: Partial<Record<ChatMessageSpecialType, string>> = {
  WELCOME: 'An agent has joined',
  NEW_SESSION: 'The conversation began',
  TRANSFERED_SESSION: 'Handed to another agent',
  TRANSFER_REJECTED: 'A colleague declined to take over',
  CLOSED_BY_USER: 'Closed by the agent',
  CLOSED_BY_CUSTOMER: 'Closed by the customer',
  CLOSED_BY_IDLE: 'Closed because no message was written',
};

interface MessageListProps {
  readonly messages: readonly LineFragment[];
  readonly unsent: readonly Unsent[];
  readonly onSendAgain: (key: string) => void;
  readonly onDiscard: (key: string) => void;
}

export function MessageList({ messages, unsent, onSendAgain, onDiscard }: MessageListProps) {
  const log = useRef<HTMLDivElement>(null);
  const arrived = new Set(messages.map(({ id }) => id));
  const waiting = unsent.filter(({ id }) => id === null || !arrived.has(id));
  useEffect(() => {
    log.current?.scrollTo(0, log.current.scrollHeight);
  }, [messages.length, waiting.map(({ key, trouble }) => `${key} ${trouble?.code}`).join()]);
  return (
    <div ref={log} className="messages" role="log" aria-live="polite" aria-label="Messages" tabIndex={0}>
      <ol>
        {messages.map((message) => (
          <Message key={message.id} {...message} />
        ))}
        {waiting.map((message) => (
          <UnsentMessage key={message.key} message={message} onSendAgain={onSendAgain} onDiscard={onDiscard} />
        ))}
      </ol>
    </div>
  );
}

function Message({ type, specialType, message, author, whenPosted }: LineFragment) {
  const time = whenPosted && (
    <time dateTime={whenPosted}>{new Date(whenPosted).toLocaleTimeString('en-GB', { timeStyle: 'short' })}</time>
  );
  if (type === 'SPECIAL') {
    return (
      <li className="event">
        {(specialType && notices[specialType]) ?? specialType} {time}
        {message && <span className="excerpt">{message}</span>}
      </li>
    );
  }
  return (
    <li className={type === 'TO_CUSTOMER' ? 'message from-us' : 'message'}>
      <span className="hint">
        {author} {time}
      </span>
      <span className="text">{message}</span>
    </li>
  );
}

function UnsentMessage({
  message,
  onSendAgain,
  onDiscard,
}: { message: Unsent } & Pick<MessageListProps, 'onSendAgain' | 'onDiscard'>) {
  const { key, text, trouble } = message;
  return (
    <li className="message from-us unsent">
      <span className="text">{text}</span>
      {trouble === null ? (
        <span className="hint">Sending …</span>
      ) : (
        <span role="alert" className="hint">
          <strong>{trouble.title}.</strong> {trouble.advice}
          <span className="choices">
            <button type="button" onClick={() => onSendAgain(key)}>
              Send again
            </button>
            <button type="button" onClick={() => onDiscard(key)}>
              Discard
            </button>
          </span>
        </span>
      )}
    </li>
  );
}
