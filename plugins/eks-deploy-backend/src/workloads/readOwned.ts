import { isError, NotFoundError } from '@backstage/errors';
import { ANNOTATION_KUBERNETES_ID } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { V1LabelSelector, V1ObjectMeta } from '@kubernetes/client-node';
import type { DeployTarget } from '../targets';
import type { PodObject, ReplicaSetObject } from './objects';
import { readDeployment, readReplicaSets } from './readWorkload';
import type { Wire } from './Wire';

/** A Workload of whatever kind, and what its pods are controlled by. */
export interface OwnedWorkload {
  metadata: Wire<V1ObjectMeta>;
  selector?: Wire<V1LabelSelector>;
  /** Of a Deployment, those that it controls. */
  replicaSets: ReplicaSetObject[];
}

interface SetObject {
  metadata?: Wire<V1ObjectMeta>;
  spec?: { selector?: Wire<V1LabelSelector> };
}

/**
 * Reads a target's Workload of any kind, live, Deployments first.
 *
 * @throws NotFoundError if there is none of that name that carries the component's label.
 */
export async function readOwnedWorkload(
  clusters: ClusterClient,
  target: DeployTarget,
  workload: string,
): Promise<OwnedWorkload> {
  try {
    const [deployment, replicaSets] = await Promise.all([
      readDeployment(clusters, target, workload),
      readReplicaSets(clusters, target),
    ]);
    const uid = deployment.metadata?.uid;
    return {
      metadata: deployment.metadata ?? {},
      selector: deployment.spec?.selector,
      replicaSets: replicaSets.filter(({ metadata }) =>
        metadata?.ownerReferences?.some(
          owner => owner.controller && owner.uid === uid,
        ),
      ),
    };
  } catch (error) {
    const set = isNotFound(error)
      ? await findSet(clusters, target, workload)
      : undefined;
    if (!set) {
      throw error;
    }
    return set;
  }
}

/** Reads the pods of a Workload, live; of one that controls none by uid, none. */
export async function readPods(
  clusters: ClusterClient,
  { cluster, namespace }: DeployTarget,
  { metadata, selector, replicaSets }: OwnedWorkload,
): Promise<PodObject[]> {
  const { items } = await clusters.get<{ items: PodObject[] }>({
    cluster,
    path: `/api/v1/namespaces/${namespace}/pods`,
    query: toLabelQuery(selector),
  });
  // Selectors may overlap: they only keep the answer small.
  const uids = new Set([
    metadata.uid,
    ...replicaSets.map(replicaSet => replicaSet.metadata?.uid),
  ]);
  return items.filter(pod =>
    pod.metadata?.ownerReferences?.some(
      owner => owner.controller && uids.has(owner.uid),
    ),
  );
}

async function findSet(
  clusters: ClusterClient,
  { cluster, namespace, kubernetesId }: DeployTarget,
  workload: string,
): Promise<OwnedWorkload | undefined> {
  const found = await Promise.all(
    ['statefulsets', 'daemonsets'].map(plural =>
      clusters
        .get<SetObject>({
          cluster,
          path: `/apis/apps/v1/namespaces/${namespace}/${plural}/${encodeURIComponent(
            workload,
          )}`,
        })
        // Without the right to read a kind there is nothing to be found of it.
        .catch(() => undefined),
    ),
  );
  const set = found.find(
    object =>
      object?.metadata?.labels?.[ANNOTATION_KUBERNETES_ID] === kubernetesId,
  );
  return (
    set && {
      metadata: set.metadata ?? {},
      selector: set.spec?.selector,
      replicaSets: [],
    }
  );
}

function toLabelQuery(
  selector: Wire<V1LabelSelector> | undefined,
): Record<string, string> | undefined {
  const labels = Object.entries(selector?.matchLabels ?? {});
  return labels.length > 0
    ? { labelSelector: labels.map(label => label.join('=')).join() }
    : undefined;
}

function isNotFound(error: unknown): boolean {
  return (
    error instanceof NotFoundError ||
    (isError(error) && error.name === 'NotFoundError')
  );
}
