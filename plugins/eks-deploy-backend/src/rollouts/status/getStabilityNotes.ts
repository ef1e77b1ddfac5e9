import type {
  RolloutNote,
  RolloutPhase,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { Finding } from './Finding';

/**
 * Whether pods that failed recover, or fail and recover in turn.
 *
 * @param counted - The phase by the Workload's counts alone: `complete` when all pods are available.
 */
export function getStabilityNotes(
  findings: Finding[],
  phase: RolloutPhase,
  counted: RolloutPhase,
): RolloutNote[] {
  const unstable = findings.filter(finding => finding.unstable);
  if (unstable.length === 0 || phase === 'complete') {
    return [];
  }
  const times = unstable.flatMap(({ stableAt }) => stableAt ?? []);
  const until =
    times.length === unstable.length
      ? new Date(Math.max(...times)).toISOString()
      : undefined;
  if (unstable.some(({ flapping }) => flapping)) {
    return [{ kind: 'flapping', until }];
  }
  return counted === 'complete' ? [{ kind: 'recovering', until }] : [];
}
