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
