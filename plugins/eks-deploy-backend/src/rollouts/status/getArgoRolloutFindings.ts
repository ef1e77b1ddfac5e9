import { redactMessage } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { ArgoRolloutRow, ConditionRow, ReplicaSetRow } from '../rows';
import { getPauseEnd } from './getArgoRolloutNotes';
import { getConditionFindings } from './getConditionFindings';
import type { Finding } from './Finding';

/** How the controller begins what it says of an update that it gave up because of an analysis. */
const ANALYSIS_FAILED = /analysis phase (?:is )?error\/failed/;

/** What an Argo Rollout itself says is wrong, or waited for. */
export function getArgoRolloutFindings(
  row: ArgoRolloutRow,
  replicaSets: ReplicaSetRow[],
): Finding[] {
  return [
    ...row.conditions.flatMap(getArgoFinding),
    ...getConditionFindings(row.conditions, replicaSets),
    ...getPauseFindings(row),
  ];
}

function getArgoFinding(condition: ConditionRow): Finding[] {
  const { type, reason, since } = condition;
  const message = redactMessage(condition.message ?? reason ?? type);
  if (type === 'InvalidSpec') {
    return [{ kind: 'invalid-spec', message, since }];
  }
  if (reason === 'RolloutAborted') {
    const kind = ANALYSIS_FAILED.test(message) ? 'analysis-failed' : 'aborted';
    return [{ kind, message, since }];
  }
  return [];
}

function getPauseFindings(row: ArgoRolloutRow): Finding[] {
  return row.pauses.flatMap((pause): Finding[] => {
    const { reason, since } = pause;
    if (reason.startsWith('Inconclusive')) {
      const message = redactMessage(row.inconclusive ?? reason);
      return [{ kind: 'analysis-inconclusive', message, since }];
    }
    // One that ends by itself holds nothing up.
    return getPauseEnd(row, pause)
      ? []
      : [{ kind: 'awaiting-promotion', message: reason, since }];
  });
}
