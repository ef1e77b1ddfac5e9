import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useAttempt } from './useAttempt';

interface ComposerProps {
  onSend: (text: string) => Promise<void>;
  /** Further ways to send something. */
  children?: ReactNode;
}

export function Composer({ onSend, children }: ComposerProps) {
  const [text, setText] = useState('');
  const { attempt, busy, error } = useAttempt();
  const errorId = useId();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim() || busy) return;
    attempt(async () => {
      await onSend(text);
      setText('');
    });
  };

  return (
    <form className="composer" onSubmit={submit}>
      <input
        aria-label="Message"
        aria-describedby={error ? errorId : undefined}
        placeholder="Say something"
        autoComplete="off"
        value={text}
        maxLength={2000}
        onChange={event => setText(event.target.value)}
      />
      {children}
      <button type="submit" aria-disabled={busy}>
        Send
      </button>
      {error && (
        <p id={errorId} role="alert">
          {error}
        </p>
      )}
    </form>
  );
}
