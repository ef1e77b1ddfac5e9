import { ConflictError } from '@backstage/errors';
import type { JsonPatch } from '@eks-deploy/backstage-plugin-eks-deploy-node';
import { toDeploymentRow } from '../rollouts/rows';
import { getPauseRefusal } from '../rollouts/refusals';
import type { DeploymentObject } from '../workloads';
import { REVISION } from '../workloads/annotations';
import { escapePointer } from './escapePointer';

/**
 * Refuses to change a Deployment that is not as the user saw it.
 *
 * @throws ConflictError if it is paused, has a change that is not observed yet, or another Revision.
 */
export function assertSeenRevision(
  deployment: DeploymentObject,
  fromRevision: number,
): void {
  const row = toDeploymentRow(deployment);
  const { name, generation, observedGeneration, revision } = row;
  const refusal = getPauseRefusal(row);
  if (refusal) {
    throw new ConflictError(refusal);
  }
  // The revision annotation lags behind the spec until the controller has observed it.
  if (generation > observedGeneration) {
    throw new ConflictError(
      `${name} was changed a moment ago and its cluster has not taken it up yet; look again and retry`,
    );
  }
  if (revision !== fromRevision) {
    throw new ConflictError(
      `${name} is at revision ${revision}, no longer at revision ${fromRevision}; look again and retry`,
    );
  }
}

/**
 * The head of a JSON Patch that makes it fail unless the Deployment is still the one that was judged.
 *
 * @remarks
 * Status updates bump resourceVersion all through a rollout; only spec changes bump generation.
 */
export function createSeenGuard(deployment: DeploymentObject): JsonPatch {
  const { uid, generation, annotations } = deployment.metadata ?? {};
  const revision = annotations?.[REVISION];
  return [
    { op: 'test', path: '/metadata/uid', value: uid },
    { op: 'test', path: '/metadata/generation', value: generation },
    ...(revision === undefined
      ? []
      : [
          {
            op: 'test' as const,
            path: `/metadata/annotations/${escapePointer(REVISION)}`,
            value: revision,
          },
        ]),
  ];
}
