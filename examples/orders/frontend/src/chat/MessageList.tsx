import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { Message } from './Message';
import type { ChatMessage } from './messages';

interface MessageListProps {
  messages: ChatMessage[];
  /** Whose messages stand on the other side. */
  reader: string;
  contentOf?: (message: ChatMessage) => ReactNode;
}

const NEAR_PX = 120;

/** Stays at the newest message, unless somebody has scrolled up to read. */
export function MessageList({ messages, reader, contentOf = ({ text }) => <p>{text}</p> }: MessageListProps) {
  const log = useRef<HTMLDivElement>(null);
  const follows = useRef(true);

  const stay = () => {
    if (follows.current && log.current) log.current.scrollTop = log.current.scrollHeight;
  };
  useLayoutEffect(stay, [messages]);

  return (
    <div
      className="messages"
      role="log"
      aria-label="Messages"
      // Scrolled by keyboard, too.
      tabIndex={0}
      ref={log}
      onLoadCapture={stay}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        follows.current = scrollHeight - scrollTop - clientHeight < NEAR_PX;
      }}
    >
      {messages.length === 0 && <p className="empty">Nothing has been said here yet.</p>}
      <ol>
        {messages.map(message => (
          <Message key={message.id} message={message} own={message.author === reader}>
            {contentOf(message)}
          </Message>
        ))}
      </ol>
    </div>
  );
}
