import type { V1DaemonSet } from '@kubernetes/client-node';
import { ANNOTATION_KUBERNETES_ID } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { Wire } from '../../workloads';
import { LABEL_TIER } from '../../workloads/annotations';
import { toHistory, toIdentity, toImages } from './parts';
import type { WorkloadRow } from './Row';

/** What is kept of a DaemonSet. */
export interface DaemonSetRow extends WorkloadRow {
  /** Pods are updated only when someone deletes them. */
  onDelete: boolean;
}

/** Keeps of a DaemonSet what a Rollout shows. */
export function toDaemonSetRow(object: Wire<V1DaemonSet>): DaemonSetRow {
  const { metadata, spec, status } = object;
  return {
    ...toIdentity(metadata),
    kubernetesId: metadata?.labels?.[ANNOTATION_KUBERNETES_ID],
    tier: metadata?.labels?.[LABEL_TIER],
    changeCause: toHistory(metadata).changeCause,
    images: toImages(spec?.template.spec?.containers),
    generation: metadata?.generation ?? 0,
    observedGeneration: status?.observedGeneration ?? 0,
    desired: status?.desiredNumberScheduled ?? 0,
    total: status?.currentNumberScheduled ?? 0,
    updated: status?.updatedNumberScheduled ?? 0,
    ready: status?.numberReady ?? 0,
    available: status?.numberAvailable ?? 0,
    minReadySeconds: spec?.minReadySeconds ?? 0,
    onDelete: spec?.updateStrategy?.type === 'OnDelete',
  };
}
