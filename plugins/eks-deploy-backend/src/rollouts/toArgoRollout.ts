import type { Rollout } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ArgoRolloutRow, PodRow, ReplicaSetRow } from './rows';
import { getChangeCauseOrigin } from './getChangeCauseOrigin';
import { getCurrentSince } from './getCurrentSince';
import { getArgoServing } from './getServing';
import { toAutoscaler, withDigests } from './rolloutParts';
import { getArgoRolloutStatus } from './status/getArgoRolloutStatus';
import type { Signs } from './status/getRolloutStatus';

/** What is shown of an Argo Rollout, its ReplicaSets and their pods. */
export function toArgoRollout(
  row: ArgoRolloutRow,
  replicaSets: ReplicaSetRow[],
  pods: PodRow[],
  signs: Signs & { hosts?: string[] } = {},
): Rollout {
  const newest = replicaSets.find(({ hash }) => hash && hash === row.newest);
  // A template that is taken from a Deployment is not in the Rollout itself.
  const images =
    row.templateOf === undefined ? row.images : newest?.images ?? [];
  return {
    uid: row.uid,
    kind: 'ArgoRollout',
    workload: row.name,
    tier: row.tier,
    revision: row.revision,
    currentSince:
      newest &&
      getCurrentSince(newest, {
        current: newest.revision,
        replicaSets,
        pods,
        conditions: row.conditions,
      }),
    createdAt: row.createdAt,
    serving: getArgoServing(row, replicaSets, pods),
    images: withDigests(
      images,
      pods.filter(({ controller }) => controller === newest?.uid),
    ),
    status: getArgoRolloutStatus(row, replicaSets, pods, signs),
    changeCause: row.changeCause,
    changeCauseFrom: getChangeCauseOrigin(row, replicaSets),
    autoscaler: toAutoscaler(signs.autoscaler, row),
    hosts: signs.hosts,
  };
}
