import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ResourceType } from './resourceType';
import type { StoreSnapshot } from './store';

/** What outlives a restart of the stand-in. */
export interface ClusterState {
  store: StoreSnapshot;
  /** Resources that were registered by use or by a CustomResourceDefinition. */
  customResources: ResourceType[];
}

/** Reads the state of an earlier run; none is no error, a damaged one is. */
export async function readState(
  file: string,
): Promise<ClusterState | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
  try {
    return JSON.parse(text) as ClusterState;
  } catch {
    throw new Error(
      `The sandbox cluster's state in ${file} is not valid JSON: delete the file to start with an empty cluster.`,
    );
  }
}

/** Replaces the state file in one step, so that a crash leaves the old or the new one. */
export async function writeState(
  file: string,
  state: ClusterState,
): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const next = `${file}.next`;
  await writeFile(next, JSON.stringify(state), { mode: 0o600 });
  await rename(next, file);
}
