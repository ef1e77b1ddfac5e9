import { ANNOTATION_KUBERNETES_ID } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { DeploymentObject } from '../../workloads';
import { LABEL_TIER } from '../../workloads/annotations';
import { hashTemplate } from './hashTemplate';
import { setsReplicas } from './getReplicasOrigin';
import { toConditions, toHistory, toIdentity, toImages } from './parts';
import type { DeploymentRow } from './Row';
import { toStrategy } from './toStrategy';

const DEFAULT_HISTORY_LIMIT = 10;
const DEFAULT_DEADLINE_SECONDS = 600;
/** As the controller has it, no deadline at all. */
const NO_DEADLINE_SECONDS = 2 ** 31 - 1;

/** Keeps of a Deployment what a Rollout shows. */
export function toDeploymentRow(object: DeploymentObject): DeploymentRow {
  const { metadata, spec, status } = object;
  return {
    ...toIdentity(metadata),
    ...toHistory(metadata),
    kubernetesId: metadata?.labels?.[ANNOTATION_KUBERNETES_ID],
    tier: metadata?.labels?.[LABEL_TIER],
    images: toImages(spec?.template.spec?.containers),
    paused: spec?.paused ?? false,
    strategy: toStrategy(spec),
    minReadySeconds: spec?.minReadySeconds ?? 0,
    progressDeadlineSeconds: toDeadline(spec?.progressDeadlineSeconds),
    historyLimit: spec?.revisionHistoryLimit ?? DEFAULT_HISTORY_LIMIT,
    generation: metadata?.generation ?? 0,
    observedGeneration: status?.observedGeneration ?? 0,
    desired: spec?.replicas ?? 1,
    total: status?.replicas ?? 0,
    updated: status?.updatedReplicas ?? 0,
    ready: status?.readyReplicas ?? 0,
    available: status?.availableReplicas ?? 0,
    conditions: toConditions(status?.conditions),
    replicasInManifest: setsReplicas(metadata),
    template: hashTemplate(spec?.template),
  };
}

/** Seconds without progress after which a rollout fails; undefined if it never does. */
export function toDeadline(
  seconds: number = DEFAULT_DEADLINE_SECONDS,
): number | undefined {
  return seconds === NO_DEADLINE_SECONDS ? undefined : seconds;
}
