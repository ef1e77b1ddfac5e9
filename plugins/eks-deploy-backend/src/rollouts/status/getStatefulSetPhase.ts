import type { StatefulSetRow } from '../rows';
import type { PhaseAndStep } from './getDeploymentPhase';

/**
 * The phase of a StatefulSet's Rollout, in the order in which `kubectl rollout status` looks.
 *
 * kubectl has no opinion where pods are updated by deleting them; then readiness alone decides.
 */
export function getStatefulSetPhase(row: StatefulSetRow): PhaseAndStep {
  const { desired, ready, updated, partition } = row;
  if (row.observedGeneration === 0 || row.generation > row.observedGeneration) {
    return { phase: 'pending' };
  }
  if (ready < desired) {
    return { phase: 'progressing', step: 'awaiting-availability' };
  }
  const done = { phase: desired === 0 ? 'stopped' : 'complete' } as const;
  if (row.onDelete) {
    return done;
  }
  if (partition > 0) {
    return updated < desired - partition
      ? { phase: 'progressing', step: 'creating' }
      : done;
  }
  return row.updateRevision === row.currentRevision
    ? done
    : { phase: 'progressing', step: 'creating' };
}
