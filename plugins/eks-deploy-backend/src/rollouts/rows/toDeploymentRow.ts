import type { V1Deployment } from '@kubernetes/client-node';
import { ANNOTATION_KUBERNETES_ID } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { hashTemplate } from './hashTemplate';
import { toConditions, toHistory, toIdentity, toImages } from './parts';
import type { DeploymentRow } from './Row';
import type { Wire } from './Wire';

const LABEL_TIER = 'app.kubernetes.io/component';

/** Keeps of a Deployment what a Rollout shows. */
export function toDeploymentRow(object: Wire<V1Deployment>): DeploymentRow {
  const { metadata, spec, status } = object;
  return {
    ...toIdentity(metadata),
    ...toHistory(metadata),
    kubernetesId: metadata?.labels?.[ANNOTATION_KUBERNETES_ID],
    tier: metadata?.labels?.[LABEL_TIER],
    images: toImages(spec?.template.spec?.containers),
    paused: spec?.paused ?? false,
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
