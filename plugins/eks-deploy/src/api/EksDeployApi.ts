import { createApiRef } from '@backstage/core-plugin-api';
import type {
  DeploymentRecord,
  DeploymentRecordPage,
  EcrImage,
  EksCluster,
  LogEnd,
  LogLine,
  LogProblem,
  RedeployRequest,
  RestartRequest,
  Revision,
  RevisionDiff,
  RollbackRequest,
  RolloutSnapshot,
  RolloutStreamEvents,
  TargetRef,
  WorkloadEvent,
  WorkloadPodList,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';

/**
 * Names a Workload of a DeployTarget.
 *
 * @public
 */
export interface WorkloadRef extends TargetRef {
  /** Name of the Deployment, StatefulSet, DaemonSet or Argo Rollout. */
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
 * One server-sent event of a log stream.
 *
 * @public
 */
export type LogStreamEvent =
  | { type: 'line'; data: LogLine }
  | { type: 'problem'; data: LogProblem }
  | { type: 'end'; data: LogEnd };

/**
 * Which logs of a Workload are asked for: one pod's, or those of all pods of its current Revision.
 *
 * @public
 */
export interface LogQuery {
  /** Name of a pod. */
  pod?: string;
  /** Name of a container; the main one by default. */
  container?: string;
  /** What the container's run before this one wrote. */
  previous?: boolean;
  /** Go on with each new line. */
  follow?: boolean;
}

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

  /** An entity's Rollouts as they are now. */
  getRollouts(
    entityRef: string,
    options: { signal: AbortSignal },
  ): Promise<RolloutSnapshot>;

  /**
   * An entity's Rollouts: a snapshot, then every change, until the backend or the signal ends it.
   *
   * @param entityRef - the full reference, e.g. `component:default/chat`.
   */
  streamRollouts(
    entityRef: string,
    options: { signal: AbortSignal },
  ): AsyncIterable<RolloutStreamEvent>;

  /**
   * A page of who had what done to an entity's Workloads, newest first.
   *
   * @param page - `cursor` is the `nextCursor` of the page before, which the last page has none of; `limit` is 20 by
   * default and 100 at most.
   */
  listRecords(
    entityRef: string,
    page?: { cursor?: string; limit?: number },
  ): Promise<DeploymentRecordPage>;

  /** The Revisions a Workload can be rolled back to, and those it can't, newest first. */
  listRevisions(workload: WorkloadRef): Promise<Revision[]>;

  /**
   * What changed in the pod template from one Revision to another.
   *
   * @param revisions - `against` is the one that is compared with, the current one by default.
   */
  getRevisionDiff(
    workload: WorkloadRef,
    revisions: { revision: number; against?: number },
  ): Promise<RevisionDiff>;

  /** The pods of a Workload, newest Revision first. */
  listPods(workload: WorkloadRef): Promise<WorkloadPodList>;

  /** What the cluster says of a Workload and its pods, newest first. */
  listEvents(workload: WorkloadRef): Promise<WorkloadEvent[]>;

  /** What containers of a Workload write, until they end or the signal ends it. */
  streamLogs(
    workload: WorkloadRef,
    query: LogQuery,
    options: { signal: AbortSignal },
  ): AsyncIterable<LogStreamEvent>;

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
