import type {
  RolloutPhase,
  RolloutStep,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { DeploymentRow, WorkloadRow } from '../rows';

/** Phase of a Workload and, while it progresses, how far it is. */
export interface PhaseAndStep {
  phase: RolloutPhase;
  step?: RolloutStep;
}

/** The phase of a Deployment's Rollout by its counts alone, in the order in which `kubectl rollout status` looks. */
export function getDeploymentPhase(deployment: DeploymentRow): PhaseAndStep {
  if (deployment.generation > deployment.observedGeneration) {
    return { phase: 'pending' };
  }
  const progressing = findCondition(deployment, 'Progressing');
  if (progressing?.reason === 'ProgressDeadlineExceeded') {
    return { phase: 'failed' };
  }
  const step = getStep(deployment);
  if (deployment.paused) {
    return { phase: 'paused' };
  }
  if (step) {
    return { phase: 'progressing', step };
  }
  return { phase: deployment.desired === 0 ? 'stopped' : 'complete' };
}

/** A condition of a Deployment. */
export function findCondition({ conditions }: DeploymentRow, type: string) {
  return conditions.find(condition => condition.type === type);
}

function getStep({
  desired,
  total,
  updated,
  available,
}: WorkloadRow): RolloutStep | undefined {
  if (updated < desired) {
    return 'creating';
  }
  if (total > updated) {
    return 'terminating';
  }
  return available < updated ? 'awaiting-availability' : undefined;
}
