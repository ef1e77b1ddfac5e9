import type { Rollout } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type {
  AutoscalerRow,
  DaemonSetRow,
  DeploymentRow,
  EventRow,
  IngressRow,
  PodRow,
  ReplicaSetRow,
  StatefulSetRow,
  WorkloadRow,
} from './rows';
import { groupBy } from './groupBy';
import { toRollout } from './toRollout';
import { toSetRollout } from './toSetRollout';

/** Rows of one namespace. */
export interface NamespaceRows {
  deployments: DeploymentRow[];
  replicaSets: ReplicaSetRow[];
  pods: PodRow[];
  /** Warnings. */
  events: EventRow[];
  autoscalers: AutoscalerRow[];
  ingresses: IngressRow[];
  statefulSets: StatefulSetRow[];
  daemonSets: DaemonSetRow[];
}

/**
 * The Rollouts of a component, by name.
 *
 * Only Workloads need the component's label; what belongs to them is told by its controller's uid, as labels of pods
 * and ReplicaSets may overlap.
 */
export function joinRollouts(
  rows: NamespaceRows,
  kubernetesId: string,
  now = new Date(),
): Rollout[] {
  const podsOf = groupBy(rows.pods, ({ controller }) => controller);
  const replicaSetsOf = groupBy(
    rows.replicaSets,
    ({ controller }) => controller,
  );
  const eventsOf = groupBy(rows.events, ({ about }) => about.uid);
  const isOwn = (workload: WorkloadRow) =>
    workload.kubernetesId === kubernetesId;
  const findSigns = (kind: string, workload: WorkloadRow, pods: PodRow[]) => ({
    now,
    events: [workload, ...pods].flatMap(({ uid }) => eventsOf.get(uid) ?? []),
    autoscaler: rows.autoscalers.find(
      ({ target }) => target.kind === kind && target.name === workload.name,
    ),
    ingresses: rows.ingresses.filter(
      ingress =>
        ingress.kubernetesId === kubernetesId && ingress.tier === workload.tier,
    ),
  });

  const deployments = rows.deployments.filter(isOwn).map(deployment => {
    const replicaSets = replicaSetsOf.get(deployment.uid) ?? [];
    const pods = replicaSets.flatMap(({ uid }) => podsOf.get(uid) ?? []);
    const signs = findSigns('Deployment', deployment, pods);
    return toRollout(deployment, replicaSets, pods, signs);
  });
  const sets = [
    ...rows.statefulSets.map(row => ({ kind: 'StatefulSet' as const, row })),
    ...rows.daemonSets.map(row => ({ kind: 'DaemonSet' as const, row })),
  ]
    .filter(({ row }) => isOwn(row))
    .map(set => {
      const pods = podsOf.get(set.row.uid) ?? [];
      return toSetRollout(set, pods, findSigns(set.kind, set.row, pods));
    });
  return [...deployments, ...sets].sort((a, b) =>
    a.workload.localeCompare(b.workload),
  );
}
