import {
  controllerReference,
  isActive,
  isAvailable,
  isControlledBy,
  isReady,
  keyOf,
  type Condition,
  type ObjectKey,
  type Pod,
  type ReplicaSet,
  type ReplicaSetStatus,
} from '../../objects';
import { ApiError, matchesSelector, resources } from '../../storage';
import { newCondition, removeCondition, setCondition } from '../conditions';
import {
  itself,
  ownerOfKind,
  runController,
  type Controller,
  type ControllerContext,
} from '../controller';
import { EventRecorder } from '../eventRecorder';
import { rankForDeletion } from './ranking';

const CREATE_RETRY_MS = 1000;

class ReplicaSetSync {
  private readonly events: EventRecorder;

  constructor(private readonly context: ControllerContext) {
    this.events = new EventRecorder(context.registry, 'replicaset-controller');
  }

  reconcile(key: ObjectKey): number | undefined {
    const { registry } = this.context;
    const set = registry.find(resources.replicaSets, key);
    if (!set) return undefined;
    const before = this.activePods(set);
    const failure = set.metadata.deletionTimestamp
      ? undefined
      : this.manage(set, before);
    const pods = this.activePods(set);
    const now = Date.now();
    registry.modify(
      resources.replicaSets,
      key,
      draft => {
        draft.status = replicaSetStatus(set, pods, failure, now);
      },
      { subresource: 'status' },
    );
    return failure ? CREATE_RETRY_MS : nextAvailability(set, pods, now);
  }

  private activePods(set: ReplicaSet): Pod[] {
    const selects = matchesSelector(set.spec.selector);
    return this.context.registry
      .list(resources.pods, set.metadata.namespace)
      .filter(
        pod =>
          isActive(pod) &&
          isControlledBy(pod, set) &&
          selects(pod.metadata.labels),
      );
  }

  /** Creates or deletes pods; answers with the failure that kept it from creating one. */
  private manage(set: ReplicaSet, pods: Pod[]): Condition | undefined {
    const missing = set.spec.replicas - pods.length;
    if (missing < 0) {
      for (const pod of rankForDeletion(pods, this.relatedPods(set)).slice(
        0,
        -missing,
      )) {
        this.context.registry.delete(resources.pods, keyOf(pod));
        this.events.record(set, {
          reason: 'SuccessfulDelete',
          message: `Deleted pod: ${pod.metadata.name}`,
        });
      }
      return undefined;
    }
    for (let count = 0; count < missing; count++) {
      const failure = this.createPod(set);
      if (failure) return failure;
    }
    return undefined;
  }

  private createPod(set: ReplicaSet): Condition | undefined {
    const { template } = set.spec;
    try {
      const pod = this.context.registry.create(resources.pods, {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: {
          generateName: `${set.metadata.name}-`,
          namespace: set.metadata.namespace,
          labels: template.metadata?.labels,
          annotations: template.metadata?.annotations,
          ownerReferences: [controllerReference(set)],
        },
        spec: template.spec,
      });
      this.events.record(set, {
        reason: 'SuccessfulCreate',
        message: `Created pod: ${pod.metadata.name}`,
      });
      return undefined;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.events.record(set, {
        type: 'Warning',
        reason: 'FailedCreate',
        message: `Error creating: ${error.message}`,
      });
      return newCondition(
        'ReplicaFailure',
        'True',
        'FailedCreate',
        error.message,
      );
    }
  }

  /** The pods of every ReplicaSet of the same Deployment: they say how full a node is. */
  private relatedPods(set: ReplicaSet): Pod[] {
    const { registry } = this.context;
    const owner = set.metadata.ownerReferences?.find(
      ({ controller }) => controller,
    );
    if (!owner) return this.activePods(set);
    return registry
      .list(resources.replicaSets, set.metadata.namespace)
      .filter(other =>
        other.metadata.ownerReferences?.some(({ uid }) => uid === owner.uid),
      )
      .flatMap(other => this.activePods(other));
  }
}

/** Keeps as many pods as each ReplicaSet wants. */
export function runReplicaSetController(
  context: ControllerContext,
): Controller {
  const sync = new ReplicaSetSync(context);
  return runController(
    context,
    [
      { type: resources.replicaSets, keysOf: itself },
      { type: resources.pods, keysOf: ownerOfKind('ReplicaSet') },
    ],
    key => sync.reconcile(key),
  );
}

function replicaSetStatus(
  set: ReplicaSet,
  pods: Pod[],
  failure: Condition | undefined,
  now: number,
): ReplicaSetStatus {
  const labels = matchesSelector({
    matchLabels: set.spec.template.metadata?.labels,
  });
  const count = (predicate: (pod: Pod) => boolean) =>
    pods.filter(predicate).length || undefined;
  const conditions = failure
    ? setCondition(set.status?.conditions, failure)
    : removeCondition(set.status?.conditions, 'ReplicaFailure');
  return {
    replicas: pods.length,
    fullyLabeledReplicas: count(pod => labels(pod.metadata.labels)),
    readyReplicas: count(isReady),
    availableReplicas: count(pod =>
      isAvailable(pod, set.spec.minReadySeconds ?? 0, now),
    ),
    observedGeneration: set.metadata.generation,
    ...(conditions.length && { conditions }),
  };
}

/** When the next ready pod becomes available, if one is on its way. */
function nextAvailability(
  { spec }: ReplicaSet,
  pods: Pod[],
  now: number,
): number | undefined {
  const minReadySeconds = spec.minReadySeconds ?? 0;
  const waits = pods.some(
    pod => isReady(pod) && !isAvailable(pod, minReadySeconds, now),
  );
  return waits ? 250 : undefined;
}
