import type {
  RolloutCause,
  RolloutCauseKind,
  RolloutPhase,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { Finding } from './Finding';

/** The lower, the more a cause explains. */
const RANK = {
  'invalid-spec': 0,
  quota: 1,
  'service-account': 2,
  admission: 3,
  'webhook-unreachable': 4,
  'pods-not-created': 5,
  'missing-config': 6,
  'image-pull': 7,
  'container-start': 8,
  'mount-failure': 9,
  'pod-sandbox': 10,
  'node-lost': 11,
  'init-failure': 12,
  'oom-killed': 13,
  'liveness-failing': 14,
  'crash-loop': 15,
  unschedulable: 16,
  'readiness-failing': 17,
  'readiness-gate': 18,
  'readiness-gate-unwritten': 19,
  'stuck-terminating': 20,
  evicted: 21,
  'analysis-failed': 22,
  'analysis-inconclusive': 23,
  aborted: 24,
  'deadline-exceeded': 25,
  'awaiting-promotion': 26,
} satisfies Record<RolloutCauseKind, number>;
const MOST_OTHERS = 4;

/**
 * The cause that explains most and the next ones, those of the newest Revision first, one of each kind, with the times
 * of all pods that it holds up; none where nothing needs explaining.
 */
export function chooseCauses(
  findings: Finding[],
  phase: RolloutPhase,
): { cause?: RolloutCause; otherCauses?: RolloutCause[] } {
  const telling = findings
    .filter(finding => explains(finding, phase, findings))
    .sort(compare);
  const [cause, ...others] = telling
    .filter(
      (finding, index) =>
        telling.findIndex(other => isSameKind(other, finding)) === index,
    )
    .map(finding => toCause(mergeOccurrences(finding, telling)));
  return {
    cause,
    otherCauses: others.length > 0 ? others.slice(0, MOST_OTHERS) : undefined,
  };
}

/** Where the spec is still pending, what runs is of the one before. */
function explains(
  { transient }: Finding,
  phase: RolloutPhase,
  findings: Finding[],
): boolean {
  switch (phase) {
    case 'complete':
    case 'stopped':
    case 'pending':
      return false;
    case 'failed':
      return true;
    case 'degraded':
      return !transient || findings.every(finding => finding.transient);
    default:
      return !transient;
  }
}

function isSameKind(a: Finding, b: Finding): boolean {
  return a.kind === b.kind && Boolean(a.earlier) === Boolean(b.earlier);
}

/** By what they explain; of one kind by the pod's name, as times change with each failure and names don't. */
function compare(a: Finding, b: Finding): number {
  return (
    Number(a.earlier ?? false) - Number(b.earlier ?? false) ||
    RANK[a.kind] - RANK[b.kind] ||
    (a.pod ?? '').localeCompare(b.pod ?? '') ||
    (a.since ?? '').localeCompare(b.since ?? '')
  );
}

/** Since the first pod failed, until the last one did; a pod that was created later says less. */
function mergeOccurrences(finding: Finding, findings: Finding[]): Finding {
  const same = findings.filter(
    other => isSameKind(other, finding) && other.revision === finding.revision,
  );
  const restarts = Math.max(0, ...same.map(other => other.restarts ?? 0));
  return {
    ...finding,
    since: same.flatMap(({ since }) => since ?? []).sort()[0],
    lastAt: same
      .flatMap(({ lastAt }) => lastAt ?? [])
      .sort()
      .at(-1),
    restarts: restarts || undefined,
  };
}

function toCause({
  transient: _transient,
  earlier: _earlier,
  unstable: _unstable,
  stableAt: _stableAt,
  flapping: _flapping,
  ...cause
}: Finding): RolloutCause {
  return cause;
}
