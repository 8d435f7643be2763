/**
 * The messages, oldest first. Screen readers read new ones. Texts are shown as text, whatever they contain.
 */
import { useEffect, useRef } from 'react';

const notices = {
  WELCOME: 'An agent has joined',
  NEW_SESSION: 'The conversation began',
  TRANSFERED_SESSION: 'Handed to another agent',
  TRANSFER_REJECTED: 'A colleague declined to take over',
  CLOSED_BY_USER: 'Closed by the agent',
  CLOSED_BY_CUSTOMER: 'Closed by the customer',
  CLOSED_BY_IDLE: 'Closed because no message was written',
};

export function MessageList({ messages }) {
  const log = useRef(null);
  useEffect(() => {
    log.current.scrollTop = log.current.scrollHeight;
  }, [messages.length]);
  return (
    <div ref={log} className="messages" role="log" aria-live="polite" aria-label="Messages" tabIndex={0}>
      <ol>
        {messages.map((message) => (
          <Message key={message.id} {...message} />
        ))}
      </ol>
    </div>
  );
}

function Message({ type, specialType, message, author, whenPosted }) {
  const time = whenPosted && (
    <time dateTime={whenPosted}>{new Date(whenPosted).toLocaleTimeString('en-GB', { timeStyle: 'short' })}</time>
  );
  if (type === 'SPECIAL') {
    return (
      <li className="event">
        {notices[specialType] ?? specialType} {time}
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
