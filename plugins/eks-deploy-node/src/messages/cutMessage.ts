const BEGINNING = 3_072;
const ENDING = 1_024;

/**
 * The beginning and the end of a message in one line, at most some 4,100 characters.
 *
 * @remarks
 * A secret that the cut parts in two must not pass because its name or its quote was cut away. So the words at the cut are
 * dropped; and if the end begins within quotes or within a PEM block, it is dropped up to where they close.
 */
export function cutMessage(message: string): string {
  if (message.length <= BEGINNING + ENDING) {
    return toLine(message);
  }
  const beginning = toLine(message.slice(0, BEGINNING));
  const ending = toLine(message.slice(-ENDING));
  return `${dropLastWord(beginning)} … ${dropOpenParts(ending)}`;
}

function toLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function dropLastWord(text: string): string {
  return text.slice(0, Math.max(0, text.lastIndexOf(' ')));
}

function dropOpenParts(text: string): string {
  const space = text.indexOf(' ');
  const begin = text.indexOf('-----BEGIN ');
  const end = text.indexOf('-----END');
  const closes = [
    space < 0 ? text.length : space,
    ...['"', "'"].map(quote =>
      text.split(quote).length % 2 === 0 ? text.indexOf(quote) : -1,
    ),
    end >= 0 && (begin < 0 || end < begin) ? end + '-----END'.length : -1,
  ];
  return text.slice(Math.max(...closes) + 1);
}
