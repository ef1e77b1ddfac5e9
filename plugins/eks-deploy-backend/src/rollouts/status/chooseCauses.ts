import type {
  RolloutCause,
  RolloutPhase,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { Finding } from './Finding';

/** From the one that explains most to the one that explains least. */
const RANK: Array<RolloutCause['kind']> = [
  'invalid-spec',
  'quota',
  'service-account',
  'admission',
  'pods-not-created',
  'missing-config',
  'image-pull',
  'container-start',
  'mount-failure',
  'pod-sandbox',
  'node-lost',
  'init-failure',
  'oom-killed',
  'liveness-failing',
  'crash-loop',
  'unschedulable',
  'readiness-failing',
  'readiness-gate',
  'stuck-terminating',
  'evicted',
  'analysis-failed',
  'analysis-inconclusive',
  'aborted',
  'deadline-exceeded',
  'awaiting-promotion',
];
const MOST_OTHERS = 4;

/** The most telling cause and the next ones, one of each kind; none where nothing needs explaining. */
export function chooseCauses(
  findings: Finding[],
  phase: RolloutPhase,
): { cause?: RolloutCause; otherCauses?: RolloutCause[] } {
  const telling = findings
    .filter(finding => explains(finding, phase))
    .sort(compare);
  const [cause, ...others] = telling
    .filter(
      ({ kind }, index) =>
        telling.findIndex(other => other.kind === kind) === index,
    )
    .map(({ passing: _, ...found }) => found);
  return {
    cause,
    otherCauses: others.length > 0 ? others.slice(0, MOST_OTHERS) : undefined,
  };
}

/** Where the spec is still pending, what runs is of the one before. */
function explains({ passing }: Finding, phase: RolloutPhase): boolean {
  switch (phase) {
    case 'complete':
    case 'stopped':
    case 'pending':
      return false;
    case 'failed':
    case 'degraded':
      return true;
    default:
      return !passing;
  }
}

/** By what they explain; of one kind the first to show, so that the choice does not jump from pod to pod. */
function compare(a: Finding, b: Finding): number {
  return (
    RANK.indexOf(a.kind) - RANK.indexOf(b.kind) ||
    (a.since ?? '').localeCompare(b.since ?? '') ||
    (a.pod ?? '').localeCompare(b.pod ?? '')
  );
}
