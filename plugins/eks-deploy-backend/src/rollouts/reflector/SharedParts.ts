import { hash } from 'node:crypto';
import type { Row } from '../rows';

/** More than so many different parts are forgotten; rows keep those they have. */
const MOST = 2_000;
const UNIQUE = ['uid', 'name'];

/** Gives equal parts of rows one and the same object: pods of a Revision are alike in all but their names. */
export class SharedParts {
  private readonly texts = new Map<string, string>();
  private readonly parts = new Map<string, object>();

  /** Puts what is shared in the place of a row's own lists and texts. */
  shareAll(row: Row): void {
    Object.entries(row)
      .filter(([key]) => !UNIQUE.includes(key))
      .forEach(([key, value]) => Reflect.set(row, key, this.share(value)));
  }

  private share(value: unknown): unknown {
    if (typeof value === 'string') {
      return findOrKeep(this.texts, value, () => value);
    }
    if (Array.isArray(value)) {
      return findOrKeep(this.parts, toKey(value), () =>
        value.map(item => this.share(item)),
      );
    }
    return typeof value === 'object' && value !== null
      ? findOrKeep(this.parts, toKey(value), () => value)
      : value;
  }
}

/** A part's own text would take more memory than the part. */
function toKey(part: object): string {
  return hash('sha256', JSON.stringify(part), 'base64');
}

function findOrKeep<T>(kept: Map<string, T>, key: string, create: () => T): T {
  const found = kept.get(key);
  if (found !== undefined) {
    return found;
  }
  const created = create();
  if (kept.size >= MOST) {
    kept.clear();
  }
  kept.set(key, created);
  return created;
}
