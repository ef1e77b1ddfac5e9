import type { LoggerService } from '../logger';
import { keyOf, timestamp, type Pod } from '../objects';
import { EventRecorder } from '../controllers';
import type { Controller } from '../controllers';
import type { Registry } from '../registry';
import { resources, storageKey } from '../storage';
import type { ImageSource } from './imagePull';
import { PodWorker } from './podWorker';
import { chooseNode } from './scheduling';

/** What nodes and scheduler are run with. */
export interface KubeletOptions {
  registry: Registry;
  logger: LoggerService;
  images: ImageSource;
  podReadyMs: number;
}

/** Runs the nodes' side: schedules each pod and works on it until it is gone. */
export function runKubelet(options: KubeletOptions): Controller {
  const { registry, logger } = options;
  const context = {
    ...options,
    events: new EventRecorder(registry, 'kubelet'),
  };
  const scheduler = new EventRecorder(registry, 'default-scheduler');
  const workers = new Map<string, PodWorker>();
  let stopped = false;
  const attend = (promise: Promise<void>) => {
    promise.catch(error => {
      if (!stopped) {
        logger.error(
          `A pod of the sandbox cluster failed: ${error?.stack ?? error}`,
        );
      }
    });
  };

  const look = (pod: Pod) => {
    const current = registry.find(resources.pods, keyOf(pod));
    if (stopped || current?.metadata.uid !== pod.metadata.uid) return;
    const worker = workers.get(pod.metadata.uid);
    const assign = () => {
      const { nodeName: name = '' } = current.spec;
      const created = new PodWorker(
        context,
        current,
        registry.find(resources.nodes, { name }),
      );
      workers.set(current.metadata.uid, created);
      return created;
    };
    if (current.metadata.deletionTimestamp) {
      attend((worker ?? assign()).terminate());
    } else if (!current.spec.nodeName) {
      schedule(registry, scheduler, current);
    } else if (!worker && isUnfinished(current)) {
      attend(assign().run());
    }
  };

  const unsubscribe = registry.store.subscribe(event => {
    if (event.resource !== storageKey(resources.pods)) return;
    const pod = event.object as Pod;
    if (event.type === 'DELETED') {
      workers.get(pod.metadata.uid)?.stop();
      workers.delete(pod.metadata.uid);
      return;
    }
    const wasMarked = event.previous?.metadata.deletionTimestamp;
    const isNews =
      event.type === 'ADDED' ||
      (pod.metadata.deletionTimestamp && !wasMarked) ||
      (pod.spec.nodeName &&
        !(event.previous as Pod | undefined)?.spec.nodeName);
    // Not within the write that told of it: whoever writes must get its answer first.
    if (isNews) setImmediate(look, pod);
  });
  registry.list(resources.pods).forEach(pod => setImmediate(look, pod));
  return {
    stop() {
      stopped = true;
      unsubscribe();
      workers.forEach(worker => worker.stop());
    },
  };
}

function isUnfinished({ status }: Pod): boolean {
  return status.phase !== 'Succeeded' && status.phase !== 'Failed';
}

function schedule(registry: Registry, events: EventRecorder, pod: Pod): void {
  const nodes = registry.list(resources.nodes);
  const node = chooseNode(pod, nodes, registry.list(resources.pods));
  if (!node) {
    const message = `0/${nodes.length} nodes are available: ${nodes.length} node(s) didn't match Pod's node affinity/selector.`;
    registry.update(
      resources.pods,
      {
        ...pod,
        status: {
          ...pod.status,
          conditions: [
            {
              type: 'PodScheduled',
              status: 'False',
              reason: 'Unschedulable',
              message,
              lastProbeTime: null,
              lastTransitionTime: timestamp(),
            },
          ],
        },
      },
      { subresource: 'status' },
    );
    events.record(pod, {
      type: 'Warning',
      reason: 'FailedScheduling',
      message,
    });
    return;
  }
  const { namespace, name } = pod.metadata;
  registry.modify(resources.pods, keyOf(pod), draft => {
    draft.spec.nodeName = node.metadata.name;
  });
  events.record(pod, {
    reason: 'Scheduled',
    message: `Successfully assigned ${namespace}/${name} to ${node.metadata.name}`,
  });
}
