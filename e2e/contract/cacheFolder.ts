import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Where something that is brought once is kept, outside the work tree. */
export function cacheFolder(...names: string[]): string {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'eks-deploy', ...names);
}

/** Brings a folder whole or not at all; one that is there already is left as it is. */
export async function bringFolder(
  folder: string,
  bring: (into: string) => Promise<void>,
): Promise<void> {
  if (existsSync(folder)) {
    return;
  }
  await mkdir(dirname(folder), { recursive: true });
  const work = await mkdtemp(`${folder}.bringing-`);
  try {
    await bring(work);
    await rename(work, folder).catch(error => {
      // Somebody else brought the same at the same time and was quicker.
      if (!existsSync(folder)) {
        throw error;
      }
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
