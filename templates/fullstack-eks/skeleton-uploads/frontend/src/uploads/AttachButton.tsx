import { useId, useRef } from 'react';
import { useAttempt } from '../chat/useAttempt';
import { ACCEPTED_TYPES } from './uploadFile';

/** Uploads the file that is chosen. The button has the field's place: it is reached and pressed like any other. */
export function AttachButton({ onChoose }: { onChoose: (file: File) => Promise<void> }) {
  const field = useRef<HTMLInputElement>(null);
  const { attempt, busy, error } = useAttempt();
  const errorId = useId();

  return (
    <>
      <button
        type="button"
        aria-disabled={busy}
        aria-describedby={error ? errorId : undefined}
        onClick={() => !busy && field.current?.click()}
      >
        {busy ? 'Uploading…' : 'Attach'}
      </button>
      <input
        ref={field}
        type="file"
        hidden
        data-testid="file"
        accept={ACCEPTED_TYPES.join()}
        onChange={event => {
          const file = event.target.files?.[0];
          // Chosen once more, the same file is a change again.
          event.target.value = '';
          if (file) attempt(() => onChoose(file));
        }}
      />
      {error && (
        <p id={errorId} role="alert">
          {error}
        </p>
      )}
    </>
  );
}
