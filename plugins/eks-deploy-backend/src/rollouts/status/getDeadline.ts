import type { ConditionRow } from '../rows';
import type { PhaseAndStep } from './getDeploymentPhase';

/**
 * When a progressing Rollout fails unless it makes progress before: the controller adds the deadline to the last update of
 * its Progressing condition.
 *
 * @returns undefined where no deadline runs: none is set, or what moves is no rollout, e.g. scaling.
 */
export function getDeadline(
  { phase }: PhaseAndStep,
  {
    conditions,
    progressDeadlineSeconds,
  }: { conditions: ConditionRow[]; progressDeadlineSeconds?: number },
): string | undefined {
  const progressing = conditions.find(({ type }) => type === 'Progressing');
  const runs =
    phase === 'progressing' &&
    progressDeadlineSeconds !== undefined &&
    progressing?.status === 'True' &&
    progressing.reason !== 'NewReplicaSetAvailable';
  const begunAt = runs ? Date.parse(progressing.since ?? '') : NaN;
  return runs && Number.isFinite(begunAt)
    ? new Date(begunAt + progressDeadlineSeconds * 1_000).toISOString()
    : undefined;
}
