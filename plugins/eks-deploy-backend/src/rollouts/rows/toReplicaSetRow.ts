import type { ReplicaSetObject } from '../../workloads';
import { hashTemplate } from './hashTemplate';
import { toController, toHistory, toIdentity, toImages } from './parts';
import type { ReplicaSetRow } from './Row';

/** Keeps of a ReplicaSet what a Revision shows. */
export function toReplicaSetRow(object: ReplicaSetObject): ReplicaSetRow {
  const { metadata, spec, status } = object;
  return {
    ...toIdentity(metadata),
    ...toHistory(metadata),
    controller: toController(metadata, ['Deployment']),
    images: toImages(spec?.template?.spec?.containers),
    replicas: status?.replicas ?? 0,
    template: hashTemplate(spec?.template),
  };
}
