import type {
  V1Container,
  V1ObjectMeta,
  V1OwnerReference,
} from '@kubernetes/client-node';
import { redactMessage } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { ContainerImage } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { Wire } from '../../workloads';
import { CHANGE_CAUSE, REVISION } from '../../workloads/annotations';
import type { ConditionRow, Row } from './Row';

type Meta = Wire<V1ObjectMeta>;

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

/**
 * The parts that Workloads with Revisions and their ReplicaSets have.
 *
 * @param annotation - Holds the Revision's number.
 */
export function toHistory(meta: Meta | undefined, annotation = REVISION) {
  const changeCause = meta?.annotations?.[CHANGE_CAUSE];
  return {
    revision: Number(meta?.annotations?.[annotation] ?? 0),
    // `kubectl --record` writes whole command lines there.
    changeCause: changeCause && redactMessage(changeCause),
  };
}

/** The uid of the object that controls another; other owners don't count. */
export function toController(
  meta: Meta | undefined,
  kinds: string[],
): string | undefined {
  return meta?.ownerReferences?.find(
    (owner: Wire<V1OwnerReference>) =>
      owner.controller && kinds.includes(owner.kind),
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
    message: condition.message && redactMessage(condition.message),
    since: condition.lastUpdateTime ?? condition.lastTransitionTime,
  }));
}
