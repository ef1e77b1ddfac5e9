import type { Pod } from '../cluster-contract/objects';

/** Its pods' containers are never made: what becomes of them is the state's to write. */
export const heldBack = {
  replicas: 3,
  templateAnnotations: { 'sandbox.eks-deploy/behaviour': 'held-back' },
};

/** The strategy of the template's Deployments: one more pod, and never one less. */
export const templateStrategy = {
  rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
};

/** Without metrics it only sees to it that there are enough pods. */
export const anAutoscaler = {
  metadata: { name: 'chat' },
  spec: {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'chat' },
    minReplicas: 4,
    maxReplicas: 6,
  },
};

/** As a kubelet tells of an init container that ends with 1 again and again. */
export function failedInit(pod: Pod): object {
  return {
    initContainerStatuses: [
      {
        name: 'migrate',
        image: 'example.com/migrate:1',
        imageID: `example.com/migrate@sha256:${'1'.repeat(64)}`,
        ready: false,
        restartCount: 3,
        state: {
          waiting: {
            reason: 'CrashLoopBackOff',
            message: 'back-off 40s restarting failed container=migrate',
          },
        },
        lastState: { terminated: { exitCode: 1, reason: 'Error' } },
      },
    ],
    containerStatuses: pod.status.containerStatuses?.map(container => ({
      ...container,
      state: { waiting: { reason: 'PodInitializing' } },
    })),
  };
}

/** As a kubelet tells of a container that runs and was killed again and again because its liveness probe failed. */
export function killedByProbe(pod: Pod): object {
  const now = new Date().toISOString();
  return {
    phase: 'Running',
    containerStatuses: pod.status.containerStatuses?.map(container => ({
      ...container,
      ready: false,
      restartCount: 4,
      state: { running: { startedAt: now } },
      lastState: {
        terminated: { exitCode: 137, reason: 'Error', finishedAt: now },
      },
    })),
  };
}
