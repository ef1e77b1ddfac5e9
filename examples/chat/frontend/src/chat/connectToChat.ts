import type { ChatMessage } from './messages';
import { reconnectDelay } from './reconnectDelay';

const PING_MS = 25_000;
/** Two pings without an answer: the network went without saying so. */
const SILENCE_MS = 2 * PING_MS + 5_000;

export type Connection = 'connecting' | 'connected' | 'lost';

export interface ChatEvents {
  onConnection: (connection: Connection) => void;
  /** `complete` is false if messages between these and the ones before may be missing. */
  onMessages: (messages: ChatMessage[], complete: boolean) => void;
}

type Frame =
  | { type: 'replay'; complete: boolean; messages: ChatMessage[] }
  | { type: 'message'; message: ChatMessage }
  | { type: 'pong' };

/** Stays connected until it is told to leave: connects again by itself and goes on after the last message it got. */
export function connectToChat(urlSince: (lastSeen?: string) => string, events: ChatEvents): { leave: () => void } {
  let socket: WebSocket;
  let lastSeen: string | undefined;
  let attempt = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const add = (messages: ChatMessage[], complete: boolean) => {
    lastSeen = messages.at(-1)?.position ?? lastSeen;
    events.onMessages(messages, complete);
  };

  const expectSomething = () => {
    clearTimeout(silence);
    silence = setTimeout(lose, SILENCE_MS);
  };

  // A dead connection can take minutes to close, so that nobody waits for its close event.
  const lose = () => {
    drop();
    events.onConnection('lost');
    retry = setTimeout(connect, reconnectDelay(attempt++));
  };

  const drop = () => {
    clearTimeout(silence);
    clearTimeout(retry);
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  };

  const connect = () => {
    socket = new WebSocket(urlSince(lastSeen));
    socket.onopen = () => {
      attempt = 0;
      events.onConnection('connected');
    };
    socket.onmessage = ({ data }) => {
      expectSomething();
      const frame: Frame = JSON.parse(data);
      if (frame.type === 'replay') add(frame.messages, frame.complete);
      if (frame.type === 'message') add([frame.message], true);
    };
    socket.onclose = lose;
    expectSomething();
  };

  const retryNow = () => {
    if (socket.readyState === WebSocket.OPEN) return;
    drop();
    connect();
  };

  events.onConnection('connecting');
  connect();
  const pings = setInterval(() => socket.readyState === WebSocket.OPEN && socket.send('ping'), PING_MS);
  window.addEventListener('online', retryNow);

  return {
    leave: () => {
      window.removeEventListener('online', retryNow);
      clearInterval(pings);
      drop();
    },
  };
}
