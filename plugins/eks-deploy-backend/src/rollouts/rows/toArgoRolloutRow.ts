import { ANNOTATION_KUBERNETES_ID } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ArgoCanaryStep, ArgoRolloutObject } from '../../workloads';
import { ARGO_REVISION, LABEL_TIER } from '../../workloads/annotations';
import { parseSeconds } from './parseSeconds';
import { toConditions, toHistory, toIdentity, toImages } from './parts';
import type { ConditionRow, WorkloadRow } from './Row';
import { toDeadline } from './toDeploymentRow';

/** What is kept of a step of a canary. */
export interface CanaryStep {
  /** Percent that are the new Revision's from this step on. */
  weight?: number;
  /** Of a pause: for how long; until somebody promotes it when 0. */
  pauseSeconds?: number;
}

/** What is kept of an Argo Rollout: the Rollout of argoproj.io. */
export interface ArgoRolloutRow extends WorkloadRow {
  /** 0 until the controller has set it. */
  revision: number;
  /** The controller's own verdict: Healthy, Progressing, Paused or Degraded; none before its first look. */
  phase?: string;
  conditions: ConditionRow[];
  /** Seconds without progress after which its rollout fails; undefined if it never does. */
  progressDeadlineSeconds?: number;
  /** Why the controller has paused it. */
  pauses: Array<{ reason: string; since?: string }>;
  /** Somebody promoted it, and the controller has not gone on yet. */
  unpausing: boolean;
  /** Its pods are replaced one after another, the template staying the same. */
  restarting: boolean;
  /** By which its newest ReplicaSet is named, and the one that it falls back to. */
  newest?: string;
  stable?: string;
  /** Of a canary without traffic routing old pods go away as new ones come. */
  strategy: 'canary' | 'routed-canary' | 'blue-green';
  steps: CanaryStep[];
  /** The step that it is at, beginning with 0. */
  stepIndex: number;
  /** Percent of the traffic, where it is routed. */
  trafficWeight?: number;
  /** Of blue-green: the ReplicaSet behind the active Service. */
  active?: string;
  /** Of blue-green: when a pause ends by itself; never when 0. */
  autoPromotionSeconds: number;
  /** What the last analysis that decided nothing said. */
  inconclusive?: string;
  /** The Deployment whose pod template it takes. */
  templateOf?: string;
}

/** Keeps of an Argo Rollout what a Rollout shows. */
export function toArgoRolloutRow(object: ArgoRolloutObject): ArgoRolloutRow {
  const { metadata, spec, status } = object;
  const { canary, blueGreen } = spec?.strategy ?? {};
  const generation = metadata?.generation ?? 0;
  return {
    ...toIdentity(metadata),
    ...toHistory(metadata, ARGO_REVISION),
    kubernetesId: metadata?.labels?.[ANNOTATION_KUBERNETES_ID],
    tier: metadata?.labels?.[LABEL_TIER],
    images: toImages(spec?.template?.spec?.containers),
    generation,
    observedGeneration: toGeneration(status?.observedGeneration, generation),
    desired: spec?.replicas ?? 1,
    total: status?.replicas ?? 0,
    updated: status?.updatedReplicas ?? 0,
    ready: status?.readyReplicas ?? 0,
    available: status?.availableReplicas ?? 0,
    minReadySeconds: spec?.minReadySeconds ?? 0,
    progressDeadlineSeconds: toDeadline(spec?.progressDeadlineSeconds),
    phase: status?.phase,
    conditions: toConditions(status?.conditions),
    pauses: (status?.pauseConditions ?? []).map(({ reason, startTime }) => ({
      reason,
      since: startTime,
    })),
    unpausing: Boolean(
      status?.controllerPause && !status.pauseConditions?.length,
    ),
    restarting:
      spec?.restartAt !== undefined && spec.restartAt !== status?.restartedAt,
    newest: status?.currentPodHash,
    stable: status?.stableRS,
    strategy: getStrategy(spec?.strategy),
    steps: (canary?.steps ?? []).map(toStep),
    stepIndex: status?.currentStepIndex ?? 0,
    trafficWeight: status?.canary?.weights?.canary?.weight,
    active: status?.blueGreen?.activeSelector,
    autoPromotionSeconds:
      blueGreen?.autoPromotionEnabled === false
        ? 0
        : blueGreen?.autoPromotionSeconds ?? 0,
    inconclusive: findInconclusive(status),
    templateOf:
      spec?.workloadRef?.kind === 'Deployment'
        ? spec.workloadRef.name
        : undefined,
  };
}

/** Anything but a number is of a controller that observed by other means. */
function toGeneration(observed: string | undefined, current: number): number {
  return observed !== undefined && /^\d+$/.test(observed)
    ? Number(observed)
    : current;
}

function getStrategy(
  strategy: NonNullable<ArgoRolloutObject['spec']>['strategy'],
): ArgoRolloutRow['strategy'] {
  if (strategy?.blueGreen) {
    return 'blue-green';
  }
  return strategy?.canary?.trafficRouting ? 'routed-canary' : 'canary';
}

function toStep({ setWeight, pause }: ArgoCanaryStep): CanaryStep {
  return {
    weight: setWeight,
    pauseSeconds: pause && parseSeconds(pause.duration ?? 0),
  };
}

function findInconclusive(
  status: ArgoRolloutObject['status'],
): string | undefined {
  return [
    status?.canary?.currentStepAnalysisRunStatus,
    status?.canary?.currentBackgroundAnalysisRunStatus,
    status?.blueGreen?.prePromotionAnalysisRunStatus,
    status?.blueGreen?.postPromotionAnalysisRunStatus,
  ].find(analysis => analysis?.status === 'Inconclusive')?.message;
}
