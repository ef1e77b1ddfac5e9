import type {
  ConditionRow,
  ContainerRow,
  DeploymentRow,
  PodRow,
  ReplicaSetRow,
} from '../rollouts/rows';
import {
  aCondition,
  aContainer,
  aDeployment,
  aPod,
  aReplicaSet,
} from './builders';

const STARTED_AT = Date.parse('2026-01-02T00:00:00Z');

/** The moment so many seconds after a simulation's start, as a cluster writes it: to the second. */
export function momentOf(seconds: number): string {
  return new Date(STARTED_AT + Math.floor(seconds) * 1_000)
    .toISOString()
    .replace('.000Z', 'Z');
}

/** The time so many seconds after a simulation's start, to the millisecond. */
export function timeOf(seconds: number): Date {
  return new Date(STARTED_AT + Math.round(seconds * 1_000));
}

/** What becomes of a pod, by its age in seconds. */
export interface PodLife {
  ready: boolean;
  /** Since when it is ready or not, in seconds of age. */
  since: number;
  container?: Partial<ContainerRow>;
  pod?: Partial<PodRow>;
}

interface SimulatedPod {
  name: string;
  createdAt: number;
  isNew: boolean;
  live: (age: number, createdAt: number) => PodLife;
}

/** A pod that is ready from an age on, and stays it. */
export const readyAfter =
  (seconds: number): SimulatedPod['live'] =>
  age =>
    age < seconds
      ? { ready: false, since: 0 }
      : { ready: true, since: seconds };

/** A Deployment with a controller that works as Kubernetes' does, in time that a test moves on. */
export class SimulatedDeployment {
  desired: number;
  scaledAt?: number;
  private pods: SimulatedPod[] = [];
  private completedAt?: number;
  private available: { status: 'True' | 'False'; since: number } = {
    status: 'True',
    since: 0,
  };
  private created = 0;

  constructor(
    private readonly options: {
      desired: number;
      maxSurge: number;
      maxUnavailable: number;
      /** Pods of the Revision before, which are all available. */
      old?: number;
      live: SimulatedPod['live'];
      deployment?: Partial<DeploymentRow>;
    },
  ) {
    this.desired = options.desired;
    for (let index = 0; index < (options.old ?? 0); index += 1) {
      this.create(-3_600, false, readyAfter(1));
    }
  }

  /** Has been complete for an hour. */
  settle(): this {
    for (let index = 0; index < this.desired; index += 1) {
      this.create(-3_660, true, readyAfter(5));
    }
    this.completedAt = -3_600;
    return this;
  }

  scale(desired: number, now: number): void {
    this.desired = desired;
    this.scaledAt = now;
  }

  /** Takes a pod of the newest Revision away, as an eviction does. */
  evict(): void {
    const index = this.pods.findIndex(({ isNew }) => isNew);
    this.pods.splice(index, 1);
  }

  /** From now on this becomes of its pods, or of the first so many. */
  afflict(live: SimulatedPod['live'], count = Infinity): void {
    this.pods.slice(0, count).forEach(pod => {
      pod.live = live;
    });
  }

  /** Lets the controller act once. */
  step(now: number): void {
    const { maxSurge, maxUnavailable } = this.options;
    const least = this.desired - maxUnavailable;
    const news = this.pods.filter(({ isNew }) => isNew);
    const olds = this.pods.filter(({ isNew }) => !isNew);
    const room =
      olds.length === 0
        ? this.desired - news.length
        : Math.min(
            this.desired - news.length,
            this.desired + maxSurge - this.pods.length,
          );
    for (let index = 0; index < room; index += 1) {
      this.create(now, true, this.options.live);
    }
    if (room < 0) {
      this.pods = this.pods.slice(0, room);
    }
    const spare = this.countAvailable(now) - least;
    if (olds.length > 0 && spare > 0) {
      const going = olds.slice(0, spare);
      this.pods = this.pods.filter(pod => !going.includes(pod));
    }
    this.judge(now, least);
  }

  rows(now: number): {
    deployment: DeploymentRow;
    replicaSets: ReplicaSetRow[];
    pods: PodRow[];
  } {
    const news = this.pods.filter(({ isNew }) => isNew);
    const available = this.countAvailable(now);
    return {
      deployment: aDeployment({
        desired: this.desired,
        total: this.pods.length,
        updated: news.length,
        ready: available,
        available,
        conditions: this.toConditions(),
        ...this.options.deployment,
      }),
      replicaSets: [
        aReplicaSet({
          replicas: news.length,
          scaledAt:
            this.scaledAt === undefined ? undefined : momentOf(this.scaledAt),
        }),
        aReplicaSet({
          uid: 'replicaset-1',
          revision: 1,
          template: 'template-1',
          replicas: this.pods.length - news.length,
        }),
      ],
      pods: this.pods.map(pod => toPodRow(pod, now)),
    };
  }

  private create(
    createdAt: number,
    isNew: boolean,
    live: SimulatedPod['live'],
  ): void {
    this.created += 1;
    const name = `chat-backend-${this.created}`;
    this.pods.push({ name, createdAt, isNew, live });
  }

  private countAvailable(now: number): number {
    return this.pods.filter(
      ({ live, createdAt }) => live(now - createdAt, createdAt).ready,
    ).length;
  }

  private judge(now: number, least: number): void {
    const available = this.countAvailable(now);
    const status = available >= least ? 'True' : 'False';
    if (status !== this.available.status) {
      this.available = { status, since: now };
    }
    const done =
      this.pods.every(({ isNew }) => isNew) &&
      this.pods.length === this.desired &&
      available === this.desired;
    if (done) {
      this.completedAt ??= now;
    }
  }

  private toConditions(): ConditionRow[] {
    const { status, since } = this.available;
    return [
      aCondition('Available', status, { since: momentOf(since) }),
      aCondition('Progressing', 'True', {
        reason:
          this.completedAt === undefined
            ? 'ReplicaSetUpdated'
            : 'NewReplicaSetAvailable',
        since: momentOf(this.completedAt ?? 0),
      }),
    ];
  }
}

function toPodRow(
  { name, createdAt, isNew, live }: SimulatedPod,
  now: number,
): PodRow {
  const life = live(now - createdAt, createdAt);
  const since = momentOf(createdAt + life.since);
  const unready = [
    aCondition('Ready', 'False', { since }),
    aCondition('ContainersReady', 'False', { since }),
  ];
  return aPod({
    uid: name,
    name,
    controller: isNew ? 'replicaset-2' : 'replicaset-1',
    createdAt: momentOf(createdAt),
    conditions: life.ready ? [aCondition('Ready', 'True', { since })] : unready,
    wasReady: !life.ready && life.since > 2,
    containers: [aContainer({ ready: life.ready, ...life.container })],
    ...life.pod,
  });
}
