import fs from 'node:fs';
import path from 'node:path';

const SAVE_AFTER_MS = 100;

/** A value that outlives a restart, as JSON in a file that is written a moment after each change. */
export class JsonFile<T> {
  value: T;
  readonly #file: string;
  #saving: NodeJS.Timeout | undefined;

  constructor(file: string, initial: T) {
    this.#file = file;
    this.value = read<T>(file) ?? initial;
  }

  /** To be called after any change to the value or within it. */
  changed() {
    this.#saving ??= setTimeout(() => this.save(), SAVE_AFTER_MS);
    this.#saving.unref();
  }

  /** Writes the value now, in one step: a crash leaves the old file or the new one. */
  save() {
    clearTimeout(this.#saving);
    this.#saving = undefined;
    fs.mkdirSync(path.dirname(this.#file), { recursive: true });
    const next = `${this.#file}.next`;
    fs.writeFileSync(next, JSON.stringify(this.value, null, 2));
    fs.renameSync(next, this.#file);
  }
}

function read<T>(file: string): T | undefined {
  if (!fs.existsSync(file)) return undefined;
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    throw new Error(
      `The sandbox's state in ${file} is not valid JSON: delete the sandbox's state folder to start afresh.`,
    );
  }
}
