import { shortenMessage } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { DeploymentRow } from '../rows';
import type { Finding } from './Finding';
import { getFailedCreateFinding } from './getFailedCreateFinding';

/** What a Deployment's own conditions say is wrong. */
export function getDeploymentFindings({
  conditions,
}: DeploymentRow): Finding[] {
  return conditions.flatMap(({ type, status, reason, message, since }) => {
    if (
      (type === 'ReplicaFailure' && status === 'True') ||
      reason === 'ReplicaSetCreateError'
    ) {
      const said = message ?? reason ?? 'pods can not be made';
      return [getFailedCreateFinding(said, since)];
    }
    if (reason === 'ProgressDeadlineExceeded') {
      return [
        {
          kind: 'deadline-exceeded' as const,
          message: shortenMessage(message ?? 'the progress deadline passed'),
          since,
        },
      ];
    }
    return [];
  });
}
