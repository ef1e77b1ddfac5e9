import type { Rollout } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { DeploymentRow, IngressRow, PodRow, ReplicaSetRow } from './rows';
import { findNewReplicaSet } from './status/findNewReplicaSet';
import { getRolloutStatus, type Signs } from './status/getRolloutStatus';
import { toAutoscaler, toHosts, withDigests } from './rolloutParts';

/** What is shown of a Deployment, its ReplicaSets and their pods. */
export function toRollout(
  deployment: DeploymentRow,
  replicaSets: ReplicaSetRow[],
  pods: PodRow[],
  signs: Signs & { ingresses?: IngressRow[] } = {},
): Rollout {
  const newest = findNewReplicaSet(deployment, replicaSets);
  const newPods = pods.filter(({ controller }) => controller === newest?.uid);
  return {
    uid: deployment.uid,
    kind: 'Deployment',
    workload: deployment.name,
    tier: deployment.tier,
    revision: deployment.revision,
    images: withDigests(deployment.images, newPods),
    status: getRolloutStatus(deployment, replicaSets, pods, signs),
    changeCause: deployment.changeCause,
    updatedAt: deployment.conditions.find(({ type }) => type === 'Progressing')
      ?.since,
    autoscaler: toAutoscaler(signs.autoscaler),
    hosts: toHosts(signs.ingresses),
  };
}
