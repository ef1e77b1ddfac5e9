import type { Rollout } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { DeploymentRow, PodRow, ReplicaSetRow } from './rows';
import { findNewReplicaSet } from './status/findNewReplicaSet';
import { getRolloutStatus, type Signs } from './status/getRolloutStatus';
import { getChangeCauseOrigin } from './getChangeCauseOrigin';
import { getCurrentSince } from './getCurrentSince';
import { getServing } from './getServing';
import { toAutoscaler, withDigests } from './rolloutParts';

/** What is shown of a Deployment, its ReplicaSets and their pods. */
export function toRollout(
  deployment: DeploymentRow,
  replicaSets: ReplicaSetRow[],
  pods: PodRow[],
  signs: Signs & { hosts?: string[] } = {},
): Rollout {
  const newest = findNewReplicaSet(deployment, replicaSets);
  const own = replicaSets.filter(
    ({ controller }) => controller === deployment.uid,
  );
  const current = own.find(({ revision }) => revision === deployment.revision);
  const newPods = pods.filter(({ controller }) => controller === newest?.uid);
  return {
    uid: deployment.uid,
    kind: 'Deployment',
    workload: deployment.name,
    tier: deployment.tier,
    revision: deployment.revision,
    currentSince:
      current &&
      getCurrentSince(current, {
        current: deployment.revision,
        replicaSets: own,
        pods,
        conditions: deployment.conditions,
      }),
    createdAt: deployment.createdAt,
    serving: getServing(own, pods).map(({ hash: _, ...serving }) => serving),
    templatePending: isTemplatePending(deployment, own) || undefined,
    images: withDigests(deployment.images, newPods),
    status: getRolloutStatus(deployment, replicaSets, pods, signs),
    strategy: deployment.strategy,
    changeCause: deployment.changeCause,
    changeCauseFrom: getChangeCauseOrigin(deployment, own),
    autoscaler: toAutoscaler(signs.autoscaler, deployment),
    hosts: signs.hosts,
  };
}

/** A paused Deployment keeps its newest template to itself, and a controller needs a moment. */
function isTemplatePending(
  { paused, generation, observedGeneration, template }: DeploymentRow,
  replicaSets: ReplicaSetRow[],
): boolean {
  return (
    (paused || generation > observedGeneration) &&
    !replicaSets.some(replicaSet => replicaSet.template === template)
  );
}
