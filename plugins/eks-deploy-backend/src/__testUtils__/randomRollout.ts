import {
  toDeploymentRow,
  type PodRow,
  type ReplicaSetRow,
} from '../rollouts/rows';
import type { DeploymentObject } from '../workloads';
import { aCondition, aContainer, aPod, aReplicaSet } from './builders';
import { aDeploymentObject } from './objects';
import type { Random } from './random';

const WAITING = [
  'ContainerCreating',
  'ImagePullBackOff',
  'CrashLoopBackOff',
  'CreateContainerConfigError',
];

/** A Deployment with ReplicaSets and pods as they may come about, and as they may not. */
export function aRandomRollout(
  random: Random,
  name: string,
): {
  deployment: DeploymentObject;
  replicaSets: ReplicaSetRow[];
  pods: PodRow[];
} {
  const desired = random.upTo(3);
  const settled = random.oneIn(3);
  const updated = settled ? desired : random.upTo(desired);
  const total = settled ? desired : updated + random.upTo(2);
  const available = random.oneIn(2) ? updated : random.upTo(total);
  const generation = 2 + random.upTo(3);
  const deployment = aDeploymentObject({
    name,
    uid: name,
    desired,
    updated,
    total,
    available,
    generation,
    observedGeneration: random.oneIn(6) ? generation - 1 : generation,
    paused: random.oneIn(8),
    late: random.oneIn(6),
    unavailable: random.oneIn(2),
  });
  const newest = toDeploymentRow(deployment);
  const replicaSets = Array.from({ length: random.upTo(3) }, (_, index) =>
    aReplicaSet({
      uid: `${name}-${index}`,
      controller: random.oneIn(5) ? 'another' : name,
      revision: newest.revision - index,
      replicas: index > 0 && random.oneIn(2) ? 0 : random.upTo(3),
      available: 0,
      template: index === 0 ? newest.template : String(index),
    }),
  );
  const pods = Array.from({ length: random.upTo(4) }, (_, index) =>
    aRandomPod(random, `${name}-pod-${index}`, replicaSets),
  );
  return { deployment, replicaSets, pods };
}

function aRandomPod(
  random: Random,
  name: string,
  replicaSets: ReplicaSetRow[],
): PodRow {
  const ready = random.oneIn(2);
  return aPod({
    uid: name,
    name,
    controller: replicaSets.length > 0 ? random.pick(replicaSets).uid : 'none',
    phase: random.pick(['Pending', 'Running', 'Failed']),
    terminating: random.oneIn(5),
    conditions: [
      aCondition('Ready', random.pick(['True', 'False', 'Unknown'])),
      aCondition('ContainersReady', ready ? 'True' : 'False'),
    ],
    containers: [
      aContainer({
        ready,
        running: ready,
        restarts: random.upTo(3),
        waiting: ready ? undefined : { reason: random.pick(WAITING) },
      }),
    ],
  });
}
