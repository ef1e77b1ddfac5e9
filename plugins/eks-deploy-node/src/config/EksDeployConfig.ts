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
  /** What may be open at once. */
  limits: LimitsConfig;
}

/**
 * What one replica of the backend keeps open at once; of streams what is above is answered with 429.
 *
 * @public
 */
export interface LimitsConfig {
  /** Of open Deploy tabs: 50 for each user, 2,000 in all by default. */
  rolloutStreams: StreamLimit;
  /** Of open logs, each with up to 20 connections to a cluster: 10 for each user, 200 in all by default. */
  logStreams: StreamLimit;
  /** Namespaces that are watched because somebody looks at them: 500 by default. */
  watchedNamespaces: number;
}

/**
 * How many streams of a kind may be open at once.
 *
 * @public
 */
export interface StreamLimit {
  /** Of one user, or of one service. */
  perUser: number;
  /** Of all together. */
  total: number;
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
 * Lets owners use namespaces of an Environment's cluster, and dispatch workflows of repositories for it.
 *
 * @public
 */
export interface AllowRule {
  /** Full entity references, e.g. `group:default/team-chat`, or `*` for every owner. */
  owners: string[];
  /**
   * Names of namespaces. `*` stands for any text, `{owner}` for the name of an owning Group of the catalog's `default`
   * namespace, and `{name}` for the name of a Component of that namespace; others don't match them. A pattern never
   * matches `kube-*`, `default` or the portal's own namespace; only their written-out names do.
   */
  namespaces: string[];
  /**
   * Repositories whose deploy workflow Redeploy may dispatch: `<owner>/<name>` on any configured GitHub host, or
   * `<host>/<owner>/<name>`, with the same placeholders. Without it only the repository that the catalog read the
   * component from.
   */
  repositories?: string[];
  /** File names of those workflows, with the same placeholders; `deploy.yml` without it. */
  workflows?: string[];
  /**
   * ECR repositories whose images may be listed, by name without the registry, with the same placeholders. Without it
   * `{name}`, `{name}-backend` and `{name}-frontend`.
   */
  images?: string[];
}
