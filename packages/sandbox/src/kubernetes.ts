import {
  KubeConfig,
  KubernetesObject,
  KubernetesObjectApi,
  PatchStrategy,
} from '@kubernetes/client-node';
import { Cluster } from './cluster';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** All that is needed to write into a cluster. */
export type ReachableCluster = Pick<Cluster, 'name' | 'kubeconfig'>;

/** A client of one of the sandbox's clusters, as anyone outside would have. */
export function createKubernetesClient(cluster: ReachableCluster) {
  const config = new KubeConfig();
  config.loadFromFile(cluster.kubeconfig);
  return KubernetesObjectApi.makeApiClient(config);
}

/**
 * Creates an object or merges it into the one that is there, and leaves what `kubectl apply` reads next time: the
 * manifest, which need not say all that the object does.
 */
export async function applyObject(
  client: KubernetesObjectApi,
  object: KubernetesObject,
  manifest = object,
): Promise<void> {
  const applied = {
    ...object,
    metadata: {
      ...object.metadata,
      annotations: {
        ...object.metadata?.annotations,
        [LAST_APPLIED]: JSON.stringify(manifest),
      },
    },
  };
  try {
    await client.create(applied);
  } catch (error) {
    if (!hasCode(error, 409)) throw error;
    await client.patch(
      applied,
      undefined,
      undefined,
      'sandbox',
      undefined,
      PatchStrategy.MergePatch,
    );
  }
}

export function isNotFound(error: unknown): boolean {
  return hasCode(error, 404);
}

function hasCode(error: unknown, code: number): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
