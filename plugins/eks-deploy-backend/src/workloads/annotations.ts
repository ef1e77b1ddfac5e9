/** Number of the pod template's Revision; set by the Deployment controller on Deployments and ReplicaSets. */
export const REVISION = 'deployment.kubernetes.io/revision';

/** The same of an Argo Rollout and its ReplicaSets. */
export const ARGO_REVISION = 'rollout.argoproj.io/revision';

/** Earlier numbers of a ReplicaSet that became current again. */
export const REVISION_HISTORY = 'deployment.kubernetes.io/revision-history';

/** The same of the ReplicaSets of an Argo Rollout. */
export const ARGO_REVISION_HISTORY = 'rollout.argoproj.io/revision-history';

/** Why a Revision came about, in its author's words. */
export const CHANGE_CAUSE = 'kubernetes.io/change-cause';

/** When `kubectl rollout restart` or we last restarted; part of the pod template. */
export const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';

/** Names, on a pod template, the container that is meant where a pod has several. */
export const DEFAULT_CONTAINER = 'kubectl.kubernetes.io/default-container';

/** Label that tells ReplicaSets of one Deployment apart; the controller adds it to their pod templates. */
export const POD_TEMPLATE_HASH = 'pod-template-hash';

/** The same of the ReplicaSets of an Argo Rollout. */
export const ARGO_TEMPLATE_HASH = 'rollouts-pod-template-hash';

/** Labels that a controller adds to a pod template, and that make no template differ. */
export const HASH_LABELS = [POD_TEMPLATE_HASH, ARGO_TEMPLATE_HASH];

/** Label that names the tier. */
export const LABEL_TIER = 'app.kubernetes.io/component';
