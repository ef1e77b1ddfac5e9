import { ConflictError } from '@backstage/errors';
import type { JsonPatch } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import type { DeploymentObject } from '../workloads';
import { getRestartRefusal } from '../rollouts/refusals';
import { toDeploymentRow } from '../rollouts/rows';
import { RESTARTED_AT } from '../workloads/annotations';
import { escapePointer } from './escapePointer';
import { createSeenGuard } from './seenRevision';

/**
 * What `kubectl rollout restart` writes, guarded.
 *
 * @throws ConflictError with what `getRestartRefusal` has against it.
 */
export function createRestartPatch(
  deployment: DeploymentObject,
  now: Date,
): JsonPatch {
  const refusal = getRestartRefusal(toDeploymentRow(deployment));
  if (refusal) {
    throw new ConflictError(refusal);
  }
  // As kubectl writes it: RFC 3339 in whole seconds.
  const restartedAt = now.toISOString().replace(/\.\d+Z$/, 'Z');
  const annotations = deployment.spec?.template.metadata?.annotations;
  const path = '/spec/template/metadata/annotations';
  return [
    ...createSeenGuard(deployment),
    annotations
      ? {
          op: 'add',
          path: `${path}/${escapePointer(RESTARTED_AT)}`,
          value: restartedAt,
        }
      : { op: 'add', path, value: { [RESTARTED_AT]: restartedAt } },
  ];
}
