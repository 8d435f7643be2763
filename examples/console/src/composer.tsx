/**
 * The text box of the agent. What is sent appears in the conversation at once, and the text box is free for the next message.
 */
import { useState, type SyntheticEvent } from 'react';

interface ComposerProps {
  readonly name: string;
  readonly isActive: boolean;
  readonly onSend: (text: string) => void;
}

export function Composer({ name, isActive, onSend }: ComposerProps) {
  const [text, setText] = useState('');
  const isReady = isActive && text.trim() !== '';
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!isReady) return;
    onSend(text);
    setText('');
  };
  return (
    <form className="composer" onSubmit={submit}>
      <label htmlFor="answer">Answer to {name}</label>
      <textarea
        id="answer"
        rows={3}
        value={text}
        disabled={!isActive}
        placeholder={
          isActive ? 'Write an answer (Ctrl+Enter sends it)' : 'Only conversations that were picked up can be answered'
        }
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && submit(event)}
      />
      <button type="submit" className="primary" disabled={!isReady}>
        Send
      </button>
    </form>
  );
}
