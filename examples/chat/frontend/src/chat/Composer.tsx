import { useState, type FormEvent } from 'react';

interface ComposerProps {
  onSend: (text: string) => Promise<void>;
  onUpload: (file: File) => Promise<void>;
}

export function Composer({ onSend, onUpload }: ComposerProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();

  const attempt = async (act: () => Promise<void>) => {
    try {
      await act();
      setError(undefined);
    } catch (cause) {
      setError(cause instanceof Error ? cause.message : String(cause));
    }
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    attempt(async () => {
      await onSend(text);
      setText('');
    });
  };

  return (
    <form onSubmit={submit}>
      <input aria-label="Message" value={text} maxLength={2000} onChange={event => setText(event.target.value)} />
      <button type="submit">Send</button>
      <label>
        Attach
        <input
          type="file"
          accept="image/png,image/jpeg,image/gif,image/webp"
          onChange={event => {
            const file = event.target.files?.[0];
            if (file) attempt(() => onUpload(file));
          }}
        />
      </label>
      {error && <p role="alert">{error}</p>}
    </form>
  );
}
