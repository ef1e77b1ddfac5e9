import { isError, NotFoundError } from '@backstage/errors';
import { ANNOTATION_KUBERNETES_ID } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { V1LabelSelector, V1ObjectMeta } from '@kubernetes/client-node';
import type { DeployTarget } from '../targets';
import { listArgoRollouts } from './listArgoRollouts';
import type {
  ArgoRolloutObject,
  DeploymentObject,
  PodObject,
  ReplicaSetObject,
} from './objects';
import { readDeployment, readReplicaSets } from './readWorkload';
import type { Wire } from './Wire';

/** A Workload of whatever kind, and what its pods are controlled by. */
export type OwnedWorkload = {
  metadata: Wire<V1ObjectMeta>;
  selector?: Wire<V1LabelSelector>;
  /** Of a Deployment or Argo Rollout, those that it controls. */
  replicaSets: ReplicaSetObject[];
} & (
  | { kind: 'Deployment'; object: DeploymentObject }
  | { kind: 'ArgoRollout'; object: ArgoRolloutObject }
  | { kind: 'StatefulSet' | 'DaemonSet' }
);

interface SetObject {
  metadata?: Wire<V1ObjectMeta>;
  spec?: { selector?: Wire<V1LabelSelector> };
}

const SETS = [
  { kind: 'StatefulSet', plural: 'statefulsets' },
  { kind: 'DaemonSet', plural: 'daemonsets' },
] as const;

/**
 * Reads a target's Workload of any kind, live: Deployments first, unless one runs nothing and an Argo Rollout has its name.
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
    const argoRollout =
      deployment.spec?.replicas === 0
        ? await readArgoRollout(clusters, target, workload)
        : undefined;
    return argoRollout
      ? own('ArgoRollout', argoRollout, replicaSets)
      : own('Deployment', deployment, replicaSets);
  } catch (error) {
    const other = isNotFound(error)
      ? await findOther(clusters, target, workload)
      : undefined;
    if (!other) {
      throw error;
    }
    return other;
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
  return items.filter(pod => isControlledBy(pod.metadata, uids));
}

async function readArgoRollout(
  clusters: ClusterClient,
  target: DeployTarget,
  workload: string,
): Promise<ArgoRolloutObject | undefined> {
  const rollouts = await listArgoRollouts(clusters, target);
  return rollouts.find(({ metadata }) => metadata?.name === workload);
}

async function findOther(
  clusters: ClusterClient,
  target: DeployTarget,
  workload: string,
): Promise<OwnedWorkload | undefined> {
  const argoRollout = await readArgoRollout(clusters, target, workload);
  return argoRollout
    ? own('ArgoRollout', argoRollout, await readReplicaSets(clusters, target))
    : findSet(clusters, target, workload);
}

function own<Kind extends 'Deployment' | 'ArgoRollout', Item extends SetObject>(
  kind: Kind,
  object: Item,
  replicaSets: ReplicaSetObject[],
) {
  const uids = new Set([object.metadata?.uid]);
  return {
    kind,
    object,
    metadata: object.metadata ?? {},
    selector: object.spec?.selector,
    replicaSets: replicaSets.filter(({ metadata }) =>
      isControlledBy(metadata, uids),
    ),
  };
}

function isControlledBy(
  metadata: Wire<V1ObjectMeta> | undefined,
  uids: Set<string | undefined>,
): boolean {
  return Boolean(
    metadata?.ownerReferences?.some(
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
    SETS.map(({ kind, plural }) =>
      clusters
        .get<SetObject>({
          cluster,
          path: `/apis/apps/v1/namespaces/${namespace}/${plural}/${encodeURIComponent(
            workload,
          )}`,
        })
        .then(object => ({ kind, object }))
        // Without the right to read a kind there is nothing to be found of it.
        .catch(() => undefined),
    ),
  );
  const set = found.find(
    one =>
      one?.object.metadata?.labels?.[ANNOTATION_KUBERNETES_ID] === kubernetesId,
  );
  return (
    set && {
      kind: set.kind,
      metadata: set.object.metadata ?? {},
      selector: set.object.spec?.selector,
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
