import path from 'node:path';
import { JsonFile } from '../state/jsonFile';

type Progress = 'begun' | 'complete';

/** Which examples have been begun and which are complete, so that a start that died between is made good. */
export class SeedProgress {
  readonly #file: JsonFile<Record<string, Progress>>;

  constructor(stateDir: string) {
    this.#file = new JsonFile(path.join(stateDir, 'examples.json'), {});
  }

  read(name: string): Progress | undefined {
    return this.#file.value[name];
  }

  write(name: string, progress: Progress): void {
    this.#file.value[name] = progress;
    this.#file.save();
  }
}
