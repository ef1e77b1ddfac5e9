import { redactMessage } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { ConditionRow, ReplicaSetRow } from '../rows';
import type { Finding } from './Finding';
import { getFailedCreateFinding } from './getFailedCreateFinding';

/**
 * What the conditions of a Deployment or Argo Rollout say is wrong.
 *
 * @param replicaSets - Those that it controls. It repeats the failure of any one of them, so that theirs say more.
 */
export function getConditionFindings(
  conditions: ConditionRow[],
  replicaSets: ReplicaSetRow[] = [],
): Finding[] {
  const failures = replicaSets.flatMap(({ failure, revision }) =>
    failure ? [{ ...toFailedCreate(failure), revision }] : [],
  );
  return [
    ...failures,
    ...conditions.flatMap(condition =>
      getConditionFinding(condition, failures.length > 0),
    ),
  ];
}

function getConditionFinding(
  condition: ConditionRow,
  repeats: boolean,
): Finding[] {
  const { type, status, reason, message, since } = condition;
  if (type === 'ReplicaFailure' && status === 'True') {
    return repeats ? [] : [toFailedCreate(condition)];
  }
  if (reason === 'ReplicaSetCreateError') {
    return [toFailedCreate(condition)];
  }
  return reason === 'ProgressDeadlineExceeded'
    ? [
        {
          kind: 'deadline-exceeded',
          message: redactMessage(message ?? 'the progress deadline passed'),
          since,
        },
      ]
    : [];
}

function toFailedCreate({ message, reason, since }: ConditionRow): Finding {
  return getFailedCreateFinding(
    message ?? reason ?? 'pods can not be made',
    since,
  );
}
