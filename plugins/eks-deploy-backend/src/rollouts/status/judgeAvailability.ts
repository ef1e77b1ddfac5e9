import type {
  AutoscalerRow,
  DeploymentRow,
  PodRow,
  ReplicaSetRow,
} from '../rows';
import type { Finding } from './Finding';
import { findNewReplicaSet } from './findNewReplicaSet';
import { findCondition, type PhaseAndStep } from './getDeploymentPhase';
import { PATIENCE_MS } from './patience';

/** Pods of a new number of replicas are created within this time before and after it is reported. */
const SCALING_MS = { before: 5_000, after: 30_000 };

/** The controller counts a pod within this time after it became available. */
const COUNTED_MS = 5_000;

/** A Deployment and the pods of its newest Revision at one moment. */
export interface Standing {
  deployment: DeploymentRow;
  newPods: PodRow[];
  /** Its template was rolled out, so that its pods come and go for another reason. */
  rolledOut: boolean;
  /** When its number of replicas was last changed, if that was after its rollout. */
  scaledAt?: string;
  now: Date;
}

/**
 * Whether the Deployment's own template was complete, and is still the only one with pods: the controller says so of the
 * template before until it works on a new one.
 */
export function isRolledOut(
  deployment: DeploymentRow,
  replicaSets: ReplicaSetRow[],
): boolean {
  const newest = findNewReplicaSet(deployment, replicaSets);
  const isNewest =
    newest?.template === deployment.template &&
    newest.revision === deployment.revision;
  return (
    findCondition(deployment, 'Progressing')?.reason ===
      'NewReplicaSetAvailable' &&
    (isNewest || replicaSets.length === 0) &&
    replicaSets.every(({ uid, replicas }) => uid === newest?.uid || !replicas)
  );
}

/** When a Deployment was last scaled, by whomever; what its own rollout scaled before its end doesn't count. */
export function getScaledAt(
  deployment: DeploymentRow,
  newest: ReplicaSetRow | undefined,
  autoscaler: AutoscalerRow | undefined,
): string | undefined {
  const doneAt = findCondition(deployment, 'Progressing')?.since ?? '';
  return [newest?.scaledAt, autoscaler?.lastScaledAt]
    .flatMap(time => (time && time >= doneAt ? time : []))
    .sort()
    .at(-1);
}

/** Pods that have never been ready, and were created for a higher number of replicas. */
export function findScaledPods(standing: Standing): PodRow[] {
  const scaledAt = Date.parse(standing.scaledAt ?? '');
  return standing.newPods.filter(pod => {
    const sinceScaled = Date.parse(pod.createdAt) - scaledAt;
    return (
      isStarting(pod, standing) &&
      sinceScaled >= -SCALING_MS.before &&
      sinceScaled <= SCALING_MS.after
    );
  });
}

/**
 * What a finding weighs once the template is rolled out: a pod that takes the place of another, or is one more, may wait
 * for a node for a while, and may take as long to start as the Deployment's own deadline says.
 */
export function weighFinding(
  finding: Finding,
  pod: PodRow,
  standing: Standing,
): Finding {
  if (!standing.rolledOut || !isStarting(pod, standing)) {
    return finding;
  }
  if (standing.now.getTime() >= getStartDueAt(pod, standing.deployment)) {
    return { ...finding, transient: false };
  }
  return finding.kind === 'unschedulable' && !isOver(finding.since, standing)
    ? { ...finding, transient: true }
    : finding;
}

/** By when a pod has to be ready, in milliseconds since the epoch; infinite where the Deployment has no deadline. */
export function getStartDueAt(
  { createdAt }: PodRow,
  { progressDeadlineSeconds = Infinity }: DeploymentRow,
): number {
  return Date.parse(createdAt) + progressDeadlineSeconds * 1_000;
}

/**
 * The phase once pods are looked at, as counts alone can't tell one more pod from one pod less: a Rollout is degraded when
 * pods that were available are lost, or fail; and until pods that failed are stable again, however many are available.
 *
 * @param counted - The phase by the Deployment's own counts.
 */
