import type {
  RolloutNote,
  RolloutPhase,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type {
  ArgoRolloutRow,
  AutoscalerRow,
  PodRow,
  ReplicaSetRow,
} from '../rows';
import { isPromoted } from './getArgoRolloutPhase';
import { getMixedDigests } from './getMixedDigests';

/** What is worth knowing of an Argo Rollout and nothing wrong. */
export function getArgoRolloutNotes(
  row: ArgoRolloutRow,
  replicaSets: ReplicaSetRow[],
  pods: PodRow[],
  phase: RolloutPhase,
  autoscaler?: AutoscalerRow,
): RolloutNote[] {
  return [
    ...getPromotion(row, phase),
    ...getPodChange(row, replicaSets, phase, autoscaler),
    ...getMixedDigests(pods),
    ...(row.templateOf === undefined
      ? []
      : [
          {
            kind: 'template-of-deployment' as const,
            deployment: row.templateOf,
          },
        ]),
  ];
}

/** When a pause ends by itself; undefined when somebody has to end it. */
export function getPauseEnd(
  row: ArgoRolloutRow,
  { reason, since }: ArgoRolloutRow['pauses'][number],
): string | undefined {
  const seconds =
    reason === 'BlueGreenPause'
      ? row.autoPromotionSeconds
      : row.steps[row.stepIndex]?.pauseSeconds ?? 0;
  const begun = Date.parse(since ?? '');
  return seconds > 0 && Number.isFinite(begun)
    ? new Date(begun + seconds * 1_000).toISOString()
    : undefined;
}

/** How far the new Revision is on its way to being the only one. */
function getPromotion(row: ArgoRolloutRow, phase: RolloutPhase): RolloutNote[] {
  const begun = row.newest !== undefined && row.stable !== undefined;
  if (!begun || isPromoted(row) || phase === 'aborted') {
    return [];
  }
  const [until] = row.pauses.flatMap(pause => getPauseEnd(row, pause) ?? []);
  if (row.strategy === 'blue-green') {
    return row.active === row.newest ? [] : [{ kind: 'preview', until }];
  }
  const { steps, stepIndex } = row;
  return [
    {
      kind: 'canary',
      step:
        steps.length > 0 ? Math.min(stepIndex + 1, steps.length) : undefined,
      steps: steps.length > 0 ? steps.length : undefined,
      weight: row.trafficWeight ?? getStepWeight(row),
      until,
    },
  ];
}

/** What the last step up to now set; all once there are no more. */
function getStepWeight({ steps, stepIndex }: ArgoRolloutRow): number {
  const set = steps
    .slice(0, stepIndex + 1)
    .flatMap(({ weight }) => weight ?? []);
  return stepIndex >= steps.length ? 100 : set.at(-1) ?? 0;
}

/** Pods that come and go although the Revision was promoted already: by scaling, a restart, or because pods were lost. */
function getPodChange(
  row: ArgoRolloutRow,
  replicaSets: ReplicaSetRow[],
  phase: RolloutPhase,
  autoscaler: AutoscalerRow | undefined,
): RolloutNote[] {
  const wasHealthy = row.conditions.some(({ type }) => type === 'Healthy');
  const alone = replicaSets.every(
    ({ hash, replicas }) => hash === row.newest || !replicas,
  );
  if (phase !== 'progressing' || !wasHealthy || !isPromoted(row) || !alone) {
    return [];
  }
  const { desired, updated, total } = row;
  const scaled =
    desired !== updated ||
    desired !== total ||
    (autoscaler !== undefined && autoscaler.desired !== autoscaler.current);
  return [{ kind: scaled && !row.restarting ? 'scaling' : 'replacing' }];
}
