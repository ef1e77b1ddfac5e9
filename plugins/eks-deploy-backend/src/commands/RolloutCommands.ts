import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import type {
  DeploymentRecord,
  RedeployRequest,
  RestartRequest,
  RollbackRequest,
  TargetRef,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { Request } from 'express';

/**
 * The operations that change a Rollout.
 *
 * @remarks
 * Each answers as soon as the cluster or GitHub took the change, with the record that is then followed to its end.
 * All throw NotAllowedError without the permission, NotFoundError without the target or the Workload, and ConflictError
 * if the Workload is not as the user saw it.
 */
export interface RolloutCommands {
  /** Same template, new pods. */
  restart: RolloutCommand<RestartRequest>;
  /** An earlier Revision again; NotFoundError lists the Revisions there are. */
  rollback: RolloutCommand<RollbackRequest>;
  /** Runs the deploy workflow; InputError if repository, labels or image can't serve it. */
  redeploy: RolloutCommand<RedeployRequest>;
}

export type RolloutCommand<Body> = (
  ref: TargetRef,
  workload: string,
  body: Body,
  context: CommandContext,
) => Promise<DeploymentRecord>;

/** Who commands; services and other plugins can't. */
export interface CommandContext {
  credentials: BackstageCredentials<BackstageUserPrincipal>;
  /** For the audit event. */
  request?: Request;
}
