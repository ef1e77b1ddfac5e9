import type { Row } from '../rows';

/** More than so many different parts are forgotten; rows keep those they have. */
const MOST = 2_000;
const UNIQUE = ['uid', 'name'];

/** Gives equal parts of rows one and the same object: pods of a Revision are alike in all but their names. */
export class SharedParts {
  private readonly parts = new Map<string, unknown>();

  /** Puts what is shared in the place of a row's own lists and texts. */
  shareAll(row: Row): void {
    Object.entries(row)
      .filter(([key]) => !UNIQUE.includes(key))
      .forEach(([key, value]) => Reflect.set(row, key, this.share(value)));
  }

  private share(value: unknown): unknown {
    if (Array.isArray(value)) {
      return this.find(value) ?? this.keep(value.map(item => this.share(item)));
    }
    return typeof value === 'string' || (typeof value === 'object' && value)
      ? this.find(value) ?? this.keep(value)
      : value;
  }

  private find(value: unknown): unknown {
    return this.parts.get(JSON.stringify(value));
  }

  private keep(value: unknown): unknown {
    if (this.parts.size >= MOST) {
      this.parts.clear();
    }
    this.parts.set(JSON.stringify(value), value);
    return value;
  }
}
