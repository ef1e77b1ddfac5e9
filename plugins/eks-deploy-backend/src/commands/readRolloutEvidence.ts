import type { ClusterClient } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import {
  toPodRow,
  toReplicaSetRow,
  type PodRow,
  type ReplicaSetRow,
} from '../rollouts/rows';
import type { DeployTarget } from '../targets';
import { readPods, readReplicaSets, type DeploymentObject } from '../workloads';

/** What a Deployment alone does not say of its rollout. */
export interface RolloutEvidence {
  replicaSets: ReplicaSetRow[];
  pods: PodRow[];
  now: Date;
  /** The rollout has taken longer than its progress deadline, however often it seemed to move. */
  overdue: boolean;
}

/** Reads what a Deployment controls, live. */
export async function readRolloutEvidence(
  clusters: ClusterClient,
  place: Pick<DeployTarget, 'cluster' | 'namespace'>,
  deployment: DeploymentObject,
): Promise<Pick<RolloutEvidence, 'replicaSets' | 'pods'>> {
  const replicaSets = await readReplicaSets(clusters, place, deployment);
  const pods = await readPods(clusters, place, {
    kind: 'Deployment',
    object: deployment,
    metadata: deployment.metadata ?? {},
    selector: deployment.spec?.selector,
    replicaSets,
  });
  return {
    replicaSets: replicaSets.map(toReplicaSetRow),
    pods: pods.map(toPodRow),
  };
}
