import type { V2HorizontalPodAutoscaler } from '@kubernetes/client-node';
import type { Autoscaler } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { Wire } from '../../workloads';
import type { Row } from './Row';

/** What is kept of a HorizontalPodAutoscaler. */
export interface AutoscalerRow extends Row, Autoscaler {
  /** The Workload that it scales. */
  target: { kind: string; name: string };
}

/** Keeps of a HorizontalPodAutoscaler what it scales, how far, and when it last did. */
export function toAutoscalerRow(
  object: Wire<V2HorizontalPodAutoscaler>,
): AutoscalerRow {
  const { metadata, spec, status } = object;
  return {
    uid: metadata?.uid ?? '',
    name: metadata?.name ?? '',
    target: {
      kind: spec?.scaleTargetRef.kind ?? '',
      name: spec?.scaleTargetRef.name ?? '',
    },
    min: spec?.minReplicas ?? 1,
    max: spec?.maxReplicas ?? 0,
    current: status?.currentReplicas ?? 0,
    desired: status?.desiredReplicas ?? 0,
    limited: (status?.conditions ?? []).some(
      ({ type, status: holds }) =>
        type === 'ScalingLimited' && holds === 'True',
    ),
    lastScaledAt: status?.lastScaleTime,
  };
}
