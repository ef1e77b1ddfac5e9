import { keyOf, type Deployment, type ObjectKey } from '../../objects';
import { resources } from '../../storage';
import { findCondition } from '../conditions';
import {
  itself,
  ownerOfKind,
  runController,
  type Controller,
  type ControllerContext,
} from '../controller';
import { EventRecorder } from '../eventRecorder';
import {
  writeCounts,
  writeProgress,
  writeProgressing,
} from './deploymentWrites';
import { createNewReplicaSet, numberNewReplicaSet } from './newReplicaSet';
import { scaleReplicaSets } from './proportionalScaling';
import { recordScaling, resizeReplicaSets } from './resize';
import { expiredRevisions, isScalingEvent } from './revisions';
import { newReplicaCount, replicasOf, scaleDownOld } from './rollingArithmetic';
import {
  hasOldPods,
  observeRollout,
  refreshRollout,
  replicaSetsOf,
  type Rollout,
} from './rollout';
import { hasDeadline } from './status';

class DeploymentSync {
  private readonly events: EventRecorder;

  constructor(private readonly context: ControllerContext) {
    this.events = new EventRecorder(context.registry, 'deployment-controller');
  }

  reconcile(key: ObjectKey): number | undefined {
    const { registry } = this.context;
    const found = registry.find(resources.deployments, key);
    if (!found) return undefined;
    if (found.metadata.deletionTimestamp) {
      writeCounts(registry, observeRollout(registry, found));
      return undefined;
    }
    const deployment = this.syncPausedCondition(found);
    const rollout = numberNewReplicaSet(
      registry,
      observeRollout(registry, deployment),
    );
    const isScaling = isScalingEvent(deployment, replicaSetsOf(rollout));
    if (deployment.spec.paused || isScaling) {
      this.scale(rollout);
      return undefined;
    }
    return deployment.spec.strategy.type === 'Recreate'
      ? this.recreate(rollout)
      : this.roll(rollout);
  }

  /** Only the size changes, and of a paused Deployment nothing else may. */
  private scale(rollout: Rollout): void {
    const { registry } = this.context;
    const { deployment, newReplicaSet, old } = rollout;
    this.resize(rollout, scaleReplicaSets(deployment, newReplicaSet, old));
    if (deployment.spec.paused) this.cleanUp(rollout);
    writeCounts(registry, refreshRollout(registry, rollout));
  }

  private roll(before: Rollout): number | undefined {
    const rollout = this.withNewReplicaSet(before);
    const { deployment, newReplicaSet, old } = rollout;
    if (!newReplicaSet) return undefined;
    const current = newReplicaSet.spec.replicas;
    const wanted = newReplicaCount(deployment, replicaSetsOf(rollout), current);
    const sizes =
      wanted !== current
        ? new Map([[newReplicaSet.metadata.name, wanted]])
        : scaleDownOld(deployment, newReplicaSet, old);
    const scaled = this.resize(rollout, sizes);
    if (!scaled) this.cleanUp(rollout);
    return this.report(rollout);
  }

  private recreate(before: Rollout): number | undefined {
    const zero = new Map(before.old.map(set => [set.metadata.name, 0]));
    if (replicasOf(before.old) > 0) {
      this.resize(before, zero);
      return this.report(before);
    }
    if (hasOldPods(this.context.registry, before)) return this.report(before);
    const rollout = this.withNewReplicaSet(before);
    const { deployment, newReplicaSet } = rollout;
    if (!newReplicaSet) return undefined;
    this.resize(
      rollout,
      new Map([[newReplicaSet.metadata.name, deployment.spec.replicas]]),
    );
    this.cleanUp(rollout);
    return this.report(rollout);
  }

  /** Time spent paused must not count against the deadline: the condition's time starts anew with pause and resume. */
  private syncPausedCondition(deployment: Deployment): Deployment {
    const current = findCondition(deployment.status?.conditions, 'Progressing');
    if (
      !hasDeadline(deployment) ||
      current?.reason === 'ProgressDeadlineExceeded'
    ) {
      return deployment;
    }
    const paused = deployment.spec.paused ?? false;
    if (paused === (current?.reason === 'DeploymentPaused')) return deployment;
    return writeProgressing(this.context.registry, deployment, {
      status: 'Unknown',
      reason: paused ? 'DeploymentPaused' : 'DeploymentResumed',
      message: paused ? 'Deployment is paused' : 'Deployment is resumed',
    });
  }

  private withNewReplicaSet(before: Rollout): Rollout {
    if (before.newReplicaSet) return before;
    const rollout = createNewReplicaSet(this.context.registry, before);
    const { deployment, newReplicaSet } = rollout;
    if (newReplicaSet && newReplicaSet.spec.replicas > 0) {
      recordScaling(this.events, deployment, newReplicaSet, {
        from: 0,
        to: newReplicaSet.spec.replicas,
      });
    }
    return rollout;
  }

  private resize(rollout: Rollout, sizes: Map<string, number>): boolean {
    return resizeReplicaSets(this.context, this.events, rollout, sizes);
  }

  private cleanUp({ deployment, old }: Rollout): void {
    for (const set of expiredRevisions(deployment, old)) {
      this.context.registry.delete(resources.replicaSets, keyOf(set));
    }
  }

  private report(rollout: Rollout): number | undefined {
    const { registry } = this.context;
    return writeProgress(registry, refreshRollout(registry, rollout));
  }
}

/** Rolls Deployments, in the steps and with the words of the real controller. */
export function runDeploymentController(
  context: ControllerContext,
): Controller {
  const { registry } = context;
  const sync = new DeploymentSync(context);
  return runController(
    context,
    [
      { type: resources.deployments, keysOf: itself },
      { type: resources.replicaSets, keysOf: ownerOfKind('Deployment') },
      {
        // Recreate waits for the last old pod to be gone.
        type: resources.pods,
        keysOf: (pod, event) =>
          event.type === 'DELETED'
            ? ownerOfKind('ReplicaSet')(pod).flatMap(key => {
                const set = key && registry.find(resources.replicaSets, key);
                return set ? ownerOfKind('Deployment')(set) : [];
              })
            : [],
      },
    ],
    key => sync.reconcile(key),
  );
}
