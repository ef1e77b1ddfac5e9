import type { ReactNode } from 'react';
import type { ChatMessage } from './messages';

export function Message({ message, own, children }: { message: ChatMessage; own: boolean; children: ReactNode }) {
  return (
    <li className={own ? 'message own' : 'message'}>
      <p className="by">
        <strong>{message.author}</strong>{' '}
        <time dateTime={message.sentAt}>
          {new Date(message.sentAt).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}
        </time>
      </p>
      {children}
    </li>
  );
}