export function judgeAvailability(
  counted: PhaseAndStep,
  findings: Finding[],
  standing: Standing,
): PhaseAndStep {
  if (
    counted.phase !== 'progressing' ||
    counted.step === 'terminating' ||
    !standing.rolledOut
  ) {
    return holdWhileUnstable(counted, findings);
  }
  return hasLostPods(findings, standing) ? { phase: 'degraded' } : counted;
}

/** Between two crashes all pods are available for a moment: that is not yet complete. */
export function holdWhileUnstable(
  counted: PhaseAndStep,
  findings: Finding[],
): PhaseAndStep {
  return counted.phase === 'complete' &&
    findings.some(({ unstable }) => unstable)
    ? { phase: 'degraded' }
    : counted;
}

function hasLostPods(findings: Finding[], standing: Standing): boolean {
  const { deployment, newPods } = standing;
  const active = newPods.filter(isActive);
  if (findings.some(finding => isLoss(finding, standing))) {
    return true;
  }
  const lapsed = active.filter(pod => hasLapsed(pod, standing));
  if (
    lapsed.some(pod => isOver(findReady(pod)?.since, standing)) ||
    (lapsed.length > 0 && deployment.available === 0)
  ) {
    return true;
  }
  const unavailable = findCondition(deployment, 'Available');
  return (
    // No pod says why, or nothing serves any more.
    (active.length === 0 || deployment.available === 0) &&
    findScaledPods(standing).length === 0 &&
    unavailable?.status === 'False' &&
    isOver(unavailable.since, standing)
  );
}

/** Whether a finding is about pods that are lost, and not about one that still has time to start. */
function isLoss(finding: Finding, standing: Standing): boolean {
  const { scaledAt, deployment, newPods, now } = standing;
  const { transient, earlier, kind, pod, since } = finding;
  if (transient || earlier || kind === 'stuck-terminating') {
    return false;
  }
  if (pod === undefined) {
    const sinceScaled = Date.parse(since ?? '') - Date.parse(scaledAt ?? '');
    return !(Math.abs(sinceScaled) <= SCALING_MS.after);
  }
  const starting = newPods.find(
    one => one.name === pod && isStarting(one, standing),
  );
  return (
    kind === 'node-lost' ||
    !starting ||
    now.getTime() >= getStartDueAt(starting, deployment)
  );
}

/** Whether a pod was ready and is no longer: at a rollout's end all its pods are. */
export function hasLapsed(pod: PodRow, { deployment }: Standing): boolean {
  const doneAt = findCondition(deployment, 'Progressing')?.since ?? '';
  return (
    isActive(pod) &&
    findReady(pod)?.status === 'False' &&
    (pod.wasReady || pod.createdAt < doneAt)
  );
}

/** Whether a pod goes away, or takes the place of another and is not available yet; one that only lapsed does neither. */
export function isReplaced(pod: PodRow, standing: Standing): boolean {
  const { deployment, now } = standing;
  const doneAt = findCondition(deployment, 'Progressing')?.since ?? '';
  const ready = findReady(pod);
  const availableAt =
    Date.parse(ready?.since ?? '') + deployment.minReadySeconds * 1_000;
  return (
    pod.terminating ||
    isStarting(pod, standing) ||
    (pod.createdAt > doneAt &&
      ready?.status === 'True' &&
      now.getTime() < availableAt + COUNTED_MS)
  );
}

/** A pod that has never been ready so far. */
function isStarting(pod: PodRow, standing: Standing): boolean {
  return (
    isActive(pod) &&
    findReady(pod)?.status !== 'True' &&
    !hasLapsed(pod, standing)
  );
}

function isActive({ terminating, phase }: PodRow): boolean {
  return !terminating && phase !== 'Failed' && phase !== 'Succeeded';
}

function findReady({ conditions }: PodRow) {
  return conditions.find(({ type }) => type === 'Ready');
}

function isOver(since: string | undefined, { now }: Standing): boolean {
  // Without a time nothing says that it is recent.
  return !(now.getTime() - Date.parse(since ?? '') < PATIENCE_MS);
}
