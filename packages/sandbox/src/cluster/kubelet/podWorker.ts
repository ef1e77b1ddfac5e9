import { setTimeout as sleep } from 'node:timers/promises';
import { keyOf, type Node, type Pod } from '../objects';
import type { EventRecorder } from '../controllers/eventRecorder';
import type { Registry } from '../registry';
import { resources } from '../storage';
import { behaviourOf } from './behaviour';
import { runContainer } from './containerRun';
import type { ImageSource } from './imagePull';
import { PodHandle } from './podHandle';
import { startingStatus } from './podStatus';

/** What the kubelet gives each of its pods' workers. */
export interface PodWorkerContext {
  registry: Registry;
  events: EventRecorder;
  images: ImageSource;
  podReadyMs: number;
}

const LONGEST_GRACE_MS = 2000;
const SHORTEST_GRACE_MS = 50;

/** Runs one pod from its binding to its end. */
export class PodWorker {
  private readonly handle: PodHandle;
  private readonly stopped = new AbortController();

  constructor(
    private readonly context: PodWorkerContext,
    private readonly pod: Pod,
    private readonly node: Node | undefined,
  ) {
    this.handle = new PodHandle(context.registry, context.events, pod);
  }

  /** Starts the containers; resolves when nothing more will happen by itself. */
  async run(): Promise<void> {
    const { images, podReadyMs } = this.context;
    const behaviour = behaviourOf(this.pod, podReadyMs);
    try {
      if (!this.isResumed()) {
        this.handle.writeStatus(pod => startingStatus(pod, this.hostIP()));
      }
      // What becomes of it is for someone else to write.
      if (behaviour.outcome === 'held-back') return;
      await Promise.all(
        this.pod.spec.containers.map(container =>
          runContainer(this.handle, container, behaviour, images),
        ),
      );
    } catch (error) {
      if (!this.handle.hasEnded) throw error;
    }
  }

  /** Ends the containers within the grace period, shortened, and lets the pod go. */
  async terminate(): Promise<void> {
    if (this.handle.hasEnded) return;
    this.handle.end();
    const pod = this.handle.find();
    if (!pod) return;
    for (const { name, state } of pod.status.containerStatuses ?? []) {
      if (!state.running) continue;
      this.handle.note(
        { name },
        { reason: 'Killing', message: `Stopping container ${name}` },
      );
    }
    const graceMs = (pod.metadata.deletionGracePeriodSeconds ?? 0) * 1000;
    const stopsAfterMs = Math.min(
      graceMs,
      LONGEST_GRACE_MS,
      Math.max(SHORTEST_GRACE_MS, this.context.podReadyMs),
    );
    try {
      await sleep(stopsAfterMs, undefined, { signal: this.stopped.signal });
    } catch {
      return;
    }
    if (this.handle.find()) {
      this.context.registry.delete(resources.pods, keyOf(pod), {
        gracePeriodSeconds: 0,
      });
    }
  }

  /** Stops working on the pod, which stays as it is. */
  stop(): void {
    this.handle.end();
    this.stopped.abort();
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
}
