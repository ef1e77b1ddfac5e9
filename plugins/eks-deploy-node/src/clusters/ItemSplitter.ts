import { BoundedBytes } from './BoundedBytes';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const OPEN_OBJECT = 0x7b;
const CLOSE_ARRAY = 0x5d;
const CLOSE_OBJECT = 0x7d;

/** Depth of brackets between the items, and around the list's own fields. */
const IN_ITEMS = 2;
const IN_LIST = 1;

/**
 * Cuts a list, `{"metadata":{…},"items":[{…},…]}`, into its items while its bytes come, so that no more than one is held.
 *
 * @remarks
 * Only brackets and strings are looked at; whether an item is JSON is found when it is parsed. Bytes above 0x7f occur in
 * strings only, so UTF-8 may be cut anywhere. JSON parsers that stream build each value in JavaScript and take many
 * times as long as `JSON.parse` on each item.
 *
 * @internal
 */
export class ItemSplitter {
  /** How many items were too long to be given. */
  skipped = 0;
  private depth = 0;
  private inString = false;
  private escaped = false;
  private inItems = false;
  private readonly list: BoundedBytes;
  private readonly item: BoundedBytes;

  /** @param longest - Bytes; a longer item is skipped, and fields of the list itself that are longer are an error. */
  constructor(longest: number) {
    this.list = new BoundedBytes(longest);
    this.item = new BoundedBytes(longest);
  }

  /** The items that end in this chunk, as text. */
  push(chunk: Uint8Array): string[] {
    const items: string[] = [];
    // Of the chunk, what lies before is dealt with.
    let start = 0;
    for (let index = 0; index < chunk.length; index += 1) {
      const byte = chunk[index];
      if (this.inString) {
        this.readString(byte);
      } else if (byte === QUOTE) {
        this.inString = true;
      } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
        this.depth += 1;
        if (this.inItems && this.depth === IN_ITEMS + 1) {
          start = index;
        } else if (this.depth === IN_ITEMS && !this.inItems) {
          this.list.add(chunk.subarray(start, index + 1));
          start = index + 1;
          this.inItems = /"items"\s*:\s*\[$/.test(this.list.text);
        }
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
        this.depth -= 1;
        if (this.inItems && this.depth === IN_ITEMS) {
          this.item.add(chunk.subarray(start, index + 1));
          items.push(...this.takeItem());
        } else if (this.inItems && this.depth === IN_LIST) {
          this.inItems = false;
          start = index;
        }
      }
    }
    if (!this.inItems) {
      this.list.add(chunk.subarray(start));
    } else if (this.depth > IN_ITEMS) {
      this.item.add(chunk.subarray(start));
    }
    return items;
  }

  /**
   * The list without its items, as text.
   *
   * @throws SyntaxError when it was cut short.
   */
  end(): string {
    if (this.depth !== 0 || this.list.tooLong) {
      throw new SyntaxError('The list is cut short');
    }
    return this.list.text;
  }

  private readString(byte: number): void {
    if (this.escaped) {
      this.escaped = false;
    } else if (byte === BACKSLASH) {
      this.escaped = true;
    } else if (byte === QUOTE) {
      this.inString = false;
    }
  }

  private takeItem(): string[] {
    const { tooLong, text } = this.item;
    this.item.clear();
    this.skipped += tooLong ? 1 : 0;
    return tooLong ? [] : [text];
  }
}
