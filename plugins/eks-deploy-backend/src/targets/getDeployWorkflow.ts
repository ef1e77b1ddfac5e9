import { ANNOTATION_LOCATION } from '@backstage/catalog-model';
import {
  ANNOTATION_DEPLOY_WORKFLOW,
  ANNOTATION_PROJECT_SLUG,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import type { AllowRule } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { matchesInserted, type PlaceholderNames } from './allowRules';
import type { DeployTarget, Repository } from './DeployTarget';
import { isSameRepository } from './getRepository';
import type { TargetProblem } from './TargetProblem';

const WORKFLOW_FILE = /^\w[\w.-]{0,99}\.ya?ml$/;
const DEFAULT_WORKFLOW = 'deploy.yml';

/** What an entity says of its deploy workflow, and what it is judged by. */
export interface WorkflowRequest {
  entityRef: string;
  environment: string;
  /** The annotation; the default's name without it. */
  file?: string;
  /** The repository that the entity names. */
  repository?: Repository;
  /** The repository that the catalog read the entity from. */
  source?: Repository;
  names: PlaceholderNames;
  /** The rules that allow the entity's owner its namespace; one of them has to allow the rest too. */
  rules: AllowRule[];
}

/** The workflow that Redeploy may dispatch, or why it may dispatch none. */
export function getDeployWorkflow(
  request: WorkflowRequest,
): DeployTarget['deployWorkflow'] {
  const { entityRef, repository, rules, file = DEFAULT_WORKFLOW } = request;
  if (!repository) {
    return toProblem(
      'invalid',
      `${entityRef} names no repository to deploy from`,
      `set its annotation ${ANNOTATION_PROJECT_SLUG} to <owner>/<name>`,
    );
  }
  if (!WORKFLOW_FILE.test(file)) {
    return toProblem(
      'invalid',
      `Annotation ${ANNOTATION_DEPLOY_WORKFLOW} of ${entityRef} is not a file name`,
      `write the name of a file below .github/workflows, e.g. ${DEFAULT_WORKFLOW}, or leave it out`,
    );
  }
  const forRepository = rules.filter(rule =>
    isRepositoryAllowed(rule, repository, request),
  );
  if (forRepository.length === 0) {
    return explainRepository(request, repository);
  }
  if (!forRepository.some(rule => isFileAllowed(rule, file, request.names))) {
    return toProblem(
      'not-allowed',
      `The configuration does not allow ${entityRef} to run the workflow ${file} in ${request.environment}`,
      `let the operator add it to ${toKey(
        request,
        'workflows',
      )}, or correct ${ANNOTATION_DEPLOY_WORKFLOW}`,
    );
  }
  return { repository, file };
}

function isRepositoryAllowed(
  { repositories }: AllowRule,
  repository: Repository,
  { names, source }: WorkflowRequest,
): boolean {
  if (!repositories) {
    return source !== undefined && isSameRepository(repository, source);
  }
  return repositories.some(pattern => {
    const parts = pattern.toLowerCase().split('/');
    const { host, owner, name } = repository;
    const wanted = parts.length > 2 ? [host, owner, name] : [owner, name];
    return parts.every((part, index) =>
      matchesInserted(part, wanted[index].toLowerCase(), names),
    );
  });
}

function isFileAllowed(
  { workflows = [DEFAULT_WORKFLOW] }: AllowRule,
  file: string,
  names: PlaceholderNames,
): boolean {
  return workflows.some(pattern => matchesInserted(pattern, file, names));
}

function explainRepository(
  request: WorkflowRequest,
  { host, owner, name }: Repository,
): { problem: TargetProblem } {
  const { entityRef, environment, source, rules } = request;
  const isDefault = rules.some(rule => !rule.repositories);
  const readFrom = source
    ? `${source.host}/${source.owner}/${source.name}`
    : `a place that ${ANNOTATION_LOCATION} does not show to be a branch of a GitHub repository`;
  return toProblem(
    'not-allowed',
    `The configuration does not allow ${entityRef} to run workflows of ${host}/${owner}/${name} in ${environment}${
      isDefault ? `; the catalog read it from ${readFrom}` : ''
    }`,
    `let the operator add ${owner}/${name} to ${toKey(
      request,
      'repositories',
    )}, or correct ${ANNOTATION_PROJECT_SLUG}`,
  );
}

function toKey({ environment }: WorkflowRequest, key: string): string {
  return `eksDeploy.environments[name=${environment}].allow[].${key}`;
}

function toProblem(
  kind: TargetProblem['kind'],
  message: string,
  remedy: string,
): { problem: TargetProblem } {
  return { problem: { kind, message, remedy } };
}
