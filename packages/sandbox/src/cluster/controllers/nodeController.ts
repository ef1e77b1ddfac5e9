import {
  keyOf,
  timestamp,
  type Node,
  type ObjectKey,
  type Pod,
} from '../objects';
import { resources } from '../storage';
import { findCondition } from './conditions';
import {
  itself,
  runController,
  type Controller,
  type ControllerContext,
} from './controller';
import { EventRecorder } from './eventRecorder';

/** Takes the pods of a node that isn't ready for not ready, as nothing is heard of them. */
export function runNodeController(context: ControllerContext): Controller {
  const { registry } = context;
  const events = new EventRecorder(registry, 'node-controller');
  const reconcile = (key: ObjectKey): undefined => {
    const node = registry.find(resources.nodes, key);
    if (!node || isReady(node)) return;
    const pods = registry
      .list(resources.pods)
      .filter(pod => pod.spec.nodeName === key.name && isReady(pod));
    for (const pod of pods) {
      registry.modify(
        resources.pods,
        keyOf(pod),
        draft => {
          const ready = findCondition(draft.status.conditions, 'Ready');
          if (!ready) return;
          ready.status = 'False';
          ready.lastTransitionTime = timestamp();
        },
        { subresource: 'status' },
      );
      events.record(pod, {
        type: 'Warning',
        reason: 'NodeNotReady',
        message: 'Node is not ready',
      });
    }
  };
  return runController(
    context,
    [{ type: resources.nodes, keysOf: itself }],
    reconcile,
  );
}

function isReady({ status }: Node | Pod): boolean {
  return findCondition(status.conditions, 'Ready')?.status === 'True';
}
