import type { EnvironmentRollouts } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { RefusedTarget } from '../targets';

/** How an Environment is shown that nothing may be shown of. */
export function toRefusedEnvironment({
  environment,
  problem: { message, remedy },
}: RefusedTarget): EnvironmentRollouts {
  return {
    environment,
    state: 'refused',
    problem: { message, remedy },
    rollouts: [],
  };
}
