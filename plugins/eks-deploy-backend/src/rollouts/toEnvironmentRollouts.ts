import type { EnvironmentRollouts } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { DeployTarget } from '../targets';
import { joinRollouts, type NamespaceRows } from './joinRollouts';
import type { ReflectorState } from './reflector/ReflectorState';

/** What is shown of a DeployTarget. */
export function toEnvironmentRollouts(
  target: DeployTarget,
  rows: NamespaceRows,
  { state, observedAt, problem }: ReflectorState,
): EnvironmentRollouts {
  return {
    environment: target.environment,
    cluster: target.cluster,
    namespace: target.namespace,
    state,
    observedAt: observedAt?.toISOString(),
    problem,
    // Of some kinds of objects only, a wrong picture would be made.
    rollouts:
      state === 'syncing' ? [] : joinRollouts(rows, target.kubernetesId),
  };
}
