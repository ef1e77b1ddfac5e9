import type {
  RolloutWaiting,
  RolloutWaitingKind,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ConditionRow, PodRow, WorkloadRow } from '../rows';
import { findFalse } from './findFalse';
import type { PhaseAndStep } from './getDeploymentPhase';

/** Of pods, from the one that is furthest from being available. */
const STAGES = {
  scheduling: 0,
  'image-pull': 1,
  'init-containers': 2,
  'container-start': 3,
  startup: 4,
  readiness: 5,
  'readiness-gate': 6,
  'min-ready-seconds': 7,
} satisfies Partial<Record<RolloutWaitingKind, number>>;

type Stage = keyof typeof STAGES;

/** Reasons of a waiting container that are about its image. */
const IMAGE_REASONS = ['ErrImagePull', 'ImagePullBackOff', 'InvalidImageName'];

/** What there is to know of a Workload's wait. */
export interface WaitingSigns {
  workload: WorkloadRow;
  /** Those of the newest template. */
  pods: PodRow[];
  conditions?: ConditionRow[];
  now: Date;
}

/** What a pending or progressing Rollout waits for, whether or not something is wrong; undefined where it doesn't. */
export function getWaiting(
  { phase, step }: PhaseAndStep,
  signs: WaitingSigns,
): RolloutWaiting | undefined {
  if (phase === 'pending') {
    return { kind: 'controller' };
  }
  if (phase !== 'progressing') {
    return undefined;
  }
  const since = signs.conditions?.find(
    ({ type }) => type === 'Progressing',
  )?.since;
  if (step === 'promoting') {
    return { kind: 'promotion', since };
  }
  return waitForPods(signs) ?? waitForController(signs, since);
}

/** The newest pods that are not available; those furthest behind count. */
function waitForPods({
  workload,
  pods,
  now,
}: WaitingSigns): RolloutWaiting | undefined {
  const behind = pods
    .filter(({ terminating, phase }) => !terminating && phase !== 'Failed')
    .flatMap(pod => getStage(pod, workload.minReadySeconds, now) ?? [])
    .sort((a, b) => STAGES[a.kind] - STAGES[b.kind]);
  const same = behind.filter(({ kind }) => kind === behind[0].kind);
  const [since] = same.flatMap(stage => stage.since ?? []).sort();
  return same.length > 0
    ? { kind: same[0].kind, since, pods: same.length }
    : undefined;
}

/** How far a pod is; undefined once it is available. */
function getStage(
  pod: PodRow,
  minReadySeconds: number,
  now: Date,
): { kind: Stage; since?: string } | undefined {
  const unscheduled = findFalse(pod, 'PodScheduled');
  if (unscheduled || (!pod.node && pod.containers.length === 0)) {
    return { kind: 'scheduling', since: unscheduled?.since ?? pod.createdAt };
  }
  if (pod.containers.length === 0) {
    return { kind: 'container-start', since: pod.createdAt };
  }
  const unready = pod.containers.filter(({ ready }) => !ready);
  const main = unready.filter(({ init }) => !init);
  const since = findFalse(pod, 'ContainersReady')?.since ?? pod.createdAt;
  if (
    unready.some(({ waiting }) => IMAGE_REASONS.includes(waiting?.reason ?? ''))
  ) {
    return { kind: 'image-pull', since };
  }
  if (findFalse(pod, 'Initialized')) {
    return { kind: 'init-containers', since };
  }
  if (main.some(({ running }) => !running)) {
    return { kind: 'container-start', since };
  }
  const [started] = main.flatMap(({ startedAt }) => startedAt ?? []).sort();
  if (main.length > 0) {
    const kind = main.some(({ starting }) => starting)
      ? 'startup'
      : 'readiness';
    return { kind, since: started ?? since };
  }
  const ready = pod.conditions.find(({ type }) => type === 'Ready');
  if (ready?.status !== 'True') {
    return ready && { kind: 'readiness-gate', since: ready.since };
  }
  const availableAt = Date.parse(ready.since ?? '') + minReadySeconds * 1_000;
  return availableAt > now.getTime()
    ? { kind: 'min-ready-seconds', since: ready.since }
    : undefined;
}

/** No pod that is known of is behind: the controller has to act. */
function waitForController(
  { workload, pods }: WaitingSigns,
  since: string | undefined,
): RolloutWaiting {
  const { desired, updated, total, available } = workload;
  if (updated < desired) {
    return { kind: 'pod-creation', since, pods: desired - updated };
  }
  if (total > updated) {
    return { kind: 'old-pods-ending', since, pods: total - updated };
  }
  return pods.length === 0 && available < updated
    ? { kind: 'availability', since, pods: updated - available }
    : { kind: 'controller', since };
}
