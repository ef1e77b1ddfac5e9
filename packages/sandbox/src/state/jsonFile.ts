import fs from 'node:fs';
import path from 'node:path';

const SAVE_AFTER_MS = 100;

/** A value that outlives a restart, as JSON in a file that is written a moment after each change. */
export class JsonFile<T> {
  value: T;
  readonly #file: string;
  readonly #logger: { error(message: string): unknown };
  #saving: NodeJS.Timeout | undefined;

  constructor(
    file: string,
    initial: T,
    logger: { error(message: string): unknown } = console,
  ) {
    this.#file = file;
    this.#logger = logger;
    this.value = read<T>(file) ?? initial;
  }

  /**
   * To be called after any change to the value or within it. If the file can't be written, that is
   * logged, and the next change tries again.
   */
  changed() {
    this.#saving ??= setTimeout(() => this.#saveOrLog(), SAVE_AFTER_MS);
    this.#saving.unref();
  }

  /**
   * Writes the value now, in one step: a crash leaves the old file or the new one.
   *
   * @throws the file system's error if it can't.
   */
  save() {
    clearTimeout(this.#saving);
    this.#saving = undefined;
    fs.mkdirSync(path.dirname(this.#file), { recursive: true });
    const next = `${this.#file}.next`;
    fs.writeFileSync(next, JSON.stringify(this.value, null, 2));
    fs.renameSync(next, this.#file);
  }

  /** An error that a timer throws would end the process. */
  #saveOrLog() {
    try {
      this.save();
    } catch (error) {
      this.#logger.error(
        `The sandbox's state could not be written to ${
          this.#file
        }, the next change tries again: ${String(error)}`,
      );
    }
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
