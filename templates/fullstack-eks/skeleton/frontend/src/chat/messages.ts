export interface ChatMessage {
  id: string;
  room: string;
  author: string;
  text: string;
  sentAt: string;
}

/** Adds what is new, in the order of sending; a message that came twice (by socket and by history) stays one. */
export function mergeMessages(known: ChatMessage[], arrived: ChatMessage[]): ChatMessage[] {
  const byId = new Map([...known, ...arrived].map(message => [message.id, message]));
  return [...byId.values()].sort((a, b) => a.sentAt.localeCompare(b.sentAt));
}

/** Milliseconds to wait before the given attempt to connect again: 0.5 s, doubled up to 30 s. */
export function reconnectDelay(attempt: number): number {
  return Math.min(500 * 2 ** attempt, 30_000);
}
