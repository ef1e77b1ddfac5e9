import { redactMessage } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { ConditionRow } from '../rows';
import type { Finding } from './Finding';
import { getFailedCreateFinding } from './getFailedCreateFinding';

/** What the conditions of a Deployment or Argo Rollout say is wrong. */
export function getConditionFindings(conditions: ConditionRow[]): Finding[] {
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
          message: redactMessage(message ?? 'the progress deadline passed'),
          since,
        },
      ];
    }
    return [];
  });
}
