import { isError, NotFoundError, toError } from '@backstage/errors';
import { ANNOTATION_KUBERNETES_ID } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { V1LabelSelector, V1ObjectMeta } from '@kubernetes/client-node';
import type { DeployTarget } from '../targets';
import { isRightMissing } from './isRightMissing';
import { listArgoRollouts } from './listArgoRollouts';
import { listLive } from './listLive';
import type {
  ArgoRolloutObject,
  DeploymentObject,
  PodObject,
  ReplicaSetObject,
} from './objects';
import {
  isControlledBy,
  readDeployment,
  readReplicaSets,
  withoutManagedFields,
} from './readWorkload';
import { toLabelSelector } from './toLabelSelector';
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

/** What was found besides a Deployment, and the kinds that the portal's role may not read. */
interface FoundSet {
  set?: OwnedWorkload;
  unread: string[];
}

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
    const deployment = await readDeployment(clusters, target, workload);
    const argoRollout =
      deployment.spec?.replicas === 0
        ? await readArgoRollout(clusters, target, workload)
        : undefined;
    return argoRollout
      ? await own(clusters, target, 'ArgoRollout', argoRollout)
      : await own(clusters, target, 'Deployment', deployment);
  } catch (error) {
    if (!isNotFound(error)) {
      throw error;
    }
    const { set, unread } = await findOther(clusters, target, workload);
    if (!set) {
      throw unread.length > 0 ? toPartlyRead(error, unread) : error;
    }
    return set;
  }
}

/** Reads the pods of a Workload, live; of one that controls none by uid, none. */
export async function readPods(
  clusters: ClusterClient,
  target: Pick<DeployTarget, 'cluster' | 'namespace'>,
  { metadata, selector, replicaSets }: OwnedWorkload,
): Promise<PodObject[]> {
  const uids = new Set([
    metadata.uid,
    ...replicaSets.map(replicaSet => replicaSet.metadata?.uid),
  ]);
  return listLive<PodObject, PodObject>(
    clusters,
    target,
    {
      api: '/api/v1',
      plural: 'pods',
      labelSelector: toLabelSelector(selector),
      what: `pods of ${metadata.name}`,
    },
    // Selectors may overlap: they only keep the answer small.
    pod =>
      isControlledBy(pod.metadata, uids) ? [withoutManagedFields(pod)] : [],
  );
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
): Promise<FoundSet> {
  const argoRollout = await readArgoRollout(clusters, target, workload);
  if (!argoRollout) {
    return findSet(clusters, target, workload);
  }
  const set = await own(clusters, target, 'ArgoRollout', argoRollout);
  return { set, unread: [] };
}

async function own<
  Kind extends 'Deployment' | 'ArgoRollout',
  Item extends SetObject,
>(clusters: ClusterClient, target: DeployTarget, kind: Kind, object: Item) {
  return {
    kind,
    object,
    metadata: object.metadata ?? {},
    selector: object.spec?.selector,
    replicaSets: await readReplicaSets(clusters, target, object),
  };
}

async function findSet(
  clusters: ClusterClient,
  { cluster, namespace, kubernetesId }: DeployTarget,
  workload: string,
): Promise<FoundSet> {
  const unread: string[] = [];
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
        .catch((error: unknown) => {
          if (isRightMissing(error)) {
            unread.push(`${kind}s`);
          } else if (!isNotFound(error)) {
            throw error;
          }
          return undefined;
        }),
    ),
  );
  const set = found.find(
    one =>
      one?.object.metadata?.labels?.[ANNOTATION_KUBERNETES_ID] === kubernetesId,
  );
  return {
    unread: unread.sort(),
    set: set && {
      kind: set.kind,
      metadata: set.object.metadata ?? {},
      selector: set.object.spec?.selector,
      replicaSets: [],
    },
  };
}

/** That none is there is known of the kinds that the portal's role may read, and of no others. */
function toPartlyRead(error: unknown, unread: string[]): Error {
  return new NotFoundError(
    `${toError(error).message}; it may be one of the ${unread.join(
      ' or ',
    )}, which the portal's role may not read there`,
  );
}

function isNotFound(error: unknown): boolean {
  return (
    error instanceof NotFoundError ||
    (isError(error) && error.name === 'NotFoundError')
  );
}
