import {
  isSameJson,
  controllerReference,
  isControlledBy,
  keyOf,
  type Deployment,
  type DeploymentStatus,
  type ObjectKey,
  type Pod,
  type ReplicaSet,
} from '../../objects';
import { ApiError, resources } from '../../storage';
import { findCondition, newCondition, setCondition } from '../conditions';
import {
  itself,
  ownerOfKind,
  runController,
  type Controller,
  type ControllerContext,
} from '../controller';
import { EventRecorder } from '../eventRecorder';
import { scaleReplicaSets } from './proportionalScaling';
import {
  expiredRevisions,
  isScalingEvent,
  newReplicaSetAnnotations,
  nextRevision,
  REVISION,
  revisionOf,
  sizeAnnotations,
} from './revisions';
import { newReplicaCount, replicasOf, scaleDownOld } from './rollingArithmetic';
import {
  calculateStatus,
  hasDeadline,
  nextDeadlineCheck,
  withProgress,
  withReplicaFailure,
} from './status';
import { findNewReplicaSet, TEMPLATE_HASH, templateHash } from './templateHash';

/** A Deployment with the ReplicaSets it controls, at one moment. */
interface Rollout {
  deployment: Deployment;
  newReplicaSet?: ReplicaSet;
  old: ReplicaSet[];
}

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
      return this.writeStatus(this.observe(found), { estimate: false });
    }
    const deployment = this.syncPausedCondition(found);
    const rollout = this.syncRevision(this.observe(deployment));
    const all = replicaSetsOf(rollout);
    if (deployment.spec.paused || isScalingEvent(deployment, all)) {
      this.resize(
        rollout,
        scaleReplicaSets(deployment, rollout.newReplicaSet, rollout.old),
      );
      if (deployment.spec.paused) this.cleanUp(rollout);
      return this.writeStatus(this.refresh(rollout), { estimate: false });
    }
    return deployment.spec.strategy.type === 'Recreate'
      ? this.recreate(rollout)
      : this.roll(rollout);
  }

  private roll(before: Rollout): number | undefined {
    const rollout = this.ensureNewReplicaSet(before);
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
    return this.writeStatus(this.refresh(rollout), { estimate: true });
  }

  private recreate(before: Rollout): number | undefined {
    const zero = new Map(before.old.map(set => [set.metadata.name, 0]));
    if (replicasOf(before.old) > 0) {
      this.resize(before, zero);
      return this.writeStatus(this.refresh(before), { estimate: true });
    }
    if (this.oldPodsRunning(before)) {
      return this.writeStatus(before, { estimate: true });
    }
    const rollout = this.ensureNewReplicaSet(before);
    const { deployment, newReplicaSet } = rollout;
    if (!newReplicaSet) return undefined;
    this.resize(
      rollout,
      new Map([[newReplicaSet.metadata.name, deployment.spec.replicas]]),
    );
    this.cleanUp(rollout);
    return this.writeStatus(this.refresh(rollout), { estimate: true });
  }

  private observe(deployment: Deployment): Rollout {
    const sets = this.context.registry
      .list(resources.replicaSets, deployment.metadata.namespace)
      .filter(set => isControlledBy(set, deployment));
    const newReplicaSet = findNewReplicaSet(deployment, sets);
    return {
      deployment,
      newReplicaSet,
      old: sets.filter(set => set !== newReplicaSet),
    };
  }

  private refresh({ deployment }: Rollout): Rollout {
    return this.observe(
      this.context.registry.get(resources.deployments, keyOf(deployment)),
    );
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
    return this.setProgressing(
      deployment,
      'Unknown',
      paused ? 'DeploymentPaused' : 'DeploymentResumed',
      paused ? 'Deployment is paused' : 'Deployment is resumed',
    );
  }

  /** Gives the new ReplicaSet the highest number, also when it is an old one that a rollback brought back. */
  private syncRevision(rollout: Rollout): Rollout {
    const { registry } = this.context;
    const { deployment, newReplicaSet, old } = rollout;
    if (!newReplicaSet) return rollout;
    const annotations = newReplicaSetAnnotations(
      deployment,
      newReplicaSet.metadata.annotations ?? {},
      nextRevision(old),
    );
    const { minReadySeconds } = deployment.spec;
    let updated = newReplicaSet;
    if (
      !isSameJson(annotations, newReplicaSet.metadata.annotations) ||
      (newReplicaSet.spec.minReadySeconds ?? 0) !== (minReadySeconds ?? 0)
    ) {
      updated = registry.modify(
        resources.replicaSets,
        keyOf(newReplicaSet),
        draft => {
          draft.metadata.annotations = annotations;
          draft.spec.minReadySeconds = minReadySeconds;
        },
      );
    }
    const numbered = this.setRevision(deployment, revisionOf(updated));
    const isFound =
      hasDeadline(numbered) &&
      !findCondition(numbered.status?.conditions, 'Progressing');
    return {
      deployment: isFound
        ? this.setProgressing(
            numbered,
            'True',
            'FoundNewReplicaSet',
            `Found new replica set "${updated.metadata.name}"`,
          )
        : numbered,
      newReplicaSet: updated,
      old,
    };
  }

  private ensureNewReplicaSet(rollout: Rollout): Rollout {
    const { deployment, newReplicaSet, old } = rollout;
    if (newReplicaSet) return rollout;
    const revision = nextRevision(old);
    const created = this.createReplicaSet(deployment, old, revision);
    if (!created) return rollout;
    if (created.spec.replicas > 0) {
      this.events.record(deployment, {
        reason: 'ScalingReplicaSet',
        message: `Scaled up replica set ${created.metadata.name} from 0 to ${created.spec.replicas}`,
      });
    }
    const numbered = this.setRevision(deployment, revision);
    return {
      deployment: hasDeadline(numbered)
        ? this.setProgressing(
            numbered,
            'True',
            'NewReplicaSetCreated',
            `Created new replica set "${created.metadata.name}"`,
          )
        : numbered,
      newReplicaSet: created,
      old,
    };
  }

  private createReplicaSet(
    deployment: Deployment,
    old: ReplicaSet[],
    revision: number,
  ): ReplicaSet | undefined {
    const { metadata, spec } = deployment;
    const hash = templateHash(spec.template, deployment.status?.collisionCount);
    const labels = { ...spec.template.metadata?.labels, [TEMPLATE_HASH]: hash };
    try {
      return this.context.registry.create(resources.replicaSets, {
        apiVersion: 'apps/v1',
        kind: 'ReplicaSet',
        metadata: {
          name: `${metadata.name}-${hash}`,
          namespace: metadata.namespace,
          labels,
          annotations: newReplicaSetAnnotations(
            deployment,
            undefined,
            revision,
          ),
          ownerReferences: [controllerReference(deployment)],
        },
        spec: {
          replicas: newReplicaCount(deployment, old, 0),
          ...(spec.minReadySeconds && {
            minReadySeconds: spec.minReadySeconds,
          }),
          selector: {
            ...spec.selector,
            matchLabels: {
              ...spec.selector.matchLabels,
              [TEMPLATE_HASH]: hash,
            },
          },
          template: {
            ...spec.template,
            metadata: { ...spec.template.metadata, labels },
          },
        },
      });
    } catch (error) {
      if (!(error instanceof ApiError) || error.reason !== 'AlreadyExists') {
        throw error;
      }
      // The name belongs to a ReplicaSet with another template, or not (yet) to this Deployment: hash once more.
      this.patchStatus(deployment, {
        ...deployment.status,
        collisionCount: (deployment.status?.collisionCount ?? 0) + 1,
      });
      return undefined;
    }
  }

  /** Scales the named ReplicaSets, tells it by events, and answers whether any changed its size. */
  private resize(rollout: Rollout, sizes: Map<string, number>): boolean {
    const { deployment } = rollout;
    let scaled = false;
    for (const set of replicaSetsOf(rollout)) {
      const { name } = set.metadata;
      const before = set.spec.replicas;
      const size = sizes.get(name) ?? before;
      const isNamed = sizes.has(name) || before > 0;
      if (!isNamed) continue;
      this.context.registry.modify(resources.replicaSets, keyOf(set), draft => {
        draft.spec.replicas = size;
        draft.metadata.annotations = {
          ...draft.metadata.annotations,
          ...sizeAnnotations(deployment),
        };
      });
      if (size === before) continue;
      scaled = true;
      this.events.record(deployment, {
        reason: 'ScalingReplicaSet',
        message: `Scaled ${
          size > before ? 'up' : 'down'
        } replica set ${name} from ${before} to ${size}`,
      });
    }
    return scaled;
  }

  private cleanUp({ deployment, old }: Rollout): void {
    for (const set of expiredRevisions(deployment, old)) {
      this.context.registry.delete(resources.replicaSets, keyOf(set));
    }
  }

  private oldPodsRunning({ deployment, newReplicaSet, old }: Rollout): boolean {
    const isRunning = (pod: Pod) =>
      pod.status.phase !== 'Failed' && pod.status.phase !== 'Succeeded';
    return this.context.registry
      .list(resources.pods, deployment.metadata.namespace)
      .some(
        pod =>
          isRunning(pod) &&
          old.some(set => set !== newReplicaSet && isControlledBy(pod, set)),
      );
  }

  private writeStatus(
    { deployment, newReplicaSet, old }: Rollout,
    { estimate }: { estimate: boolean },
  ): number | undefined {
    const now = Date.now();
    const all = [...old, ...(newReplicaSet ? [newReplicaSet] : [])];
    const counted = calculateStatus(deployment, newReplicaSet, all, now);
    const status = estimate
      ? withReplicaFailure(
          withProgress(deployment, newReplicaSet, counted, now),
          newReplicaSet,
          all,
        )
      : counted;
    this.patchStatus(deployment, status);
    return estimate ? nextDeadlineCheck(deployment, status, now) : undefined;
  }

  private setRevision(deployment: Deployment, revision: number): Deployment {
    if (revisionOf(deployment) === revision) return deployment;
    return this.context.registry.modify(
      resources.deployments,
      keyOf(deployment),
      draft => {
        draft.metadata.annotations = {
          ...draft.metadata.annotations,
          [REVISION]: String(revision),
        };
      },
      { subresource: 'status' },
    );
  }

  private setProgressing(
    deployment: Deployment,
    status: 'True' | 'False' | 'Unknown',
    reason: string,
    message: string,
  ): Deployment {
    return this.patchStatus(deployment, {
      ...deployment.status,
      conditions: setCondition(
        deployment.status?.conditions,
        newCondition('Progressing', status, reason, message),
      ),
    });
  }

  private patchStatus(
    deployment: Deployment,
    status: DeploymentStatus,
  ): Deployment {
    return this.context.registry.modify(
      resources.deployments,
      keyOf(deployment),
      draft => {
        draft.status = status;
      },
      { subresource: 'status' },
    );
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

function replicaSetsOf({ newReplicaSet, old }: Rollout): ReplicaSet[] {
  return [...(newReplicaSet ? [newReplicaSet] : []), ...old];
}
