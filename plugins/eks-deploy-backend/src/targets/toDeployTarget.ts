import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_DEPLOY_WORKFLOW,
  ANNOTATION_KUBERNETES_ID,
  ANNOTATION_KUBERNETES_NAMESPACE,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { EnvironmentConfig } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { DeployTarget, Repository } from './DeployTarget';
import { getOwner } from './getOwner';
import { isAllowed } from './isAllowed';
import type { TargetProblem } from './TargetProblem';

const NAMESPACE = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const LABEL_VALUE = /^[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/;
const WORKFLOW_FILE = /^[\w][\w.-]*\.ya?ml$/;
const DEFAULT_WORKFLOW = 'deploy.yml';

/** Where an entity runs in an Environment, or why it can't. */
export function toDeployTarget(
  entity: Entity,
  environment: EnvironmentConfig,
  repository?: Repository,
): DeployTarget | { problem: TargetProblem } {
  const entityRef = stringifyEntityRef(entity);
  const annotations = entity.metadata.annotations ?? {};
  const kubernetesId = annotations[ANNOTATION_KUBERNETES_ID];
  const namespace = annotations[ANNOTATION_KUBERNETES_NAMESPACE];
  const deployWorkflow =
    annotations[ANNOTATION_DEPLOY_WORKFLOW] ?? DEFAULT_WORKFLOW;
  const owner = getOwner(entity);

  const invalid = (message: string, remedy: string) => ({
    problem: { kind: 'invalid' as const, message, remedy },
  });
  if (!kubernetesId || !LABEL_VALUE.test(kubernetesId)) {
    return invalid(
      `Annotation ${ANNOTATION_KUBERNETES_ID} of ${entityRef} is ${
        kubernetesId ? 'no label value' : 'missing'
      }`,
      `set it in the catalog file to the value of the label ${ANNOTATION_KUBERNETES_ID} on the component's Deployments`,
    );
  }
  if (!namespace || !NAMESPACE.test(namespace)) {
    return invalid(
      `Annotation ${ANNOTATION_KUBERNETES_NAMESPACE} of ${entityRef} is ${
        namespace ? 'no namespace name' : 'missing'
      }`,
      `set it in the catalog file to the namespace that holds the component's Deployments`,
    );
  }
  if (!WORKFLOW_FILE.test(deployWorkflow)) {
    return invalid(
      `Annotation ${ANNOTATION_DEPLOY_WORKFLOW} of ${entityRef} is no file name`,
      `write the name of a file below .github/workflows, e.g. ${DEFAULT_WORKFLOW}, or leave it out`,
    );
  }
  if (!owner) {
    return invalid(
      `${entityRef} has no owner`,
      `set spec.owner in the catalog file, e.g. group:default/team-chat`,
    );
  }
  if (!isAllowed(environment, owner, namespace)) {
    return {
      problem: {
        kind: 'not-allowed',
        message: `${owner} may not use namespace ${namespace} in Environment ${environment.name}`,
        remedy: `let the operator add them to eksDeploy.environments[name=${environment.name}].allow, or correct ${ANNOTATION_KUBERNETES_NAMESPACE}`,
      },
    };
  }
  return {
    entityRef,
    environment: environment.name,
    entity,
    owner,
    cluster: environment.cluster,
    namespace,
    kubernetesId,
    repository,
    deployWorkflow,
  };
}
