import type { RolloutStep } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { ArgoRolloutRow } from '../rows';
import type { PhaseAndStep } from './getDeploymentPhase';

/**
 * The phase of an Argo Rollout, as `kubectl argo rollouts status` has it: the controller's own word, unless it has not
 * seen yet what it is about.
 */
export function getArgoRolloutPhase(row: ArgoRolloutRow): PhaseAndStep {
  if (row.generation > row.observedGeneration || row.unpausing) {
    return { phase: 'pending' };
  }
  switch (row.phase) {
    case 'Healthy':
      return { phase: row.desired === 0 ? 'stopped' : 'complete' };
    case 'Paused':
      return { phase: 'paused' };
    case 'Degraded':
      return { phase: isAborted(row) ? 'aborted' : 'failed' };
    case 'Progressing':
      return lostPods(row)
        ? { phase: 'degraded' }
        : { phase: 'progressing', step: getStep(row) };
    default:
      return { phase: 'pending' };
  }
}

/** Whether the new Revision was given up, and the stable one serves alone. */
export function isAborted({ conditions }: ArgoRolloutRow): boolean {
  return conditions.some(({ reason }) => reason === 'RolloutAborted');
}

/** Whether the new Revision is the one that it would fall back to. */
export function isPromoted({ newest, stable }: ArgoRolloutRow): boolean {
  return newest !== undefined && newest === stable;
}

/** What became unavailable after its success, which the controller takes for going on. */
function lostPods(row: ArgoRolloutRow): boolean {
  return (
    isPromoted(row) &&
    getStep(row) === 'awaiting-availability' &&
    row.conditions.some(
      ({ type, reason }) =>
        type === 'Progressing' && reason === 'ReplicaSetNotAvailable',
    )
  );
}

/** In the order in which the controller looks; undefined while it restarts pods that are all there. */
function getStep(row: ArgoRolloutRow): RolloutStep | undefined {
  const { desired, updated, available, total, strategy } = row;
  if (updated < desired) {
    return 'creating';
  }
  if (available < updated) {
    return 'awaiting-availability';
  }
  if (strategy === 'canary' && total > updated) {
    return 'terminating';
  }
  const switched = strategy !== 'blue-green' || row.active === row.newest;
  return isPromoted(row) && switched ? undefined : 'promoting';
}
