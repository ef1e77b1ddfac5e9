import type { ReplicaSetObject } from '../../workloads';
import {
  ARGO_REVISION,
  ARGO_REVISION_HISTORY,
  ARGO_TEMPLATE_HASH,
  REVISION_HISTORY,
} from '../../workloads/annotations';
import { getScaledAt } from './getReplicasOrigin';
import { hashTemplate } from './hashTemplate';
import {
  toConditions,
  toController,
  toHistory,
  toIdentity,
  toImages,
} from './parts';
import type { ReplicaSetRow } from './Row';

/** Keeps of a ReplicaSet what a Revision shows. */
export function toReplicaSetRow(object: ReplicaSetObject): ReplicaSetRow {
  const { metadata, spec, status } = object;
  const ofArgo = toController(metadata, ['Rollout']);
  return {
    ...toIdentity(metadata),
    ...toHistory(metadata, ofArgo && ARGO_REVISION),
    controller: ofArgo ?? toController(metadata, ['Deployment']),
    hash: ofArgo && metadata?.labels?.[ARGO_TEMPLATE_HASH],
    images: toImages(spec?.template?.spec?.containers),
    reused: Boolean(
      metadata?.annotations?.[
        ofArgo ? ARGO_REVISION_HISTORY : REVISION_HISTORY
      ],
    ),
    scaledAt: getScaledAt(metadata),
    replicas: status?.replicas ?? 0,
    available: status?.availableReplicas ?? 0,
    failure: toConditions(status?.conditions).find(
      condition =>
        condition.type === 'ReplicaFailure' && condition.status === 'True',
    ),
    template: hashTemplate(spec?.template),
  };
}
