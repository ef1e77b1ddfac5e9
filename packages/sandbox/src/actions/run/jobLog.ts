import fs from 'node:fs';
import path from 'node:path';

/** The log of one job: a line per line, with its time, and secrets masked. */
export class JobLog {
  readonly #masks = new Set<string>();

  constructor(readonly file: string) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, '');
  }

  /** Keeps a value out of the log from here on. */
  mask(value: string) {
    for (const line of value.split('\n')) {
      if (line.trim().length > 0) this.#masks.add(line);
    }
  }

  write(line: string) {
    const masked = [...this.#masks].reduce(
      (text, mask) => text.replaceAll(mask, '***'),
      line,
    );
    fs.appendFileSync(this.file, `${new Date().toISOString()} ${masked}\n`);
  }

  error(message: string) {
    this.write(`##[error]${message}`);
  }
}
