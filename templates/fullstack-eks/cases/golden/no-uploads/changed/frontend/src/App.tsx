import { Composer } from './chat/Composer';
import { ConnectionStatus } from './chat/ConnectionStatus';
import { MessageList } from './chat/MessageList';
import { sendMessage } from './chat/sendMessage';
import { useChat } from './chat/useChat';
import { useName } from './chat/useName';
import { useRoom } from './chat/useRoom';
import { VisitForm } from './chat/VisitForm';
import type { Config } from './config';

export function App({ backendHost }: Config) {
  const [name, setName] = useName();
  const [room, setRoom] = useRoom();
  const { messages, connection, mayMissSome } = useChat(backendHost, room);
  const send = (text: string) => sendMessage(backendHost, { room, author: name, text });

  return (
    <main>
      <header>
        <h1>#{room}</h1>
        <ConnectionStatus connection={connection} />
        <VisitForm name={name} onName={setName} room={room} onRoom={setRoom} />
      </header>
      {mayMissSome && <p className="notice">You were away for long: older messages may be missing.</p>}
      <MessageList messages={messages} reader={name} />
      <Composer onSend={send} />
    </main>
  );
}
