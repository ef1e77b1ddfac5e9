import type {
  RolloutNote,
  RolloutPhase,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type {
  AutoscalerRow,
  DeploymentRow,
  PodRow,
  ReplicaSetRow,
} from '../rows';
import { findNewReplicaSet } from './findNewReplicaSet';
import { getMixedDigests } from './getMixedDigests';
import { findScaledPods, isReplaced, type Standing } from './judgeAvailability';

/** What is worth knowing of a Deployment's Rollout and nothing wrong. */
export function getNotes(
  standing: Standing,
  replicaSets: ReplicaSetRow[],
  pods: PodRow[],
  phase: RolloutPhase,
  autoscaler?: AutoscalerRow,
): RolloutNote[] {
  const { deployment } = standing;
  return [
    ...getPodChange(standing, phase, autoscaler),
    ...getRollover(deployment, replicaSets),
    ...getMixedDigests(pods),
    ...(autoscaler && deployment.replicasInManifest
      ? [{ kind: 'replicas-owned-twice' as const }]
      : []),
    ...(deployment.historyLimit === 0 ? [{ kind: 'no-history' as const }] : []),
  ];
}

/** Pods that come and go although the template was rolled out already: by scaling, or because pods were lost. */
function getPodChange(
  standing: Standing,
  phase: RolloutPhase,
  autoscaler: AutoscalerRow | undefined,
): RolloutNote[] {
  const { deployment, newPods } = standing;
  if (!standing.rolledOut || (phase !== 'progressing' && phase !== 'pending')) {
    return [];
  }
  const { desired, updated, total } = deployment;
  const scaled =
    desired !== updated ||
    desired !== total ||
    findScaledPods(standing).length > 0 ||
    (autoscaler !== undefined && autoscaler.desired !== autoscaler.current) ||
    // No pod says more.
    (newPods.length === 0 && standing.scaledAt !== undefined);
  if (!scaled && phase === 'pending') {
    // Something else of the spec changed, which replaces no pod.
    return [];
  }
  if (scaled) {
    return [{ kind: 'scaling' }];
  }
  return newPods.length === 0 || newPods.some(pod => isReplaced(pod, standing))
    ? [{ kind: 'replacing' }]
    : [];
}

/**
 * Revisions that another came after before they were rolled out: had they been, nothing would run of those before them.
 * The controller takes their pods away first, so that they seldom have any.
 */
function getRollover(
  deployment: DeploymentRow,
  replicaSets: ReplicaSetRow[],
): RolloutNote[] {
  const newest = findNewReplicaSet(deployment, replicaSets)?.revision ?? 0;
  const oldest = Math.min(
    ...replicaSets
      .filter(({ replicas }) => replicas > 0)
      .map(({ revision }) => revision),
  );
  const revisions = replicaSets
    .map(({ revision }) => revision)
    .filter(revision => oldest < revision && revision < newest)
    .sort((a, b) => b - a);
  return revisions.length > 0 ? [{ kind: 'rollover', revisions }] : [];
}
