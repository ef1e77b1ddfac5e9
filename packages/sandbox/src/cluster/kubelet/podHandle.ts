import { setTimeout as sleep } from 'node:timers/promises';
import {
  keyOf,
  type Container,
  type ContainerStatus,
  type Pod,
} from '../objects';
import type { EventNote, EventRecorder } from '../controllers/eventRecorder';
import type { Registry } from '../registry';
import { resources } from '../storage';
import { withContainer } from './podStatus';

/** One pod as its worker sees and writes it, for as long as it is to run. */
export class PodHandle {
  private readonly ended = new AbortController();

  constructor(
    private readonly registry: Registry,
    private readonly events: EventRecorder,
    readonly pod: Pod,
  ) {}

  get hasEnded(): boolean {
    return this.ended.signal.aborted;
  }

  /** From now on pauses reject, and the status is no longer written. */
  end(): void {
    this.ended.abort();
  }

  /** The pod as it is now; another pod of the same name is none of ours. */
  find(): Pod | undefined {
    const pod = this.registry.find(resources.pods, keyOf(this.pod));
    return pod?.metadata.uid === this.pod.metadata.uid ? pod : undefined;
  }

  statusOf({ name }: Container): ContainerStatus | undefined {
    return this.find()?.status.containerStatuses?.find(
      status => status.name === name,
    );
  }

  writeStatus(status: (pod: Pod) => Pod['status']): void {
    const pod = this.find();
    if (!pod || this.hasEnded) return;
    this.registry.update(
      resources.pods,
      { ...pod, status: status(pod) },
      { subresource: 'status' },
    );
  }

  update(
    container: Container,
    change: (status: ContainerStatus) => ContainerStatus,
  ): void {
    this.writeStatus(pod => withContainer(pod, container.name, change));
  }

  /** Writes an event about a container. */
  note(container: Pick<Container, 'name'>, note: EventNote): void {
    this.events.record(
      this.pod,
      { ...note, fieldPath: `spec.containers{${container.name}}` },
      this.pod.spec.nodeName,
    );
  }

  /** `name_namespace(uid)`, as a kubelet's messages call a pod. */
  describe(): string {
    const { name, namespace, uid } = this.pod.metadata;
    return `${name}_${namespace}(${uid})`;
  }

  async pause(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: this.ended.signal });
  }

  throwIfEnded(): void {
    this.ended.signal.throwIfAborted();
  }
}
