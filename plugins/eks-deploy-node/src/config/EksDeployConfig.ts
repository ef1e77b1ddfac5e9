/**
 * The operator's configuration under `eksDeploy`, as config.d.ts of the backend plugin describes it.
 *
 * @public
 */
export interface EksDeployConfig {
  /** Where EKS clusters are listed; absent when the wizard need not list any. */
  aws?: AwsConfig;
  /** In the order in which they are shown, with unique names; never empty. */
  environments: EnvironmentConfig[];
}

/**
 * How AWS is reached.
 *
 * @public
 */
export interface AwsConfig {
  /** e.g. `eu-west-1`. */
  region: string;
  /** Only for a stand-in or a VPC endpoint. */
  endpoint?: string;
  /** Chooses an entry of `aws.accounts`; the main account without it. */
  accountId?: string;
}

/**
 * A named stage, the cluster it is on, and who may use what there.
 *
 * @public
 */
export interface EnvironmentConfig {
  /** The same as the GitHub Environment's, e.g. `staging`. */
  name: string;
  /** Name of a cluster of the Kubernetes plugin. */
  cluster: string;
  /** Default deny: a component whose owner and namespace no rule names is not let in. */
  allow: AllowRule[];
}

/**
 * Lets owners use namespaces of an Environment's cluster.
 *
 * @public
 */
export interface AllowRule {
  /** Full entity references, e.g. `group:default/team-chat`, or `*` for every owner. */
  owners: string[];
  /**
   * Names of namespaces, in which `*` stands for any text and `{owner}` for the name of an owning group of the catalog's
   * `default` namespace; other owners don't match it.
   */
  namespaces: string[];
}
