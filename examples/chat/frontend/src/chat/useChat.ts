import { useEffect, useState } from 'react';
import { apiUrl, socketUrl } from './addresses';
import { mergeMessages, reconnectDelay, type ChatMessage } from './messages';

const PING_MS = 25_000;

/** The room's messages as they come. Connects again by itself and then reads what it missed. */
export function useChat(backendHost: string, room: string) {
  const [messages, setMessages] = useState<ChatMessage[]>([]);
  const [connected, setConnected] = useState(false);

  useEffect(() => {
    const { protocol } = window.location;
    let socket: WebSocket;
    let timer: ReturnType<typeof setTimeout>;
    let attempt = 0;
    let left = false;

    const add = (arrived: ChatMessage[]) => setMessages(known => mergeMessages(known, arrived));

    const readHistory = async () => {
      const response = await fetch(apiUrl(protocol, backendHost, `/messages?room=${encodeURIComponent(room)}`));
      if (response.ok && !left) add(await response.json());
    };

    const connect = () => {
      socket = new WebSocket(socketUrl(protocol, backendHost, room));
      socket.onopen = () => {
        attempt = 0;
        setConnected(true);
        // After the socket is open, so that no message falls between the two.
        readHistory().catch(() => socket.close());
      };
      socket.onmessage = event => add([JSON.parse(event.data)]);
      socket.onclose = () => {
        setConnected(false);
        if (!left) timer = setTimeout(connect, reconnectDelay(attempt++));
      };
    };

    connect();
    const pings = setInterval(() => socket.readyState === WebSocket.OPEN && socket.send('ping'), PING_MS);
    return () => {
      left = true;
      clearTimeout(timer);
      clearInterval(pings);
      socket.close();
      setMessages([]);
    };
  }, [backendHost, room]);

  return { messages, connected };
}
