import type { DeployTarget } from '../targets';
import type { AuditMeta } from './audited';

/**
 * What an audit event says of the DeployTarget that a request found, e.g. `repository: github.com/example-org/chat`;
 * `workflow` only if the configuration allows it.
 */
export function toTargetMeta(target: DeployTarget): AuditMeta {
  const { entity, repository, deployWorkflow } = target;
  const { uid } = entity.metadata;
  return {
    ...(uid && { entityUid: uid }),
    owner: target.owner,
    cluster: target.cluster,
    namespace: target.namespace,
    kubernetesId: target.kubernetesId,
    ...(repository && {
      repository: `${repository.host}/${repository.owner}/${repository.name}`,
    }),
    ...(!('problem' in deployWorkflow) && { workflow: deployWorkflow.file }),
  };
}
