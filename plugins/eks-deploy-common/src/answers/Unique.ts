/** Values that may stand in one field only. */
export class Unique {
  readonly #fields = new Map<string, string>();
  readonly #remedy: string;

  constructor(remedy: string) {
    this.#remedy = remedy;
  }

  /** The problem with a value that stands elsewhere already. */
  add(field: string, value: string | undefined): string[] {
    if (!value) {
      return [];
    }
    const first = this.#fields.get(value);
    if (first) {
      return [`${field}: "${value}" is also ${first}; ${this.#remedy}`];
    }
    this.#fields.set(value, field);
    return [];
  }
}
