import { setTimeout as sleep } from 'node:timers/promises';
import type { KubernetesApi } from './KubernetesApi';
import type { SeedSize } from './Workload';

/** How long controllers that would make something anew have for it. */
const CALM_MS = 10_000;

interface Page {
  items: unknown[];
  metadata: { remainingItemCount?: number };
}

/**
 * Waits until the controllers work, and have had time to change what they don't agree with.
 *
 * @throws Error if they did.
 */
export async function untilCalm(
  api: KubernetesApi,
  size: SeedSize,
): Promise<void> {
  // A new node is closed until its controller has seen it.
  while (await hasClosedNodes(api)) {
    await sleep(500);
  }
  await sleep(CALM_MS);
  const replicaSets = await count(api, '/apis/apps/v1/replicasets');
  const pods = await count(api, '/api/v1/pods');
  if (replicaSets !== size.deployments || pods !== size.pods) {
    throw new Error(
      `The controllers made ${replicaSets} ReplicaSets and ${pods} pods of the seed's ${size.deployments} and ${size.pods}: is this machine very busy? Run it again.`,
    );
  }
}

async function hasClosedNodes(api: KubernetesApi): Promise<boolean> {
  const { items } = await api.get<{
    items: Array<{ spec: { taints?: unknown[] } }>;
  }>('/api/v1/nodes');
  return items.some(({ spec }) => spec.taints !== undefined);
}

async function count(api: KubernetesApi, path: string): Promise<number> {
  const { items, metadata } = await api.get<Page>(`${path}?limit=1`);
  return items.length + (metadata.remainingItemCount ?? 0);
}
