import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_DEPLOY_WORKFLOW,
  ANNOTATION_KUBERNETES_ID,
  ANNOTATION_KUBERNETES_NAMESPACE,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { EnvironmentConfig } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import {
  findRules,
  getPlaceholderNames,
  insertNames,
  isGroupRef,
  usesOwnerName,
} from './allowRules';
import type { DeployTarget, Repository } from './DeployTarget';
import { getDeployWorkflow } from './getDeployWorkflow';
import { getOwner } from './getOwner';
import type { TargetProblem } from './TargetProblem';

const NAMESPACE = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
/** As the template names a service's images. */
const OWN_IMAGES = ['{name}', '{name}-backend', '{name}-frontend'];
const LABEL_VALUE = /^[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/;

/** What is known of an entity beyond what its file says. */
export interface TargetFacts {
  /** Whether the catalog has the owning Group. */
  isGroupKnown: boolean;
  /** The repository that the entity names. */
  repository?: Repository;
  /** The repository that the catalog read the entity from. */
  source?: Repository;
  /** The namespace that the portal itself runs in. */
  portalNamespace?: string;
}

/** Where an entity runs in an Environment, or why it can't. */
export function toDeployTarget(
  entity: Entity,
  environment: EnvironmentConfig,
  facts: TargetFacts,
): DeployTarget | { problem: TargetProblem } {
  const entityRef = stringifyEntityRef(entity);
  const annotations = entity.metadata.annotations ?? {};
  const kubernetesId = annotations[ANNOTATION_KUBERNETES_ID];
  const namespace = annotations[ANNOTATION_KUBERNETES_NAMESPACE];
  const owner = getOwner(entity);

  const invalid = (message: string, remedy: string) => ({
    problem: { kind: 'invalid' as const, message, remedy },
  });
  if (!kubernetesId || !LABEL_VALUE.test(kubernetesId)) {
    return invalid(
      `Annotation ${ANNOTATION_KUBERNETES_ID} of ${entityRef} is ${
        kubernetesId ? 'not a label value' : 'missing'
      }`,
      `set it in the catalog file to the value of the label ${ANNOTATION_KUBERNETES_ID} on the component's Deployments`,
    );
  }
  if (!namespace || !NAMESPACE.test(namespace)) {
    return invalid(
      `Annotation ${ANNOTATION_KUBERNETES_NAMESPACE} of ${entityRef} is ${
        namespace ? 'not a namespace name' : 'missing'
      }`,
      `set it in the catalog file to the namespace that holds the component's Deployments`,
    );
  }
  if (!owner) {
    return invalid(
      `${entityRef} has no owner`,
      `set spec.owner in the catalog file, e.g. group:default/team-chat`,
    );
  }
  const names = getPlaceholderNames(entity, owner, facts.isGroupKnown);
  const rules = findRules(
    environment,
    { owner, namespace, names },
    facts.portalNamespace,
  );
  if (rules.length === 0) {
    const isGroupMissing =
      usesOwnerName(environment) && isGroupRef(owner) && !facts.isGroupKnown;
    return {
      problem: {
        kind: 'not-allowed',
        message: `${owner} may not use namespace ${namespace} in Environment ${
          environment.name
        }${isGroupMissing ? ', and no such Group is in the catalog' : ''}`,
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
    repository: facts.repository,
    deployWorkflow: getDeployWorkflow({
      entityRef,
      environment: environment.name,
      file: annotations[ANNOTATION_DEPLOY_WORKFLOW],
      repository: facts.repository,
      source: facts.source,
      names,
      rules,
    }),
    imageRepositories: rules
      .flatMap(({ images = OWN_IMAGES }) => images)
      .flatMap(pattern => insertNames(pattern, names) ?? []),
  };
}
