import { setTimeout as sleep } from 'node:timers/promises';
import {
  keyOf,
  timestamp,
  type Container,
  type ContainerState,
  type ContainerStatus,
  type Node,
  type Pod,
} from '../objects';
import type { EventNote, EventRecorder } from '../controllers/eventRecorder';
import type { Registry } from '../registry';
import { resources } from '../storage';
import { behaviourOf, type Behaviour } from './behaviour';
import { imageIdOf, startingStatus, withContainer } from './podStatus';

/** Answers whether an image can be pulled. */
export interface ImageSource {
  has(reference: string): boolean | Promise<boolean>;
}

/** What the kubelet gives each of its pods' workers. */
export interface PodWorkerContext {
  registry: Registry;
  events: EventRecorder;
  images: ImageSource;
  podReadyMs: number;
}

/** Back-offs are those of a kubelet, ten times faster, so that a demo shows them. */
const PULL_BACKOFF_MS = { first: 1000, most: 15_000 };
const CRASH_BACKOFF_MS = { first: 1000, most: 30_000 };
const RUNS_FOR_MS = 700;
const PROBE_EVERY_MS = 5000;
const LONGEST_GRACE_MS = 2000;

/** Runs one pod from its binding to its end. */
export class PodWorker {
  private readonly running = new AbortController();
  private readonly stopped = new AbortController();

  constructor(
    private readonly context: PodWorkerContext,
    private readonly pod: Pod,
    private readonly node: Node | undefined,
  ) {}

  /** Starts the containers; resolves when nothing more will happen by itself. */
  async run(): Promise<void> {
    const behaviour = behaviourOf(this.pod, this.context.podReadyMs);
    try {
      if (!this.isResumed()) {
        this.writeStatus(pod => startingStatus(pod, this.hostIP()));
      }
      await Promise.all(
        this.pod.spec.containers.map(container =>
          this.runContainer(container, behaviour),
        ),
      );
    } catch (error) {
      if (!this.running.signal.aborted) throw error;
    }
  }

  /** Ends the containers within the grace period, shortened, and lets the pod go. */
  async terminate(): Promise<void> {
    if (this.running.signal.aborted) return;
    this.running.abort();
    const pod = this.find();
    if (!pod) return;
    const graceMs = (pod.metadata.deletionGracePeriodSeconds ?? 0) * 1000;
    for (const { name, state } of pod.status.containerStatuses ?? []) {
      if (state.running) {
        this.note(name, {
          reason: 'Killing',
          message: `Stopping container ${name}`,
        });
      }
    }
    const stopsAfterMs = Math.min(
      graceMs,
      LONGEST_GRACE_MS,
      Math.max(50, this.context.podReadyMs),
    );
    try {
      await sleep(stopsAfterMs, undefined, { signal: this.stopped.signal });
    } catch {
      return;
    }
    if (this.find()) {
      this.context.registry.delete(resources.pods, keyOf(pod), {
        gracePeriodSeconds: 0,
      });
    }
  }

  /** Stops working on the pod, which stays as it is. */
  stop(): void {
    this.running.abort();
    this.stopped.abort();
  }

  private async runContainer(
    container: Container,
    behaviour: Behaviour,
  ): Promise<void> {
    if (this.statusOf(container)?.ready) return;
    await this.pull(container, behaviour);
    for (let crashes = 0; ; crashes++) {
      this.start(container);
      switch (behaviour.outcome) {
        case 'crash':
        case 'oom':
          await this.pause(RUNS_FOR_MS);
          await this.crash(container, behaviour.outcome === 'oom', crashes);
          break;
        case 'never-ready':
          await this.failProbes(container);
          return;
        default:
          await this.pause(behaviour.readyAfterMs);
          this.update(container, status => ({ ...status, ready: true }));
          return;
      }
    }
  }

  private async pull(
    container: Container,
    { outcome }: Behaviour,
  ): Promise<void> {
    const { name, image } = container;
    let backoff = PULL_BACKOFF_MS.first;
    for (;;) {
      const started = Date.now();
      this.note(name, {
        reason: 'Pulling',
        message: `Pulling image "${image}"`,
      });
      const found =
        outcome !== 'image-error' && (await this.context.images.has(image));
      this.running.signal.throwIfAborted();
      if (found) {
        const took = `${Date.now() - started + 180}ms`;
        this.note(name, {
          reason: 'Pulled',
          message: `Successfully pulled image "${image}" in ${took} (${took} including waiting). Image size: 83886080 bytes.`,
        });
        return;
      }
      const message = `failed to pull and unpack image "${image}": failed to resolve reference "${image}": ${image}: not found`;
      const failure = `rpc error: code = NotFound desc = ${message}`;
      this.fail(name, `Failed to pull image "${image}": ${failure}`);
      this.fail(name, 'Error: ErrImagePull');
      this.wait(container, 'ErrImagePull', failure);
      await this.pause(Math.min(backoff, 1000));
      this.note(name, {
        reason: 'BackOff',
        message: `Back-off pulling image "${image}"`,
      });
      this.fail(name, 'Error: ImagePullBackOff');
      this.wait(
        container,
        'ImagePullBackOff',
        `Back-off pulling image "${image}": ErrImagePull: ${failure}`,
      );
      await this.pause(backoff);
      backoff = Math.min(backoff * 2, PULL_BACKOFF_MS.most);
    }
  }

