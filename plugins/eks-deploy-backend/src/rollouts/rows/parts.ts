import type {
  V1Container,
  V1ObjectMeta,
  V1OwnerReference,
} from '@kubernetes/client-node';
import type { ContainerImage } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ConditionRow, Row } from './Row';
import type { Wire } from './Wire';

type Meta = Wire<V1ObjectMeta>;

const ANNOTATION_REVISION = 'deployment.kubernetes.io/revision';
const ANNOTATION_CHANGE_CAUSE = 'kubernetes.io/change-cause';

/** The parts that all rows have. */
export function toIdentity(
  meta: Meta | undefined,
): Row & { createdAt: string } {
  return {
    uid: meta?.uid ?? '',
    name: meta?.name ?? '',
    createdAt: meta?.creationTimestamp ?? '',
  };
}

/** The parts that Deployments and their ReplicaSets have. */
export function toHistory(meta: Meta | undefined) {
  return {
    revision: Number(meta?.annotations?.[ANNOTATION_REVISION] ?? 0),
    changeCause: meta?.annotations?.[ANNOTATION_CHANGE_CAUSE],
  };
}

/** The uid of the object that controls another; other owners don't count. */
export function toController(
  meta: Meta | undefined,
  kind: string,
): string | undefined {
  return meta?.ownerReferences?.find(
    (owner: Wire<V1OwnerReference>) => owner.controller && owner.kind === kind,
  )?.uid;
}

/** The images of a pod template's containers, init containers aside. */
export function toImages(
  containers: Array<Wire<V1Container>> | undefined,
): ContainerImage[] {
  return (containers ?? []).map(({ name, image }) => ({
    container: name,
    image: image ?? '',
  }));
}

/** Conditions of whatever kind of object. */
export function toConditions(
  conditions:
    | Array<{
        type: string;
        status: string;
        reason?: string;
        message?: string;
        lastTransitionTime?: string;
        lastUpdateTime?: string;
      }>
    | undefined,
): ConditionRow[] {
  return (conditions ?? []).map(condition => ({
    type: condition.type,
    status: condition.status,
    reason: condition.reason,
    message: condition.message,
    since: condition.lastUpdateTime ?? condition.lastTransitionTime,
  }));
}
