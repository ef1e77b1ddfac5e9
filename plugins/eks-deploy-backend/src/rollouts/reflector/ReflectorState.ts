import type {
  EnvironmentProblem,
  EnvironmentState,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';

/** How far rows can be trusted. */
export interface ReflectorState {
  state: Exclude<EnvironmentState, 'refused'>;
  /** When the cluster was last heard. */
  observedAt?: Date;
  problem?: EnvironmentProblem;
}

/** Whether two say the same, though perhaps of different moments. */
export function isSameState(a: ReflectorState, b: ReflectorState): boolean {
  return a.state === b.state && a.problem?.message === b.problem?.message;
}