  private start(container: Container): void {
    const { name, image } = container;
    this.note(name, {
      reason: 'Created',
      message: `Container created`,
    });
    this.note(name, {
      reason: 'Started',
      message: `Container started`,
    });
    this.update(container, status => ({
      ...status,
      imageID: imageIdOf(image),
      containerID: containerId(),
      started: true,
      state: { running: { startedAt: timestamp() } },
    }));
  }

  private async crash(
    container: Container,
    outOfMemory: boolean,
    crashes: number,
  ): Promise<void> {
    const { name } = container;
    const startedAt =
      this.statusOf(container)?.state.running?.startedAt ?? timestamp();
    const terminated: ContainerState['terminated'] = {
      exitCode: outOfMemory ? 137 : 1,
      reason: outOfMemory ? 'OOMKilled' : 'Error',
      startedAt,
      finishedAt: timestamp(),
      containerID: this.statusOf(container)?.containerID,
    };
    this.update(container, status => ({
      ...status,
      ready: false,
      started: false,
      state: { terminated },
    }));
    const { first, most } = CRASH_BACKOFF_MS;
    const backoff = Math.min(first * 2 ** crashes, most);
    await this.pause(300);
    if (crashes > 0) {
      const { uid, namespace } = this.pod.metadata;
      const where = `${container.name} in pod ${this.pod.metadata.name}_${namespace}(${uid})`;
      this.note(name, {
        type: 'Warning',
        reason: 'BackOff',
        message: `Back-off restarting failed container ${where}`,
      });
      this.update(container, status => ({
        ...status,
        state: {
          waiting: {
            reason: 'CrashLoopBackOff',
            message: `back-off ${backoff / 100}s restarting failed container=${
              container.name
            } pod=${this.pod.metadata.name}_${namespace}(${uid})`,
          },
        },
        lastState: { terminated },
      }));
      await this.pause(backoff);
    }
    this.update(container, status => ({
      ...status,
      restartCount: status.restartCount + 1,
      lastState: { terminated },
    }));
  }

  private async failProbes(container: Container): Promise<void> {
    await this.pause(Math.min(PROBE_EVERY_MS, this.context.podReadyMs));
    for (;;) {
      this.note(container.name, {
        type: 'Warning',
        reason: 'Unhealthy',
        message:
          'Readiness probe failed: HTTP probe failed with statuscode: 503',
      });
      await this.pause(PROBE_EVERY_MS);
    }
  }

  private wait(container: Container, reason: string, message: string): void {
    this.update(container, status => ({
      ...status,
      state: { waiting: { reason, message } },
    }));
  }

  private fail(name: string, message: string): void {
    this.note(name, { type: 'Warning', reason: 'Failed', message });
  }

  private note(container: string, note: EventNote): void {
    this.context.events.record(
      this.pod,
      { ...note, fieldPath: `spec.containers{${container}}` },
      this.pod.spec.nodeName,
    );
  }

  private update(
    container: Container,
    change: (status: ContainerStatus) => ContainerStatus,
  ): void {
    this.writeStatus(pod => withContainer(pod, container.name, change));
  }

  private writeStatus(status: (pod: Pod) => Pod['status']): void {
    const pod = this.find();
    if (!pod || this.running.signal.aborted) return;
    this.context.registry.update(
      resources.pods,
      { ...pod, status: status(pod) },
      { subresource: 'status' },
    );
  }

  private statusOf({ name }: Container): ContainerStatus | undefined {
    return this.find()?.status.containerStatuses?.find(
      status => status.name === name,
    );
  }

  /** The pod as it is now; another pod of the same name is none of ours. */
  private find(): Pod | undefined {
    const pod = this.context.registry.find(resources.pods, keyOf(this.pod));
    return pod?.metadata.uid === this.pod.metadata.uid ? pod : undefined;
  }

  /** A pod from before the stand-in was restarted goes on where it was. */
  private isResumed(): boolean {
    return Boolean(this.pod.status.containerStatuses?.length);
  }

  private hostIP(): string {
    return (
      this.node?.status.addresses?.find(({ type }) => type === 'InternalIP')
        ?.address ?? '127.0.0.1'
    );
  }

  private async pause(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: this.running.signal });
  }
}

function containerId(): string {
  const hex = Array.from({ length: 64 }, () =>
    Math.floor(Math.random() * 16).toString(16),
  ).join('');
  return `containerd://${hex}`;
}
