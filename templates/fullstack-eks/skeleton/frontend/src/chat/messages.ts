export interface ChatMessage {
  id: string;
  room: string;
  author: string;
  text: string;
  /** ISO 8601, by the clock of the server that took it. */
  sentAt: string;
  /** Where it stands in the log; handed back when connecting again. */
  position: string;
}

const KEPT = 500;

/** Adds what is new, in the order it came; a message that comes twice stays one. */
export function addMessages(known: ChatMessage[], arrived: ChatMessage[]): ChatMessage[] {
  const ids = new Set(known.map(({ id }) => id));
  const unknown = arrived.filter(({ id }) => !ids.has(id) && ids.add(id));
  return unknown.length === 0 ? known : [...known, ...unknown].slice(-KEPT);
}
