/** Longest text that a row keeps: what is shown, and what `redactMessage` leaves, is shorter. */
const LONGEST = 1_000;
/** Most items that a row keeps of a list. */
const MOST = 100;
/** Of a longer part of a text V8 keeps the whole text in memory. */
const LONGEST_COPIED = 12;

/** Cuts a row's texts and lists in place, however long they are in the object: a namespace's owner writes them. */
export function cutRow<Kept extends object>(row: Kept): Kept {
  cutParts(row);
  return row;
}

function cutParts(part: object): void {
  if (Array.isArray(part)) {
    part.splice(MOST);
  }
  Object.entries(part).forEach(([key, value]) =>
    Reflect.set(part, key, cut(value)),
  );
}

function cut(value: unknown): unknown {
  if (typeof value === 'string') {
    return cutText(value);
  }
  if (typeof value === 'object' && value !== null) {
    cutParts(value);
  }
  return value;
}

function cutText(text: string): string {
  const kept = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return kept.length > LONGEST_COPIED ? Buffer.from(kept).toString() : kept;
}
