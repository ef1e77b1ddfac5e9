export interface Config {
  /** What EKS Deploy shows and who may use what; checked when the backend starts. */
  eksDeploy?: {
    /** Where EKS clusters are listed for the Create wizard. */
    aws?: {
      /**
       * The AWS region, e.g. `eu-west-1`.
       * @visibility backend
       */
      region: string;
      /**
       * Address of the AWS API; only for a stand-in or a VPC endpoint.
       * @visibility backend
       */
      endpoint?: string;
      /**
       * Chooses an entry of `aws.accounts` by its 12 digits, in quotes; the main account without it.
       * @visibility backend
       */
      accountId?: string;
    };
    /**
     * The Environments, in the order in which they are shown. Without it the only cluster that the Kubernetes plugin's
     * configuration lists is the only Environment, in which each group may use the namespace of its own name.
     */
    environments?: Array<{
      /**
       * Lower-case letters, digits and `-`; the same name as the GitHub Environment.
       * @visibility backend
       */
      name: string;
      /**
       * Name of a cluster of the Kubernetes plugin.
       * @visibility backend
       */
      cluster: string;
      /** Default deny: which owners may use which namespaces here, and dispatch which workflows for them. */
      allow: Array<{
        /**
         * Entity references, e.g. `group:default/team-chat`, or `*` for every owner.
         * @visibility backend
         */
        owners: string[];
        /**
         * Names of namespaces, in which `*` stands for any text, `{owner}` for the owning group's name and `{name}` for
         * the component's. A pattern never matches `kube-*`, `default` or the portal's own namespace; only their
         * written-out names do.
         * @visibility backend
         */
        namespaces: string[];
        /**
         * Repositories whose workflow Redeploy may dispatch, e.g. `example-org/*` or `github.com/example-org/{name}`;
         * only the one that the catalog read the component from without it.
         * @visibility backend
         */
        repositories?: string[];
        /**
         * File names of those workflows, in which `*` stands for any text; `deploy.yml` without it.
         * @visibility backend
         */
        workflows?: string[];
        /**
         * ECR repositories whose images may be listed, e.g. `{name}-*`; `{name}`, `{name}-backend` and `{name}-frontend`
         * without it.
         * @visibility backend
         */
        images?: string[];
      }>;
    }>;
    /** What each replica of the backend keeps open at once; of streams what is above is answered with 429. */
    limits?: {
      /**
       * Namespaces that are watched because somebody looks at a Deploy tab or the fleet; 500 by default. The page says of
       * one above that it is not watched.
       * @visibility backend
       */
      watchedNamespaces?: number;
      /** Open Deploy tabs. */
      rolloutStreams?: {
        /**
         * Of one user, or of one service; 50 by default.
         * @visibility backend
         */
        perUser?: number;
        /**
         * Of all together; 2,000 by default.
         * @visibility backend
         */
        total?: number;
      };
      /** Open logs, each with up to 20 connections to a cluster. */
      logStreams?: {
        /**
         * Of one user, or of one service; 10 by default.
         * @visibility backend
         */
        perUser?: number;
        /**
         * Of all together; 200 by default.
         * @visibility backend
         */
        total?: number;
      };
    };
  };
}
