import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { TargetRef } from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { TargetProblem } from './TargetProblem';

/**
 * One component in one Environment, allowed by the operator's configuration.
 *
 * @alpha
 */
export interface DeployTarget extends TargetRef {
  /** The component as the catalog has it. */
  entity: Entity;
  /** The component's owner as a full entity reference, e.g. `group:default/team-chat`. */
  owner: string;
  /** Name of a cluster of the Kubernetes plugin. */
  cluster: string;
  /** The namespace of the Workloads. */
  namespace: string;
  /** Value of the label `backstage.io/kubernetes-id` that every Workload of the component carries. */
  kubernetesId: string;
  /** The repository that the component names, for links; absent when it names none. */
  repository?: Repository;
  /** What Redeploy may dispatch, or why it may not; everything else works all the same. */
  deployWorkflow: DeployWorkflow | { problem: TargetProblem };
  /** Names of the ECR repositories whose images may be listed; `*` stands for any text. */
  imageRepositories: string[];
}

/**
 * A deploy workflow that the operator's configuration allows for the component.
 *
 * @alpha
 */
export interface DeployWorkflow {
  /** Where it is. */
  repository: Repository;
  /** File name below `.github/workflows`, e.g. `deploy.yml`. */
  file: string;
}

/**
 * A GitHub repository, on the host of one of the configured integrations.
 *
 * @alpha
 */
export interface Repository {
  /** Host with its port where it has one, e.g. `github.com`. */
  host: string;
  /** User or organisation. */
  owner: string;
  /** Without the owner. */
  name: string;
}

/** An Environment that an entity can't be shown in, with the reason. */
export interface RefusedTarget extends TargetRef {
  problem: TargetProblem;
}

/** Finds where components run; the only way from a request to a cluster and a namespace. */
export interface TargetResolver<Credentials = BackstageCredentials> {
  /**
   * @throws NotFoundError if the entity, or the Environment for it, does not exist.
   * @throws InputError if an annotation can't work; the message names it and the remedy.
   * @throws NotAllowedError if the configuration does not allow the owner this namespace there.
   */
  resolve(
    ref: TargetRef,
    options: { credentials: Credentials },
  ): Promise<DeployTarget>;
  /**
   * The entity in each of its Environments, in the configuration's or its annotation's order.
   *
   * @throws NotFoundError if the entity does not exist, or not for this user.
   */
  list(
    entityRef: string,
    options: { credentials: Credentials },
  ): Promise<Array<DeployTarget | RefusedTarget>>;
  /**
   * A page of the components that have Workloads, by name, each in each of its Environments.
   *
   * @param page - `owner` is a full entity reference; `cursor` comes from the page before.
   */
  listComponents(
    page: { owner?: string; cursor?: string; limit: number },
    options: { credentials: Credentials },
  ): Promise<{
    components: Array<Array<DeployTarget | RefusedTarget>>;
    nextCursor?: string;
  }>;
}
