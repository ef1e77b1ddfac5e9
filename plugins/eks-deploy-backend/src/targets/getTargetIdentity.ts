import type { DeployTarget } from './DeployTarget';

/** What each field of a DeployTarget contributes to its identity. */
const parts = {
  entityRef: target => target.entityRef,
  environment: target => target.environment,
  // The rest of the entity is shown, or judged by the fields below.
  entity: target => target.entity.metadata.uid,
  owner: target => target.owner,
  cluster: target => target.cluster,
  namespace: target => target.namespace,
  kubernetesId: target => target.kubernetesId,
  repository: ({ repository }) =>
    repository && [repository.host, repository.owner, repository.name],
  deployWorkflow: ({ deployWorkflow }) =>
    'problem' in deployWorkflow
      ? []
      : [
          deployWorkflow.repository.host,
          deployWorkflow.repository.owner,
          deployWorkflow.repository.name,
          deployWorkflow.file,
        ],
  imageRepositories: target => target.imageRepositories,
} satisfies Record<
  keyof DeployTarget,
  (target: DeployTarget) => string | string[] | undefined
>;

/**
 * A text that differs as soon as anything differs that a check of the target's permission, or a request that uses the
 * target, relied on.
 */
export function getTargetIdentity(target: DeployTarget): string {
  return JSON.stringify(Object.values(parts).map(part => part(target) ?? null));
}
