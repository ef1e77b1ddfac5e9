import type { ChatMessage } from './messages';

/** A message for tests, which state only what matters to them. */
export function aMessage(differs: Partial<ChatMessage> = {}): ChatMessage {
  return {
    id: '1',
    room: 'general',
    author: 'Ada',
    text: 'Hello',
    sentAt: '2026-01-01T10:00:00Z',
    position: '0-1',
    ...differs,
  };
}
