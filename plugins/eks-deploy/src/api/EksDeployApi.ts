import { createApiRef } from '@backstage/core-plugin-api';
import type {
  DeploymentRecord,
  EcrImage,
  EksCluster,
  RedeployRequest,
  RestartRequest,
  Revision,
  RollbackRequest,
  RolloutStreamEvents,
  TargetRef,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';

/**
 * Names a Workload of a DeployTarget.
 *
 * @public
 */
export interface WorkloadRef extends TargetRef {
  /** Name of the Deployment. */
  workload: string;
}

/**
 * One server-sent event of a Rollout stream.
 *
 * @public
 */
export type RolloutStreamEvent = {
  [Type in keyof RolloutStreamEvents]: {
    type: Type;
    data: RolloutStreamEvents[Type];
  };
}[keyof RolloutStreamEvents];

/**
 * What the frontend asks of the eks-deploy backend.
 *
 * @remarks
 * Every method throws a `ResponseError` of `@backstage/errors` when the backend refuses.
 *
 * @public
 */
export interface EksDeployApi {
  /** The EKS clusters that a new service can be deployed to. */
  listEksClusters(): Promise<EksCluster[]>;

  /**
   * An entity's Rollouts: a snapshot, then every change, until the backend or the signal ends it.
   *
   * @param entityRef - the full reference, e.g. `component:default/chat`.
   */
  streamRollouts(
    entityRef: string,
    options: { signal: AbortSignal },
  ): AsyncIterable<RolloutStreamEvent>;

  /** The Revisions a Workload can be rolled back to, and those it can't, newest first. */
  listRevisions(workload: WorkloadRef): Promise<Revision[]>;

  /** The images in ECR that a Workload could run, newest first. */
  listImages(workload: WorkloadRef): Promise<EcrImage[]>;

  /** Same template, new pods. */
  restart(
    workload: WorkloadRef,
    request: RestartRequest,
  ): Promise<DeploymentRecord>;

  /** An earlier Revision again. */
  rollback(
    workload: WorkloadRef,
    request: RollbackRequest,
  ): Promise<DeploymentRecord>;

  /** Runs the repository's deploy workflow. */
  redeploy(
    workload: WorkloadRef,
    request: RedeployRequest,
  ): Promise<DeploymentRecord>;
}

/**
 * Reference of the {@link EksDeployApi}.
 *
 * @public
 */
export const eksDeployApiRef = createApiRef<EksDeployApi>({
  id: 'plugin.eks-deploy.api',
});
