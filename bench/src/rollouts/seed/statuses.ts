// What the controllers and KWOK would have written at the end of a rollout that went well.

export function deploymentStatus(replicas: number, name: string, at: string) {
  return {
    observedGeneration: 1,
    ...{ replicas, updatedReplicas: replicas },
    ...{ readyReplicas: replicas, availableReplicas: replicas },
    conditions: [
      {
        ...condition('Available', at),
        reason: 'MinimumReplicasAvailable',
        message: 'Deployment has minimum availability.',
        lastUpdateTime: at,
      },
      {
        ...condition('Progressing', at),
        reason: 'NewReplicaSetAvailable',
        message: `ReplicaSet "${name}" has successfully progressed.`,
        lastUpdateTime: at,
      },
    ],
  };
}

export function replicaSetStatus(replicas: number) {
  return {
    observedGeneration: 1,
    ...{ replicas, fullyLabeledReplicas: replicas },
    ...{ readyReplicas: replicas, availableReplicas: replicas },
  };
}

export function podStatus(image: string, at: string) {
  return {
    phase: 'Running',
    startTime: at,
    hostIP: '10.0.1.11',
    podIP: '10.1.0.1',
    podIPs: [{ ip: '10.1.0.1' }],
    conditions: [
      condition('PodScheduled', at),
      condition('Initialized', at),
      condition('ContainersReady', at),
      condition('Ready', at),
    ],
    containerStatuses: [
      {
        name: 'app',
        image,
        imageID: `registry.example.com/app@sha256:${'a'.repeat(64)}`,
        containerID: `containerd://${'b'.repeat(64)}`,
        ready: true,
        started: true,
        restartCount: 0,
        state: { running: { startedAt: at } },
      },
    ],
  };
}

function condition(type: string, lastTransitionTime: string) {
  return { type, status: 'True', lastTransitionTime };
}
