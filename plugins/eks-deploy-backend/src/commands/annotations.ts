/** Number of the pod template's Revision; set by the Deployment controller on Deployments and ReplicaSets. */
export const REVISION = 'deployment.kubernetes.io/revision';

/** When `kubectl rollout restart` or we last restarted; part of the pod template. */
export const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';

/** Tells ReplicaSets of one Deployment apart; the controller adds it to their pod templates. */
export const POD_TEMPLATE_HASH = 'pod-template-hash';

/** A path segment of a JSON Pointer, RFC 6901. */
export function escapePointer(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}
