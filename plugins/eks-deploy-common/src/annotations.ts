/**
 * The Environments a component runs in, separated by commas, e.g. `staging,production`.
 * Without it, every Environment that the operator's configuration allows its owner.
 *
 * @public
 */
export const ANNOTATION_ENVIRONMENTS = 'eks-deploy/environments';

/**
 * File name of the repository's deploy workflow below `.github/workflows`; `deploy.yml` without it.
 *
 * @public
 */
export const ANNOTATION_DEPLOY_WORKFLOW = 'eks-deploy/deploy-workflow';

/**
 * Ties a component to the Workloads that carry a label of the same name and value; set for Backstage's Kubernetes plugin.
 *
 * @public
 */
export const ANNOTATION_KUBERNETES_ID = 'backstage.io/kubernetes-id';

/**
 * The namespace that holds a component's Workloads; set for Backstage's Kubernetes plugin.
 *
 * @public
 */
export const ANNOTATION_KUBERNETES_NAMESPACE =
  'backstage.io/kubernetes-namespace';

/**
 * A component's repository as `owner/name`; set for Backstage's GitHub plugins.
 *
 * @public
 */
export const ANNOTATION_PROJECT_SLUG = 'github.com/project-slug';
