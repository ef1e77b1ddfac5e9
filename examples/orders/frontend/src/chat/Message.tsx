import type { ChatMessage } from './messages';

const IMAGE = /^https:\/\/\S+\.(png|jpg|gif|webp)$/;

export function Message({ message }: { message: ChatMessage }) {
  return (
    <li>
      <strong>{message.author}</strong> <time dateTime={message.sentAt}>{new Date(message.sentAt).toLocaleTimeString()}</time>
      {IMAGE.test(message.text) ? <img src={message.text} alt={`Sent by ${message.author}`} /> : <p>{message.text}</p>}
    </li>
  );
}
