import { useEffect, useState } from 'react';
import { socketUrl } from './addresses';
import { connectToChat, type Connection } from './connectToChat';
import { addMessages, type ChatMessage } from './messages';

/** A room's messages as they come. */
export function useChat(backendHost: string, room: string) {
  const [messages, setMessages] = useState<ChatMessage[]>([]);
  const [connection, setConnection] = useState<Connection>('connecting');
  const [mayMissSome, setMayMissSome] = useState(false);

  useEffect(() => {
    setMessages([]);
    setMayMissSome(false);
    const { leave } = connectToChat(lastSeen => socketUrl(window.location.protocol, backendHost, room, lastSeen), {
      onConnection: setConnection,
      onMessages: (arrived, complete) => {
        setMessages(known => addMessages(known, arrived));
        if (!complete) setMayMissSome(true);
      },
    });
    return leave;
  }, [backendHost, room]);

  return { messages, connection, mayMissSome };
}
