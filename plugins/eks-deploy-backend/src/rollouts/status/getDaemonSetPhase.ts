import type { DaemonSetRow } from '../rows';
import type { PhaseAndStep } from './getDeploymentPhase';

/**
 * The phase of a DaemonSet's Rollout, in the order in which `kubectl rollout status` looks.
 *
 * kubectl has no opinion where pods are updated by deleting them; then availability alone decides.
 */
export function getDaemonSetPhase(row: DaemonSetRow): PhaseAndStep {
  const { desired, updated, available } = row;
  if (row.generation > row.observedGeneration) {
    return { phase: 'pending' };
  }
  if (!row.onDelete && updated < desired) {
    return { phase: 'progressing', step: 'creating' };
  }
  if (available < desired) {
    return { phase: 'progressing', step: 'awaiting-availability' };
  }
  return { phase: desired === 0 ? 'stopped' : 'complete' };
}
