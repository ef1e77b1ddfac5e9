import { ANNOTATION_KUBERNETES_ID } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { DeploymentObject } from '../../workloads';
import { LABEL_TIER } from '../../workloads/annotations';
import { hashTemplate } from './hashTemplate';
import { toConditions, toHistory, toIdentity, toImages } from './parts';
import type { DeploymentRow } from './Row';

const DEFAULT_HISTORY_LIMIT = 10;

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
    minReadySeconds: spec?.minReadySeconds ?? 0,
    historyLimit: spec?.revisionHistoryLimit ?? DEFAULT_HISTORY_LIMIT,
    generation: metadata?.generation ?? 0,
    observedGeneration: status?.observedGeneration ?? 0,
    desired: spec?.replicas ?? 1,
    total: status?.replicas ?? 0,
    updated: status?.updatedReplicas ?? 0,
    ready: status?.readyReplicas ?? 0,
    available: status?.availableReplicas ?? 0,
    conditions: toConditions(status?.conditions),
    template: hashTemplate(spec?.template),
  };
}
