import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildBinaries } from './build';
import { assertGo } from './go';
import { moduleFolder, readVersions } from './versions';

/** The programs of a control plane, by absolute path. */
export type Binaries = Record<BinaryName, string>;

export const binaryNames = [
  'etcd',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kubectl',
  'kwok',
] as const;

export type BinaryName = (typeof binaryNames)[number];

export interface BinariesOptions {
  /** Where built programs are kept; `$XDG_CACHE_HOME/eks-deploy/control-plane` by default. */
  cacheDir?: string;
  onProgress?: (message: string) => void;
  /** Breaks a build or a start off. */
  signal?: AbortSignal;
}

/**
 * The programs that `go.mod` and `go.sum` pin, from the cache or built into it.
 *
 * @throws Error in a sentence where there is no Go, one too old, or the build fails.
 */
export async function findBinaries(
  options: BinariesOptions = {},
): Promise<Binaries> {
  const { onProgress = () => {} } = options;
  const folder = join(
    options.cacheDir ?? defaultCacheDir(),
    await hashOfModule(),
  );
  if (!isWhole(folder)) {
    const versions = await readVersions();
    await assertGo(versions.go);
    onProgress(
      `building the control plane of Kubernetes ${versions.kubernetes}; the first time takes many minutes`,
    );
    await rm(folder, { recursive: true, force: true });
    await buildWhole(folder, into =>
      buildBinaries(into, versions.kubernetes, options),
    );
  }
  return Object.fromEntries(
    binaryNames.map(name => [name, join(folder, name)]),
  ) as Binaries;
}

/** Somebody may have cleaned a cache up in part. */
export function isWhole(folder: string): boolean {
  return binaryNames.every(name => existsSync(join(folder, name)));
}

/** What is under its final name was built to its end: a build that breaks off leaves nothing that a later start would use. */
export async function buildWhole(
  folder: string,
  build: (into: string) => Promise<void>,
): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const work = await mkdtemp(`${folder}.building-`);
  try {
    await build(work);
    await rename(work, folder).catch(error => {
      // Somebody else built the same at the same time and was quicker.
      if (!existsSync(folder)) {
        throw error;
      }
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

function defaultCacheDir(): string {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'eks-deploy', 'control-plane');
}

/** `go.sum` says what is built; the build's own flags belong to it too. */
async function hashOfModule(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of ['go.mod', 'go.sum', 'src/build.ts']) {
    hash.update(await readFile(join(moduleFolder, file)));
  }
  return hash.digest('hex').slice(0, 16);
}
