import type { Rollout } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ArgoRolloutRow, IngressRow, PodRow, ReplicaSetRow } from './rows';
import { toAutoscaler, toHosts, withDigests } from './rolloutParts';
import { getArgoRolloutStatus } from './status/getArgoRolloutStatus';
import type { Signs } from './status/getRolloutStatus';

/** What is shown of an Argo Rollout, its ReplicaSets and their pods. */
export function toArgoRollout(
  row: ArgoRolloutRow,
  replicaSets: ReplicaSetRow[],
  pods: PodRow[],
  signs: Signs & { ingresses?: IngressRow[] } = {},
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
    images: withDigests(
      images,
      pods.filter(({ controller }) => controller === newest?.uid),
    ),
    status: getArgoRolloutStatus(row, replicaSets, pods, signs),
    changeCause: row.changeCause,
    updatedAt: row.conditions.find(({ type }) => type === 'Progressing')?.since,
    autoscaler: toAutoscaler(signs.autoscaler),
    hosts: toHosts(signs.ingresses),
  };
}
