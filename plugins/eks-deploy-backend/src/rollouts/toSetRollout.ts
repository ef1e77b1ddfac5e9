import type { Rollout } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { DaemonSetRow, PodRow, StatefulSetRow } from './rows';
import type { Signs } from './status/getRolloutStatus';
import { getSetStatus } from './status/getSetStatus';
import { getSetServing } from './getServing';
import { toAutoscaler, withDigests } from './rolloutParts';

/** A StatefulSet or a DaemonSet: Workloads that can be read, and that no command changes. */
export type WorkloadSet =
  | { kind: 'StatefulSet'; row: StatefulSetRow }
  | { kind: 'DaemonSet'; row: DaemonSetRow };

/** What is shown of a StatefulSet or DaemonSet and its pods. */
export function toSetRollout(
  set: WorkloadSet,
  pods: PodRow[],
  signs: Signs & { hosts?: string[] },
): Rollout {
  const { kind, row } = set;
  return {
    uid: row.uid,
    kind,
    workload: row.name,
    tier: row.tier,
    revision: 0,
    createdAt: row.createdAt,
    serving: getSetServing(set, pods),
    images: withDigests(row.images, pods),
    status: getSetStatus(set, pods, signs),
    changeCause: row.changeCause,
    autoscaler: toAutoscaler(signs.autoscaler, row),
    hosts: signs.hosts,
  };
}
