import { useState } from 'react';
import { Composer } from './chat/Composer';
import { Message } from './chat/Message';
import { sendMessage, uploadFile } from './chat/send';
import { useChat } from './chat/useChat';
import type { Config } from './config';

const ROOM = 'general';

export function App({ backendHost }: Config) {
  const [author, setAuthor] = useState('Guest');
  const { messages, connected } = useChat(backendHost, ROOM);
  const send = (text: string) => sendMessage(backendHost, { room: ROOM, author, text });

  return (
    <main>
      <header>
        <h1>#{ROOM}</h1>
        <p role="status">{connected ? 'Connected' : 'Connecting…'}</p>
        <label>
          Name <input value={author} maxLength={40} onChange={event => setAuthor(event.target.value)} />
        </label>
      </header>
      <ol aria-live="polite">
        {messages.map(message => (
          <Message key={message.id} message={message} />
        ))}
      </ol>
      <Composer onSend={send} onUpload={async file => send(await uploadFile(backendHost, file))} />
    </main>
  );
}
