import type { V1StatefulSet } from '@kubernetes/client-node';
import { ANNOTATION_KUBERNETES_ID } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { Wire } from '../../workloads';
import { LABEL_TIER } from '../../workloads/annotations';
import { toHistory, toIdentity, toImages } from './parts';
import type { WorkloadRow } from './Row';

/** What is kept of a StatefulSet. */
export interface StatefulSetRow extends WorkloadRow {
  /** Pods with a lower number stay as they are. */
  partition: number;
  /** Pods are updated only when someone deletes them. */
  onDelete: boolean;
  currentRevision?: string;
  updateRevision?: string;
}

/** Keeps of a StatefulSet what a Rollout shows. */
export function toStatefulSetRow(object: Wire<V1StatefulSet>): StatefulSetRow {
  const { metadata, spec, status } = object;
  return {
    ...toIdentity(metadata),
    kubernetesId: metadata?.labels?.[ANNOTATION_KUBERNETES_ID],
    tier: metadata?.labels?.[LABEL_TIER],
    changeCause: toHistory(metadata).changeCause,
    images: toImages(spec?.template.spec?.containers),
    generation: metadata?.generation ?? 0,
    observedGeneration: status?.observedGeneration ?? 0,
    desired: spec?.replicas ?? 1,
    total: status?.replicas ?? 0,
    updated: status?.updatedReplicas ?? 0,
    ready: status?.readyReplicas ?? 0,
    available: status?.availableReplicas ?? status?.readyReplicas ?? 0,
    partition: spec?.updateStrategy?.rollingUpdate?.partition ?? 0,
    minReadySeconds: spec?.minReadySeconds ?? 0,
    onDelete: spec?.updateStrategy?.type === 'OnDelete',
    currentRevision: status?.currentRevision,
    updateRevision: status?.updateRevision,
  };
}
