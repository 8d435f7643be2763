/**
 * The text box of the agent. The text stays until it was sent.
 */
import { useState } from 'react';

export function Composer({ name, isActive, isBusy, onSend }) {
  const [text, setText] = useState('');
  const isReady = isActive && !isBusy && text.trim() !== '';
  const submit = async (event) => {
    event.preventDefault();
    if (isReady && (await onSend(text))) setText('');
  };
  return (
    <form className="composer" onSubmit={submit}>
      <label htmlFor="answer">Answer to {name}</label>
      <textarea
        id="answer"
        rows={3}
        value={text}
        disabled={!isActive}
        placeholder={isActive ? 'Write an answer' : 'Only conversations that were picked up can be answered'}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="primary" disabled={!isReady}>
        Send
      </button>
    </form>
  );
}
