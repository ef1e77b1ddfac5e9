import type { Rollout } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type {
  ArgoRolloutRow,
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
import { toHostsByTier } from './rolloutParts';
import { toArgoRollout } from './toArgoRollout';
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
  argoRollouts: ArgoRolloutRow[];
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
  const autoscalersOf = groupBy(
    rows.autoscalers,
    ({ target: { kind, name } }) => `${kind}/${name}`,
  );
  const hostsOf = toHostsByTier(
    rows.ingresses.filter(ingress => ingress.kubernetesId === kubernetesId),
  );
  const isOwn = (workload: WorkloadRow) =>
    workload.kubernetesId === kubernetesId;
  const findSigns = (kind: string, workload: WorkloadRow, pods: PodRow[]) => ({
    now,
    events: [workload, ...pods].flatMap(({ uid }) => eventsOf.get(uid) ?? []),
    autoscaler: autoscalersOf.get(`${kind}/${workload.name}`)?.[0],
    hosts: hostsOf.get(workload.tier),
  });

  const findParts = (kind: string, workload: WorkloadRow) => {
    const replicaSets = replicaSetsOf.get(workload.uid) ?? [];
    const pods = replicaSets.flatMap(({ uid }) => podsOf.get(uid) ?? []);
    return [replicaSets, pods, findSigns(kind, workload, pods)] as const;
  };

  const argoRollouts = rows.argoRollouts.filter(isOwn);
  const lent = new Set(argoRollouts.map(({ templateOf }) => templateOf));
  const deployments = rows.deployments
    .filter(isOwn)
    // It runs nothing: the Argo Rollout that takes its template is shown in its place.
    .filter(({ name, desired, total }) => !lent.has(name) || desired || total)
    .map(row => toRollout(row, ...findParts('Deployment', row)));
  const sets = [
    ...rows.statefulSets.map(row => ({ kind: 'StatefulSet' as const, row })),
    ...rows.daemonSets.map(row => ({ kind: 'DaemonSet' as const, row })),
  ]
    .filter(({ row }) => isOwn(row))
    .map(set => {
      const pods = podsOf.get(set.row.uid) ?? [];
      return toSetRollout(set, pods, findSigns(set.kind, set.row, pods));
    });
  return [
    ...deployments,
    ...sets,
    ...argoRollouts.map(row =>
      toArgoRollout(row, ...findParts('Rollout', row)),
    ),
  ].sort((a, b) => a.workload.localeCompare(b.workload));
}
