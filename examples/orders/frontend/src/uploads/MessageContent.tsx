import type { ChatMessage } from '../chat/messages';
import { attachmentOf } from './attachmentOf';
import './attachment.css';

/** The uploaded file that a message consists of, or its text. */
export function MessageContent({ message, backendHost }: { message: ChatMessage; backendHost: string }) {
  const attachment = attachmentOf(message.text, backendHost);
  if (!attachment) return <p>{message.text}</p>;
  const { url, kind } = attachment;
  return (
    <a className="attachment" href={url} target="_blank" rel="noreferrer">
      {kind === 'image' ? <img src={url} alt={`From ${message.author}`} /> : `Document from ${message.author}`}
    </a>
  );
}
