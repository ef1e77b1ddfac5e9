import type {
  RolloutCause,
  RolloutCauseKind,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';

export interface CauseWording {
  /** What it means, as a sentence. */
  meaning: string;
  /** What usually helps, as a sentence. */
  remedy: string;
}

export const causeWordings: Record<RolloutCauseKind, CauseWording> = {
  'image-pull': {
    meaning: 'The node can’t pull the image.',
    remedy:
      'Check that the tag exists in ECR and that the nodes may read the repository; redeploy an image that exists, or roll back.',
  },
  'missing-config': {
    meaning: 'A ConfigMap or Secret that the container refers to is missing.',
    remedy:
      'Create it, or correct its name or key in the manifest; the pod then starts automatically.',
  },
  'crash-loop': {
    meaning: 'The container starts and exits again and again.',
    remedy:
      'Read the log of its previous run; a missing setting or an unreachable dependency is the usual reason. Roll back if users are affected.',
  },
  'oom-killed': {
    meaning: 'The container was killed for using more memory than its limit.',
    remedy:
      'Raise the memory limit, or give the process less to hold (for a JVM, a smaller heap).',
  },
  'init-failure': {
    meaning:
      'An init container fails, so the pod’s own containers don’t start.',
    remedy: 'Read the init container’s log; the pod starts once it succeeds.',
  },
  'readiness-failing': {
    meaning: 'The container runs, but its readiness probe has not succeeded.',
    remedy:
      'See what the probe’s address answers; a slow start needs a longer initial delay, a missing dependency needs that dependency.',
  },
  unschedulable: {
    meaning: 'No node has room for the pod or fits its requirements.',
    remedy:
      'Lower its requests, widen its node selector or affinity, or let the node group grow.',
  },
  quota: {
    meaning: 'The namespace’s resource quota does not allow another pod.',
    remedy:
      'Ask the platform team for a larger quota, or lower requests or replicas.',
  },
  admission: {
    meaning: 'A policy of the cluster denies the pods.',
    remedy:
      'Change in the manifest what the policy’s message names, or ask the platform team for an exception. No access right is missing.',
  },
  'webhook-unreachable': {
    meaning:
      'The cluster can’t reach one of its admission webhooks, so it creates no pods.',
    remedy:
      'Nothing in your manifest is wrong: give the platform team the name of the webhook. The controller tries again until it answers.',
  },
  'service-account': {
    meaning: 'The ServiceAccount that the pods name does not exist.',
    remedy:
      'Create it in the namespace, or correct serviceAccountName in the manifest.',
  },
  'pods-not-created': {
    meaning: 'The cluster does not let the controller create pods.',
    remedy:
      'Change what the message names; the controller tries again automatically.',
  },
  'container-start': {
    meaning: 'The container can’t be started.',
    remedy:
      'Check the image’s entrypoint, the command in the manifest and what is mounted where; redeploy once it is fixed.',
  },
  'liveness-failing': {
    meaning:
      'The container is killed again and again because its liveness or startup probe fails.',
    remedy:
      'See what the probe’s address answers; a slow start needs a startup probe or more time, not a stricter liveness probe.',
  },
  'pod-sandbox': {
    meaning: 'The node can’t set up the pod’s network.',
    remedy:
      'On EKS the subnets or the node are usually out of IP addresses: ask the platform team to look at the VPC CNI plugin.',
  },
  'readiness-gate': {
    meaning:
      'The containers are ready, but a readiness gate, usually the load balancer’s, is not.',
    remedy:
      'Look at the target group’s health check (path, port, security group) and the load balancer controller’s log.',
  },
  'readiness-gate-unwritten': {
    meaning:
      'The containers are ready, but no controller reports on the pod’s readiness gate.',
    remedy:
      'Pods get the gate of a load balancer when they are created in a namespace with the label elbv2.k8s.aws/pod-readiness-gate-inject: make sure that the Ingress or TargetGroupBinding still exists and selects these pods, then restart.',
  },
  'node-lost': {
    meaning: 'The node that the pod runs on does not answer.',
    remedy:
      'The pod is replaced after some minutes; ask the platform team to look at the node or to end its instance.',
  },
  evicted: {
    meaning: 'The node put the pod out because it ran short of resources.',
    remedy:
      'Give the pod requests that say what it needs, above all of memory and ephemeral storage.',
  },
  'stuck-terminating': {
    meaning: 'A pod does not go away although its time is up.',
    remedy:
      'Look at its finalizers, its preStop hook and its node; the rollout goes on once it is gone.',
  },
  'mount-failure': {
    meaning: 'A volume can’t be mounted.',
    remedy:
      'Check that the volume, its claim, Secret or ConfigMap exists and is free to be used by this node.',
  },
  'awaiting-promotion': {
    meaning: 'The new Revision waits until somebody promotes it.',
    remedy:
      'Look at its pods, then let it go on (kubectl argo rollouts promote) or give it up (kubectl argo rollouts abort).',
  },
  'analysis-inconclusive': {
    meaning: 'The analysis of the new Revision could not decide.',
    remedy:
      'Look at the metric that the message names, then promote the Rollout or abort it (kubectl argo rollouts promote, abort).',
  },
  'analysis-failed': {
    meaning:
      'The analysis of the new Revision failed, so the one before serves again.',
    remedy:
      'Look at the metric that the message names and fix the new image; setting another image starts again, kubectl argo rollouts retry rollout tries the same one again.',
  },
  aborted: {
    meaning: 'The new Revision was given up; the one before serves again.',
    remedy:
      'Set an image that works, or try the same again with kubectl argo rollouts retry rollout.',
  },
  'invalid-spec': {
    meaning: 'Argo Rollouts does not accept the spec.',
    remedy: 'Correct in the manifest what the message names.',
  },
  'deadline-exceeded': {
    meaning: 'The rollout made no progress before its deadline.',
    remedy:
      'Look at the newest pods and their events. Roll back if it can’t be fixed soon.',
  },
};

/** What a cause does for as long as it lasts; undefined of what happened at one moment. */
export const causeDurations: Record<RolloutCauseKind, string | undefined> = {
  quota: 'failing',
  admission: 'failing',
  'webhook-unreachable': 'failing',
  'service-account': 'failing',
  'pods-not-created': 'failing',
  'missing-config': 'failing',
  'image-pull': 'failing',
  'container-start': 'failing',
  'init-failure': 'failing',
  'oom-killed': 'failing',
  'liveness-failing': 'failing',
  'crash-loop': 'failing',
  unschedulable: 'waiting',
  'mount-failure': 'failing',
  'pod-sandbox': 'failing',
  'readiness-failing': 'not ready',
  'readiness-gate': 'not ready',
  'readiness-gate-unwritten': 'not ready',
  'node-lost': 'unreachable',
  evicted: undefined,
  'stuck-terminating': 'overdue',
  'deadline-exceeded': undefined,
  'awaiting-promotion': 'waiting',
  'analysis-inconclusive': 'waiting',
  'analysis-failed': undefined,
  aborted: undefined,
  'invalid-spec': 'invalid',
};

/** What a cause means; a container that ended once does not do so again and again. */
export function getCauseMeaning({ kind, restarts = 0 }: RolloutCause): string {
  return kind === 'crash-loop' && restarts < 2
    ? 'The container exited.'
    : causeWordings[kind].meaning;
}

/** What else is wrong, with the Revision where it is another one: `A policy of the cluster denies the pods (Revision 6).` */
export function getOtherCauseMeaning(
  other: RolloutCause,
  { revision }: RolloutCause,
): string {
  const meaning = getCauseMeaning(other);
  return other.revision === undefined || other.revision === revision
    ? meaning
    : `${meaning.replace(/\.$/, '')} (Revision ${other.revision}).`;
}

const RPC_PREFIX = /\brpc error: code = \w+ desc = /g;

// Registry and path of an image reference; the host of a URL, behind a slash, is none.
const REGISTRY_PATH =
  /(?<![\w./:-])[\w-]+(?:\.[\w-]+)+(?::\d+)?\/(?:[\w.-]+\/)*/g;

/** What the cluster says about a cause, without what only machines read: `failed to pull image "chat-backend:1.4.2"`. */
export function getCauseMessage({ kind, message }: RolloutCause): string {
  return kind === 'image-pull'
    ? message.replace(RPC_PREFIX, '').replace(REGISTRY_PATH, '')
    : message;
}

/** Where a cause shows: `Revision 7 · chat-backend-7d9 (app)`. */
export function getCausePlace({
  revision,
  pod,
  container,
}: RolloutCause): string | undefined {
  const place = pod && container ? `${pod} (${container})` : pod;
  return (
    [revision && `Revision ${revision}`, place].filter(Boolean).join(' · ') ||
    undefined
  );
}
