import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../contract/cacheFolder';

const FOLDER = cacheFolder('template-check');
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** Remembers, from one run to the next, what has passed; what has not is always looked at again. */
export interface PassedBefore {
  has(fingerprint: string): Promise<boolean>;
  add(fingerprint: string): Promise<void>;
}

/** Keeps an empty file for each in the cache folder, until nobody has asked for it for a month. */
export async function openPassedBefore(): Promise<PassedBefore> {
  await mkdir(FOLDER, { recursive: true });
  for (const name of await readdir(FOLDER)) {
    const { mtimeMs } = await stat(join(FOLDER, name));
    if (Date.now() - mtimeMs > KEPT_MS) {
      await rm(join(FOLDER, name), { force: true });
    }
  }
  return {
    async has(fingerprint) {
      const now = new Date();
      return utimes(join(FOLDER, fingerprint), now, now).then(
        () => true,
        () => false,
      );
    },
    add: fingerprint => writeFile(join(FOLDER, fingerprint), ''),
  };
}
